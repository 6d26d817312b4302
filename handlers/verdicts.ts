import type { Answer } from '../src/answers/answer.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { verdictOver } from './answer-parts.ts'
import { judgeDoer } from './claimed-deed.ts'
import { judgeDay } from './claimed-event.ts'
import { judgeMoment } from './claimed-moment.ts'
import { judgeOffice } from './claimed-office.ts'
import { daysClaimed, judgeIssueDay, judgeIssuer } from './claimed-paper.ts'
import { judgeRank } from './claimed-rank.ts'
import { judgeClaim } from './claims.ts'
import { findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { answerYesNo } from './yes-no.ts'

/**
 * "Đúng" or "Chưa đúng" to what a question claims; undefined when the documents decide nothing. A claim about a year is judged by facts, which know the years of headings; others by the words
 * beside the number first.
 */
export async function judgeYesNo(request: Request): Promise<Answer | undefined> {
  const verdict = await judged(request)
  return verdict?.outcome === 'corrected' ? ((await saidLiterally(request)) ?? verdict) : verdict
}

/** Fewest words of a claim that a sentence may have by chance. */
const fewestWords = 5

/** What a sentence says in the very words of the claim is right, whatever another one says of something like it. */
async function saidLiterally({ reading, knowledge }: Request): Promise<Answer | undefined> {
  const claim = plain(reading.text)
    .replace(/\s(?:co )?(?:dung|phai|that) (?:khong|ko|k|hong|chua|ha)$|\s(?:a|ha|nhi)$/, '')
    .replace(/^(?:co phai|phai chang|dung la) /, '')
  const claims = [claim, ...reading.places.map(({ raw }) => withoutOwner(claim, plain(raw)))].filter(
    (words) => words.split(' ').length >= fewestWords,
  )
  if (claims.length === 0) return undefined
  const found = await findEvidence(knowledge, { ...reading, asks: [] }, scopeOf(knowledge, reading))
  const same = found.find(({ quote }) => {
    const words = ` ${plain(quote.text)} `
    return claims.some((each) => {
      const at = words.indexOf(` ${each} `)
      return at >= 0 && !/\b(?:khong|chua|khong phai)$/.test(words.slice(0, at))
    })
  })
  return same && verdictOver(same, true, reading)
}

/** "… của Yên Bái": the province that a sentence of its own paper does not repeat. */
function withoutOwner(claim: string, place: string): string {
  return claim.endsWith(` ${place}`)
    ? claim.slice(0, -place.length - 1).replace(/ (?:cua|o|tai)?(?: ?tinh)?$/, '')
    : claim
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()
}

async function judged(request: Request): Promise<Answer | undefined> {
  const named =
    judgeIssuer(request) ??
    judgeIssueDay(request) ??
    (await judgeDay(request)) ??
    judgeRank(request) ??
    judgeDoer(request) ??
    (await judgeOffice(request))
  if (named || daysClaimed(request.reading).length > 0) return named
  if (request.reading.years.length > 0)
    return answerYesNo(request) ?? (await judgeMoment(request)) ?? (await judgeClaim(request))
  return (await judgeMoment(request)) ?? (await judgeClaim(request)) ?? answerYesNo(request)
}
