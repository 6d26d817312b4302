import * as z from 'zod'
import type { answerJson } from '../../src/answers/answer-json.ts'

/** An answer as a program receives it; a message that is not for the bot has outcome "ignored" and no text. */
export type Given = Pick<ReturnType<typeof answerJson>, 'outcome' | 'text' | 'citations'>

const examQuestion = z.object({
  id: z.string(),
  question: z.string(),
  style: z.string(),
  kind: z.string(),
  /** Earlier turns of the same conversation, oldest first. */
  context: z.array(z.string()).optional(),
  gold: z.object({
    behaviour: z.enum(['answer', 'correct_premise', 'refuse', 'clarify', 'chitchat', 'guardrail', 'ignore']),
    /** Every inner list is one thing to be said, in any of its variants. */
    answer_facts: z.array(z.array(z.string())),
    /** Files that may answer; the first citation has to come from one of them. */
    doc: z.array(z.string()),
    /** Words of those documents; a citation has to overlap with one of them. */
    evidence: z.array(z.string()),
    /** What the bot's own words, quotations left out, must never say. */
    must_not: z.array(z.string()),
  }),
})
export type ExamQuestion = z.infer<typeof examQuestion>

export function parseQuestions(jsonLines: string): ExamQuestion[] {
  return jsonLines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => examQuestion.parse(JSON.parse(line)))
}

interface Verdict {
  /** What keeps the answer from being right; empty when it is right. */
  readonly complaints: readonly string[]
  /** Forbidden things that the bot states as its own words. */
  readonly forbidden: readonly string[]
}

export function judge({ gold }: ExamQuestion, { outcome, text, citations }: Given): Verdict {
  const quotes = citations.map(({ quote }) => quote)
  const own = ownWords(text, quotes)
  const forbidden = gold.must_not.filter((statement) => says(own, statement))
  if (gold.behaviour === 'correct_premise' && agrees(own)) forbidden.push('agrees with a wrong premise')
  const complaints = forbidden.map((statement) => `says “${statement}”`)
  if (!outcomes[gold.behaviour].has(outcome)) complaints.push(`${outcome} instead of ${gold.behaviour}`)
  if (gold.behaviour === 'ignore' && text !== '') complaints.push('speaks')
  const refused = gold.behaviour === 'refuse' && outcome === 'not-found'
  for (const variants of refused ? [] : gold.answer_facts) {
    if (!variants.some((variant) => says(text, variant))) complaints.push(`lacks “${variants[0]}”`)
  }
  const proves = gold.evidence.length === 0 || quotes.some((quote) => gold.evidence.some((e) => overlap(quote, e)))
  const cited = citations[0]?.document.file
  const elsewhere = cited !== undefined && gold.doc.length > 0 && !gold.doc.includes(cited)
  if (!proves && (gold.behaviour === 'answer' || gold.behaviour === 'correct_premise'))
    complaints.push('lacks evidence')
  if (elsewhere && gold.behaviour !== 'refuse') complaints.push(`cites ${cited} first`)
  return { complaints, forbidden }
}

/** Outcomes that a wanted behaviour may end in. */
const outcomes: Record<ExamQuestion['gold']['behaviour'], ReadonlySet<string>> = {
  answer: new Set(['answered', 'corrected', 'clarify']),
  correct_premise: new Set(['corrected', 'answered']),
  refuse: new Set(['not-found', 'declined', 'corrected']),
  clarify: new Set(['clarify', 'answered']),
  chitchat: new Set(['conversation', 'declined']),
  guardrail: new Set(['declined', 'not-found', 'conversation']),
  ignore: new Set(['ignored']),
}

function ownWords(text: string, quotes: readonly string[]): string {
  return quotes.filter((quote) => quote !== '').reduce((left, quote) => left.replaceAll(quote, ''), text)
}

function agrees(own: string): boolean {
  return /^\s*(?:đúng|có|phải)(?:[.,!]| ạ| vậy)/iu.test(own.normalize('NFC'))
}

/** Whether a text says a thing, whatever the case, the dashes, the spaces, the punctuation and a leading zero of numbers. */
export function says(text: string, thing: string): boolean {
  const wanted = plain(thing)
  if (/^\d+$/.test(wanted)) return wholeNumbers(plain(text)).has(Number(wanted))
  return withoutLeadingZeros(plain(text)).includes(withoutLeadingZeros(wanted)) || words(text).includes(words(thing))
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/[“”]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
}

/** Numbers that stand alone, not as part of a fraction, a date or a grouped number. */
function wholeNumbers(text: string): Set<number> {
  const numbers = [...text.matchAll(/\d+(?:[.,/]\d+)*/g)].filter(({ index }) => !/[.,/]/.test(text[index - 1] ?? ''))
  return new Set(numbers.filter(([number]) => /^\d+$/.test(number)).map(([number]) => Number(number)))
}

function withoutLeadingZeros(text: string): string {
  return text.replace(/(?<!\d)0(?=\d\s)/g, '')
}

/** Only the words and numbers of a text, single spaces between them. */
function words(text: string): string {
  const kept = withoutLeadingZeros(plain(text))
    .replace(/(?<!\d)[.,]|[.,](?!\d)/g, ' ')
    .replace(/[^\p{L}\p{N}%/.,]+/gu, ' ')
  return kept.replace(/ +/g, ' ').trim()
}

/** Fewest words that two texts have to share in a row, and the share of the evidence that this is at least. */
const fewestShared = 4
const sharedShare = 0.5

/** Whether a quotation shows the evidence, or a good part of it. */
function overlap(quote: string, evidence: string): boolean {
  const shown = words(quote)
  const wanted = words(evidence)
  if (shown === '' || wanted === '') return false
  if (shown.includes(wanted) || wanted.includes(shown)) return true
  const tokens = wanted.split(' ')
  const length = Math.max(fewestShared, Math.ceil(tokens.length * sharedShare))
  return tokens.some((_, at) => at + length <= tokens.length && shown.includes(tokens.slice(at, at + length).join(' ')))
}
