import type { Answer } from '../src/answers/answer.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { positionsIn } from './asked-position.ts'
import { judgeHolder } from './claimed-holder.ts'
import { focusedOn } from './focus.ts'
import type { Request } from './handler.ts'
import { answerHolder } from './holders.ts'
import { compareHolders, comparesPlaces } from './holders-compared.ts'

/**
 * Who holds a place in a ranking, whether somebody does, and which of two stands higher; undefined when no ranking says it. What a paper
 * ranks is not what it is about, so the provinces that a question names do not limit the papers.
 */
export async function answerInRankings(whole: Request): Promise<Answer | undefined> {
  const { reading, knowledge } = whole
  const folded = fold(reading.text)
  if (reading.asks.includes('quote') || (positionsIn(folded).length === 0 && !comparesPlaces(folded))) return undefined
  const request = { ...whole, knowledge: await focusedOn({ reading: { ...reading, places: [] }, knowledge }) }
  return answerHolder(request) ?? compareHolders(request) ?? (reading.yesNo ? judgeHolder(request) : undefined)
}
