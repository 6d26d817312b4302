import type { Answer } from '../src/answers/answer.ts'
import { documentName } from '../src/answers/source-line.ts'
import type { Fact } from '../src/facts/fact.ts'
import { longestQuote } from '../src/library/corpus.ts'
import type { Document } from '../src/library/document.ts'
import { blockAt } from '../src/library/quote.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import { countSentence } from './counts.ts'
import type { Request } from './handler.ts'
import { documentsMeant } from './scope.ts'

/** Sentences quoted in a summary. */
const quoted = 6

/** "Tóm tắt …": the document's own facts, never new prose. */
export function answerSummary(request: Request): Answer | undefined {
  const documents = documentsMeant(request)
  if (documents.length === 0 || documents.length > 3) return undefined
  const parts = new AnswerParts()
  for (const document of documents) summarize(parts, document, request.knowledge.ledger.of(document.id))
  return parts.answer('answered', request.reading)
}

const contentKinds: ReadonlySet<string> = new Set(['paragraph', 'item', 'table-row'])

/** The letterhead, the title and headings say what the paper is: its name in front of the summary has told it. */
function isContent(document: Document, { start }: Span): boolean {
  const block = blockAt(document, start)
  if (!block || !contentKinds.has(block.kind)) return false
  const head = document.head
  const spans = head ? [head.number, head.date, head.type, ...head.issuer, ...head.title] : []
  return start >= Math.max(0, ...spans.map((span) => span?.end ?? 0))
}

/** Longest lead that is quoted whole, in characters. */
const longestLead = 600

/** What a piece of news begins with: its first paragraph of prose, by whole sentences. */
function leadOf(document: Document): Span | undefined {
  const first = document.blocks.find(
    (block) => block.kind === 'paragraph' && block.end - block.start >= 60 && isContent(document, block),
  )
  if (!first) return undefined
  const last =
    first.sentences.slice(0, longestQuote).findLast(({ end }) => end - first.start <= longestLead) ?? first.sentences[0]
  return { start: first.start, end: last?.end ?? first.end }
}

function summarize(parts: AnswerParts, document: Document, facts: readonly Fact[]): void {
  const draft = document.metadata.status === 'draft' ? ' Văn bản được nói đến ở dạng dự thảo.' : ''
  parts.state(`Các dữ kiện chính trong ${documentName(document)}:${draft}`)
  const lead = document.metadata.textKind === 'report' ? leadOf(document) : undefined
  if (lead) parts.quote(document, lead)
  const counts = facts.filter(
    ({ kind }) => kind === 'task_group_count' || kind === 'indicator_count' || kind === 'other_count',
  )
  if (counts.length > 0) parts.list(counts.map((fact) => countSentence(fact, document)))
  const main = [
    ...counts,
    ...facts.filter(({ kind }) => kind === 'target' || kind === 'ranking' || kind === 'status'),
    ...facts.filter(({ kind }) => kind === 'result' || kind === 'person_role' || kind === 'event_date'),
    ...facts.filter(({ kind }) => kind === 'indicator' || kind === 'deadline'),
  ].filter(
    ({ context, person }) =>
      isContent(document, context) &&
      person?.action !== 'ký' &&
      !(lead && context.start < lead.end && lead.start < context.end),
  )
  const sentences = new Map(main.map((fact) => [fact.context.start, fact]))
  const chosen = [...sentences.values()].slice(0, quoted).sort((a, b) => a.context.start - b.context.start)
  if (chosen.length === 0 && !lead) {
    const opening = document.blocks.find((block) => block.kind === 'paragraph' && isContent(document, block))
    if (opening) parts.quote(document, opening)
  }
  for (const fact of chosen) parts.mention(fact, document)
  if (chosen.length > 0)
    parts.items(
      document,
      chosen.map(({ context }) => context),
      false,
      chosen[0]!.context,
    )
}
