import type { Answer } from '../src/answers/answer.ts'
import { longestQuote } from '../src/library/corpus.ts'
import type { Block, Document } from '../src/library/document.ts'
import { Quote } from '../src/library/quote.ts'
import { asksOf } from '../src/questions/asks.ts'
import type { Reading } from '../src/questions/reading.ts'
import { subjectOf } from '../src/questions/subject.ts'
import { fold, normalForm } from '../src/vietnamese/normal-form.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import { claimsIn } from './claims.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { type WordForms, wantedOf, wordForms } from './wanted.ts'

/** A question that a document asks itself, with what it answers: "Câu 3. … ? Trả lời: …". */
interface WrittenQuestion {
  readonly document: Document
  /** Without its label, folded. */
  readonly folded: string
  readonly subject: string
  readonly subjectForms: WordForms
  readonly question: Span
  readonly answer: Span
  readonly answerForms: WordForms
}

const known = new WeakMap<Document, readonly WrittenQuestion[]>()

/** What stands in front of a question: "Câu 12.", "Hỏi:", "3)". */
const label = /^\s*(?:[#*_>\s-]*)(?:(?:câu(?: hỏi)?(?: số)?\s*\d{0,3}|hỏi|\d{1,3})\s*[.:)/-]\s*|[-–+•*]\s+)*/iu
const answerLabel = /^\s*[*_]*(?:trả lời|đáp|tl)\s*:?[*_]*\s*:?\s*/iu
/** An answer is shown up to here, in characters, at the end of a sentence. */
const longestAnswer = 700
const longestQuestion = 200

/** Questions and answers of a document; none where it has fewer than two. */
function writtenIn(document: Document): readonly WrittenQuestion[] {
  const found = known.get(document) ?? readQuestions(document)
  known.set(document, found)
  return found
}

function readQuestions(document: Document): readonly WrittenQuestion[] {
  const { text, blocks } = document
  if (!text.includes('?')) return []
  const isContent = ({ kind }: Block) => kind === 'paragraph' || kind === 'item' || kind === 'heading'
  const isQuestion = (block: Block | undefined) =>
    block !== undefined &&
    isContent(block) &&
    block.end - block.start <= longestQuestion &&
    /\?["”’)*_]*$/.test(text.slice(Math.max(block.start, block.end - 5), block.end))
  const found: WrittenQuestion[] = []
  blocks.forEach((block, at) => {
    // One paragraph may hold both: "Hỏi: … ? Trả lời: …".
    const within = isContent(block) ? sentenceAsking(text, block) : undefined
    const next = blocks[at + 1]
    const question = within ?? (isQuestion(block) ? block : undefined)
    const answer = within ? restOf(block, within) : next && isContent(next) && !isQuestion(next) ? next : undefined
    if (!question || !answer) return
    const written = normalForm(text.slice(question.start, question.end)).replace(label, '').replace(/\s+/g, ' ').trim()
    const span = opening(answer)
    const answerForms = wordForms(text.slice(answer.start, Math.min(answer.end, answer.start + 2000)))
    const subject = subjectOf(written, [])
    const subjectForms = wordForms(subject)
    found.push({ document, folded: fold(written), subject, subjectForms, question, answer: span, answerForms })
  })
  return found.length > 1 ? found : []
}

/** The first sentence of a block when it is a question with an answer behind it. */
function sentenceAsking(text: string, { sentences }: Block): Span | undefined {
  const [first, second] = sentences
  if (!first || !second || first.end - first.start > longestQuestion) return undefined
  return text[first.end - 1] === '?' && answerLabel.test(text.slice(second.start, second.start + 20))
    ? first
    : undefined
}

function restOf({ end, sentences }: Block, { end: from }: Span): Block['sentences'][number] & Pick<Block, 'sentences'> {
  const rest = sentences.filter(({ start }) => start >= from)
  return { start: rest[0]?.start ?? from, end, sentences: rest }
}

/** The first sentences of an answer. */
function opening({ start, end, sentences }: Span & Pick<Block, 'sentences'>): Span {
  const first = sentences.slice(0, longestQuote)
  const last = first.findLast((sentence) => sentence.end - start <= longestAnswer)
  return { start, end: last?.end ?? sentences[0]?.end ?? end }
}

/** Weight of a word that stands in the name of the document or in the answer, not in the written question. */
const besideWeight = 0.8
const leastAsked = 0.7
const leastWritten = 0.75

/** The answer below a question of the documents that is like the one asked; undefined where none is. */
export function answerWrittenQuestion(request: Request): Answer | undefined {
  const { reading, knowledge } = request
  if (reading.asks.some((ask) => ask === 'quote' || ask === 'summary' || ask === 'comparison' || ask === 'overview'))
    return undefined
  if (reading.subject === '' || claimsIn(reading).length > 0) return undefined
  const within = scopeOf(knowledge, reading)
  const subject = reading.subject.replace(
    /\s(?:hướng dẫn|huong dan|hỏi đáp|hoi dap)$|(?<!\p{L})(?:phần trăm|phan tram)(?!\p{L})/giu,
    '',
  )
  const wanted = wantedOf(subject, reading.plain, knowledge.rarity)
  const total = wanted.terms.reduce((sum, { weight }) => sum + weight, 0)
  const asked = new Set(wanted.terms.map(({ form }) => form))
  const weightOf = reading.plain ? knowledge.rarity.ofFolded : knowledge.rarity.ofTerm
  let best: { readonly written: WrittenQuestion; readonly score: number } | undefined
  for (const document of knowledge.corpus.documents) {
    if (within && !within.has(document.id)) continue
    const all = writtenIn(document)
    if (all.length === 0) continue
    for (const written of all) {
      const own = written.subjectForms[wanted.by]
      if (!wanted.terms.some(({ form }) => own.has(form)) || !isAlike(written, reading)) continue
      const answer = written.answerForms[wanted.by]
      const name = wordForms(document.metadata.title)[wanted.by]
      const held = wanted.terms.reduce(
        (sum, { form, weight }) =>
          sum + (own.has(form) ? weight : name.has(form) || answer.has(form) ? weight * besideWeight : 0),
        0,
      )
      if (held < total * leastAsked) continue
      const terms = [...own]
      const whole = terms.reduce((sum, form) => sum + weightOf(form), 0)
      const common = terms.reduce((sum, form) => sum + (asked.has(form) ? weightOf(form) : 0), 0)
      if (terms.length === 0 || common < whole * leastWritten) continue
      const score = held / total + common / whole
      if (!best || score > best.score) best = { written, score }
    }
  }
  return best && shown(best.written, reading)
}

/** The answer to "X là gì" where a document asks just that. */
export function answerWrittenTerm(term: string, { reading, knowledge }: Request): Answer | undefined {
  const within = scopeOf(knowledge, reading)
  const asking = new RegExp(
    `^(?:the nao la |khai niem |hieu the nao (?:la|ve) )?${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?: (?:(?:co )?nghia la gi|la gi|la nhu the nao|duoc hieu.*|la khai niem.*))?\\W*$`,
  )
  for (const document of knowledge.corpus.documents) {
    if (within && !within.has(document.id)) continue
    const written = writtenIn(document).find(({ folded }) => asking.test(folded))
    if (written) return shown(written, reading)
  }
  return undefined
}

/** Whether both want the same kind of answer, and the answer has it. */
function isAlike({ folded, answer, document }: WrittenQuestion, { asks, yesNo }: Reading): boolean {
  const own = asksOf(folded)
  if (own.length > 0 && asks.length > 0 && !own.some((ask) => asks.includes(ask))) return false
  if (yesNo && !/\b(?:khong|chua)\W*$/.test(folded)) return false
  const isFigure = asks.some((ask) => ask === 'percent' || ask === 'money' || ask === 'count' || ask === 'date')
  return !isFigure || /\d/.test(document.text.slice(answer.start, answer.end))
}

function shown({ document, question, answer }: WrittenQuestion, reading: Reading): Answer {
  return new AnswerParts()
    .state('Theo tài liệu:')
    .quote(document, answer, new Quote(document, question))
    .answer('answered', reading)
}
