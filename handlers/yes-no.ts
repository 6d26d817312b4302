import type { Answer } from '../src/answers/answer.ts'
import { AnswerParts } from './answer-parts.ts'
import { answerCount } from './counts.ts'
import { type Match, matchFacts } from './fact-match.ts'
import type { Request } from './handler.ts'
import { periodPhrase, sentence } from './wording.ts'

const sameThing = 0.68

/** "… có phải … không", "… đúng không": yes, or no with what the documents say. */
export function answerYesNo(request: Request): Answer | undefined {
  const { reading, knowledge } = request
  const claimed = numbersIn(reading.subject)
  if (
    claimed.length > 0 &&
    /nhóm|nhiệm vụ|giải pháp|chỉ tiêu|nhom|nhiem vu|chi tieu|đột phá|trụ cột/iu.test(reading.subject)
  ) {
    const counted = answerCount(request)
    if (counted) return counted
  }
  const kinds = ['target', 'indicator', 'result', 'ranking', 'other_count'] as const
  const matches = matchFacts(knowledge, { ...reading, years: [] }, kinds).filter(
    ({ coverage }) => coverage >= sameThing,
  )
  if (matches.length === 0 || (claimed.length === 0 && reading.years.length === 0)) return undefined
  const agreeing = matches.filter(({ fact, document }) => {
    const said = numbersIn(document.text.slice(fact.quote.start, fact.quote.end))
    return (
      claimed.every((number) => said.includes(number)) &&
      (reading.years.length === 0 || fact.year === undefined || reading.years.includes(fact.year))
    )
  })
  const best = agreeing[0]
  if (best) return verdict('Đúng', best, request)
  // A claim can only be called wrong when one clear fact about the same thing says otherwise.
  const [clear, second] = matches
  const sameMeasure =
    clear &&
    clear.coverage >= 0.85 &&
    (!second || second.fact.subject === clear.fact.subject || second.score < clear.score - 0.1)
  return sameMeasure && clear ? verdict('Chưa đúng', clear, request) : undefined
}

function verdict(word: 'Đúng' | 'Chưa đúng', { fact, document }: Match, { reading }: Request): Answer {
  const words = document.text.slice(fact.quote.start, fact.quote.end).replace(/\s+/g, ' ')
  const parts = new AnswerParts().state(`${word}. ${sentence(`Theo tài liệu: ${words}${periodPhrase(fact, words)}`)}`)
  return parts.fact(fact, document).answer(word === 'Đúng' ? 'answered' : 'corrected', reading)
}

/** Numbers of a text as they are compared: "08" and "8" agree, "7.500" and "7500" too; years are left out. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,/]\d+)*/g)]
    .map(([number]) => number.replace(/^0+(?=\d)/, '').replace(/\.(?=\d{3}(?:\D|$))/g, ''))
    .filter((number) => !/^(?:19|20)\d{2}$/.test(number))
}
