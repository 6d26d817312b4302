import { passagePath } from '../../answers/html.ts'
import { html, type Markup } from '../../answers/markup.ts'
import type { EarlierVersion } from '../../intake/versions.ts'
import type { Knowledge } from '../../knowledge.ts'
import { reopen } from '../../library/corpus.ts'
import type { Document } from '../../library/document.ts'
import { Quote } from '../../library/quote.ts'
import { particulars, standingLabel, textKindLabel } from './describe.ts'
import { earlierRows } from './earlier-page.ts'
import { factsMargin } from './facts-margin.ts'
import type { Page } from './layout.ts'
import { type Anchor, documentText } from './reader-text.ts'
import { type Related, relatedTo } from './related.ts'
import { relationRows } from './relation-rows.ts'

/** Most headings in the outline; longer documents show only the outer levels. */
const longestOutline = 80

/**
 * A document as a page: its text with outline and facts.
 *
 * @param code of the passage to highlight, as it came with the address
 * @param earlier texts of the document that newer ones have replaced
 */
export async function readerPage(
  knowledge: Knowledge,
  document: Document,
  code: string | undefined,
  earlier: readonly EarlierVersion[] = [],
): Promise<Page> {
  const facts = knowledge.ledger.of(document.id)
  const factSpans = facts.flatMap(({ quote, context }) => [quote, context])
  const reopened =
    code === undefined ? undefined : reopen(knowledge.corpus, code, ({ id }) => (id === document.id ? factSpans : []))
  const quote = reopened?.kind === 'found' && reopened.quote.document === document ? reopened.quote : undefined
  const related = quote && (await relatedTo(quote, knowledge))
  const passages = knowledge.corpus.passages.filter((passage) => passage.document === document)
  const anchors = [...passages, ...factSpans].map((span): Anchor => {
    const { start, end, code } = new Quote(document, span)
    return { start, end, code }
  })
  return {
    title: document.metadata.title,
    at: 'documents',
    kind: 'reader',
    script: 'reader.js',
    main: html`${documentHead(document, knowledge, earlier)}
${code !== undefined && !quote && lostPassage()}
<div class="reader-columns">
${outline(document)}
<article class="text" aria-label="Nội dung văn bản">${documentText(document, quote, anchors)}</article>
${factsMargin(document, facts, quote)}
</div>
${related && passageBar(related)}`,
  }
}

function documentHead(document: Document, knowledge: Knowledge, earlier: readonly EarlierVersion[]): Markup {
  const status = standingLabel(document, knowledge)
  const rows = particulars(document).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)
  const warnings = [
    document.metadata.textKind === 'abstract' &&
      'Đây là bản tóm tắt nội dung từ nguồn nêu trên, không phải nguyên văn văn bản.',
    document.metadata.textKind === 'report' && 'Đây là bài viết về văn bản, không phải bản thân văn bản.',
    document.metadata.status === 'draft' && 'Nội dung là dự thảo; văn bản được ban hành có thể khác.',
    status === 'Đã thay thế' && 'Văn bản đã được thay thế.',
    status === 'Đã bãi bỏ' && 'Văn bản đã bị bãi bỏ.',
    status === 'Đã sửa đổi' && 'Văn bản đã được sửa đổi, bổ sung.',
  ].filter((warning) => warning !== false)
  return html`<header class="document-head">
<p class="labels"><span class="label">${textKindLabel(document)}</span>${status && html` <span class="label">${status}</span>`}</p>
<h1>${document.metadata.title}</h1>
<dl class="particulars">${rows}${relationRows(document, knowledge)}${earlierRows(document, earlier)}</dl>
${warnings.length > 0 && html`<p class="warning">${warnings.join(' ')}</p>`}
</header>`
}

function lostPassage(): Markup {
  return html`<p class="warning" role="alert">Không còn thấy đoạn trích mang mã này trong văn bản: nội dung đã thay đổi hoặc mã bị chép nhầm. Dưới đây là văn bản hiện có.</p>`
}

function outline(document: Document): Markup {
  const headings = document.sections
    .map(({ heading, depth }, index) => ({ heading, depth, index }))
    .filter(({ heading, index }) => index > 0 && heading !== '')
  const deepest =
    [4, 3, 2].find((depth) => headings.filter((each) => each.depth <= depth).length <= longestOutline) ?? 1
  const items = headings
    .filter(({ depth }) => depth <= deepest)
    .slice(0, 2 * longestOutline)
    .map(({ heading, depth, index }) => html`<li class="depth-${depth}"><a href="#muc-${index}">${heading}</a></li>`)
  if (items.length === 0) return html`<nav class="outline" aria-label="Mục lục"></nav>`
  return html`<nav class="outline" aria-label="Mục lục"><details open><summary>Mục lục</summary><ol>${items}</ol></details></nav>`
}

/** Stays at the foot of the window: where else the document speaks of what the passage speaks of. */
function passageBar({ subject, previous, next, elsewhere }: Related): Markup {
  const link = (quote: Quote | undefined, text: string, rel: string) =>
    quote
      ? html`<a class="button quiet" rel="${rel}" href="${passagePath(quote)}">${text}</a>`
      : html`<span class="button quiet off">${text}</span>`
  const others = elsewhere.map(
    (quote) => html`<li><a href="${passagePath(quote)}">${quote.document.metadata.title}</a></li>`,
  )
  return html`<aside class="passage-bar" aria-label="Đoạn liên quan">
<p>${subject === undefined ? 'Đoạn gần nội dung' : html`Cùng nói về <strong>${subject}</strong>`}</p>
<p class="steps">${link(previous, '← Trước', 'prev')} ${link(next, 'Sau →', 'next')}</p>
${others.length > 0 && html`<details><summary>Ở văn bản khác</summary><ul>${others}</ul></details>`}
</aside>`
}
