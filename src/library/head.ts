import { normalForm } from '../vietnamese/normal-form.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Document, DocumentStatus, Metadata } from './document.ts'
import type { FrontMatter } from './front-matter.ts'

/** Longest title made from a first sentence, in characters. */
const titleLimit = 160

/** What a document says of itself: from its front matter where there is one, else from its title and first lines. */
export function readHead(
  document: Omit<Document, 'metadata'>,
  title: Span | undefined,
  frontMatter: FrontMatter,
): Metadata {
  const { kind, number, issuer, issued_on, place, source } = frontMatter
  return {
    title: frontMatter.title ?? titleOf(document, title),
    status: frontMatter.status ?? statusOf(document),
    textKind: frontMatter.text ?? 'original',
    ...(kind && { kind }),
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(issued_on && { issuedOn: issued_on }),
    ...(place && { place }),
    ...(source && {
      source: {
        ...(source.title && { title: source.title }),
        ...(source.publisher && { publisher: source.publisher }),
        ...(source.published_on && { publishedOn: source.published_on }),
      },
    }),
  }
}

function titleOf({ text, blocks, file }: Omit<Document, 'metadata'>, title: Span | undefined): string {
  const first = blocks.find(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'table-row')
  const span = title ?? first?.sentences[0]
  if (!span) return file
  const line = normalForm(text.slice(span.start, span.end))
    .replace(/^(?:#+|[-*•])\s+|\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (title || line.length <= titleLimit) return line
  return `${line.slice(0, line.lastIndexOf(' ', titleLimit))} …`
}

/** Draft when the title or the first paragraphs call the paper a draft; issued when they say it was issued. */
function statusOf({ text, blocks }: Omit<Document, 'metadata'>): DocumentStatus {
  const opening = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'heading').slice(0, 4)
  const words = opening.map(({ start, end }) => normalForm(text.slice(start, end)).toLowerCase()).join('\n')
  if (/dự thảo|cho ý kiến vào|lấy ý kiến/u.test(words)) return 'draft'
  return /(?:đã|vừa|mới) ban hành/u.test(words) ? 'issued' : 'unknown'
}
