import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import type { Document } from '../src/library/document.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { regionsIn } from '../src/vietnamese/regions.ts'
import { AnswerParts } from './answer-parts.ts'
import { unitAsked } from './asked-position.ts'
import { matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { fitsYear, rankingWords, rankSentence } from './rankings.ts'

/** Coverage from which a ranking is surely the one whose place is claimed. */
const surelySame = 0.8
/** How far behind it all others have to lie. */
const clearly = 0.05

/** A place, how far it moved and which way, as far as a question claims them. */
interface RankClaim {
  readonly position?: number
  readonly of?: number
  readonly change?: number
  readonly direction?: 'up' | 'down' | 'same'
}

/** "… tăng 4 bậc phải không", "… xếp thứ 5 đúng không": the place and the move claimed against those of the ranking. */
export function judgeRank({ reading, knowledge }: Request): Answer | undefined {
  // Infrastructure ("hạ tầng") is no rise ("tăng").
  const claim = claimIn(fold(reading.text).replace(/\bha tang\b/g, ' '))
  // "Tỉnh nào đứng đầu" claims no place of anybody.
  if (!claim || (!reading.yesNo && unitAsked(fold(reading.text)) !== undefined)) return undefined
  const regions = regionsIn(reading.text)
  const subject = withoutPhrases(reading.subject.replace(/\d[\d.,/]*%?/g, ' '), rankingWords).trim()
  if (subject === '') return undefined
  const matches = matchFacts(knowledge, reading, ['ranking'], subject, 'subject').filter(
    ({ fact, document, coverage }) =>
      coverage >= surelySame && fitsYear(fact, document, reading.years) && sameRegions(fact, document, regions),
  )
  const [best, second] = matches
  if (!best) return undefined
  const judged = matches
    .filter(({ score }) => score >= best.score - clearly)
    .map((match) => ({ match, right: agrees(match.fact, claim) }))
  const right = judged.find((each) => each.right)
  const clear = right ?? (second && second.score >= best.score - clearly ? undefined : judged[0])
  if (clear?.right === undefined) return undefined
  const { fact, document } = clear.match
  return new AnswerParts()
    .state(`${clear.right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, ${rankSentence(fact, document)}`)
    .fact(fact, document)
    .answer(clear.right ? 'answered' : 'corrected', reading)
}

/** A place within a region is none in the whole country. */
function sameRegions({ quote }: Fact, { text }: Document, asked: readonly string[]): boolean {
  const own = regionsIn(text.slice(quote.start, quote.end))
  return asked.every((region) => own.includes(region))
}

function claimIn(folded: string): RankClaim | undefined {
  const place = /\b(?:xep|hang|thu|vi tri|dung)(?: (?:hang|thu|vi tri|o))* (\d{1,3})(?:\/(\d{1,3}))?(?![\d.,%])/.exec(
    folded,
  )
  const moved = /\b(\d{1,3}) bac\b/.exec(folded)
  const first = /\b(?:dung dau|dan dau|xep nhat|hang nhat|thu nhat)\b/.test(folded) && !/\bnhom\b/.test(folded)
  const isRank =
    place || moved || first || /\b(?:thu hang|xep hang|bac|hang|pci|papi|par index|ict index|dti|sipas)\b/.test(folded)
  if (!isRank) return undefined
  const ways = (
    [
      ['up', /\b(?:tang|len|vuot len|cai thien)\b/],
      ['down', /\b(?:giam|tut|xuong|roi)\b/],
      ['same', /\bgiu nguyen\b/],
    ] as const
  ).filter(([, pattern]) => pattern.test(folded))
  const direction = ways.length === 1 ? ways[0]![0] : undefined
  const position = place ? Number(place[1]) : first ? 1 : undefined
  if (position === undefined && !moved && direction === undefined) return undefined
  return {
    ...(position !== undefined && { position }),
    ...(place?.[2] !== undefined && { of: Number(place[2]) }),
    ...(moved && { change: Number(moved[1]) }),
    ...(direction && { direction }),
  }
}

/** Whether a ranking says all that is claimed; undefined when it does not speak of some of it and says nothing else against it. */
function agrees({ rank }: Fact, { position, of, change, direction }: RankClaim): boolean | undefined {
  if (!rank) return undefined
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [position, rank.position],
    [of, rank.of],
    [change, rank.change],
    [direction, rank.direction],
  ]
  const claimed = pairs.filter(([said]) => said !== undefined)
  if (claimed.some(([said, given]) => given !== undefined && said !== given)) return false
  return claimed.every(([, given]) => given !== undefined) ? true : undefined
}
