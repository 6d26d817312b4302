import type { Answer, AnswerBlock, Citation, Outcome } from '../src/answers/answer.ts'
import { answerOf } from '../src/answers/compose.ts'
import { readingsInConversation } from '../src/questions/follow-up.ts'
import { readQuestion } from '../src/questions/read-question.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { typeAsked } from './paper-asked.ts'

/** Questions in one message that are answered each. */
const most = 3

const opensQuestion = `(?:bao nhiêu|mấy|ai|khi nào|bao giờ|ngày nào|ở đâu|tại đâu|vì sao|tại sao|số mấy|do ai|cơ quan nào|đơn vị nào|sở nào|về việc gì|xếp|tăng hay|bao nhieu|may|khi nao|bao gio|ngay nao|o dau|tai dau|vi sao|tai sao|so may|do ai|co quan nao|don vi nao|so nao|ve viec gi)`
/** Where one question ends and another may begin. */
const border = new RegExp(
  String.raw`\s*[;?]\s*|\s*,\s+(?:và\s+|va\s+|còn\s+|rồi\s+)?|\s+(?:và|va|rồi|còn)\s+(?=(?:\S+\s+){0,3}?${opensQuestion}(?!\p{L}))`,
  'iu',
)
/** What one sentence about a paper says together. */
const ofPapers: ReadonlySet<Ask> = new Set(['number', 'title', 'issuer', 'date', 'count'])
const asksScore = /^(?:(?:va|dat|duoc|voi)\s+)*(?:may|bao nhieu) (?:diem|%|phan tram)\b/
/** Who signed, in which office. */
const ofSigner: ReadonlySet<Ask> = new Set(['signer', 'person', 'role'])
const whole: readonly Ask[] = ['comparison', 'summary', 'overview', 'quote', 'definition', 'source']

/**
 * "Ban hành ngày nào, ai ký?", "họp ở đâu và ai chủ trì?": the questions of one message, the later ones in the light of the first. Each
 * comes as the readings it may have, the likeliest first. Undefined where there is one question.
 */
export function questionsIn(reading: Reading): readonly (readonly Reading[])[] | undefined {
  if (reading.yesNo || reading.asks.some((ask) => whole.includes(ask))) return undefined
  const pieces = piecesOf(reading.text)
  if (pieces.length < 2 || pieces.length > most) return undefined
  const [first, ...others] = pieces.map((piece) => piece.reading)
  if (!first || [first, ...others].some(({ asks, yesNo }) => asks.length === 0 || yesNo)) return undefined
  // "Tỉnh nào đứng đầu, mấy điểm?" is one question.
  if (first.asks.includes('rank') && others.every(({ text }) => asksScore.test(fold(text)))) return undefined
  const kinds = [first, ...others].map(({ asks }) => asks[0])
  if (kinds.every((kind) => kind === 'rank')) return undefined
  const each = [first, ...others].map(({ asks }) => asks)
  const isOfPaper = reading.documents.length > 0 || typeAsked(first) !== undefined
  if (isOfPaper && each.every((asks) => asks.every((ask) => ofPapers.has(ask)))) return undefined
  if (each.flat().includes('signer') && each.flat().every((ask) => ofSigner.has(ask))) return undefined
  const opening = { ...first, ...named(reading, first), persons: reading.persons, plain: reading.plain }
  const before = { reading: opening, answer: answerOf('answered', opening, { blocks: [] }) }
  return [
    [opening],
    ...others.map((other) => {
      const own = { ...other, plain: reading.plain, assumptions: [] }
      const inherited = { ...own, ...named(reading, own) }
      const related = readingsInConversation(inherited, before)
      const together = {
        ...inherited,
        subject: `${own.subject} ${opening.subject}`.trim(),
        years: own.years.length > 0 ? own.years : opening.years,
      }
      return [...related, together]
    }),
  ]
}

/** What one of the questions does not name itself is named in the message. */
function named(reading: Reading, piece: Reading) {
  return {
    places: piece.places.length > 0 ? piece.places : reading.places,
    documents: piece.documents.length > 0 ? piece.documents : reading.documents,
    assumptions: [],
  }
}

/** A piece without a question of its own belongs to the one before it. None where the text is of one piece. */
function piecesOf(text: string): { readonly text: string; readonly reading: Reading }[] {
  const parts = text.split(border).filter((part) => part.trim() !== '')
  if (parts.length < 2) return []
  const pieces: { readonly text: string; readonly reading: Reading }[] = []
  for (const part of parts) {
    const reading = readQuestion(part)
    const last = pieces.at(-1)
    if (last !== undefined && (reading.asks.length === 0 || last.reading.asks.length === 0)) {
      const joined = `${last.text}, ${part}`
      pieces[pieces.length - 1] = { text: joined, reading: readQuestion(joined) }
    } else pieces.push({ text: part, reading })
  }
  return pieces
}

/** Several answers as one; undefined when none of them says anything. */
export function together(answers: readonly Answer[], reading: Reading): Answer | undefined {
  if (answers.every(({ outcome }) => outcome === 'not-found')) return undefined
  const citations: Citation[] = []
  const blocks: AnswerBlock[] = []
  const facts: Answer['facts'][number][] = []
  for (const answer of answers) {
    const before = citations.length
    const at = answer.citations.map((citation) => placeOf(citation, citations))
    const missing = answer.outcome === 'not-found'
    const shown = answer.citations.length > 0 && at.every((i) => i < before)
    // The sentence that answers this too was quoted with the question before.
    if (shown && answer.blocks.every((block) => block.kind !== 'statement' || block.text.endsWith(':'))) continue
    for (const block of missing ? answer.blocks.slice(0, 1) : answer.blocks) {
      if (block.kind === 'quote' || block.kind === 'source') {
        const moved = { ...block, citation: at[block.citation]! }
        if (
          !blocks.some(
            ({ kind, ...rest }) => kind === block.kind && 'citation' in rest && rest.citation === moved.citation,
          )
        )
          blocks.push(moved)
      } else if (
        block.kind === 'statement' &&
        blocks.some((each) => each.kind === 'statement' && each.text === block.text)
      )
        continue
      else if (block.kind === 'quoted-list') blocks.push({ ...block, citations: block.citations.map((i) => at[i]!) })
      else blocks.push(block)
    }
    facts.push(...answer.facts.map(({ fact, citation }) => ({ fact, citation: at[citation]! })))
  }
  const outcome: Outcome = answers.some((answer) => answer.outcome === 'corrected') ? 'corrected' : 'answered'
  return answerOf(outcome, reading, { blocks, citations, facts })
}

/** Where a citation stands among those collected; it is added when it is new. */
function placeOf(citation: Citation, citations: Citation[]): number {
  const { document, start, end } = citation.quote
  const known = citations.findIndex(
    ({ quote }) => quote.document === document && quote.start === start && quote.end === end,
  )
  return known >= 0 ? known : citations.push(citation) - 1
}
