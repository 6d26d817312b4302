import { blockAt, type Quote } from '../library/quote.ts'
import type { Answer, AnswerBlock, Choice, Citation, TableCell } from './answer.ts'
import { html, type Markup } from './markup.ts'
import { documentName } from './source-line.ts'

/** Where the parts of an answer lead, as the page that shows it wants them. */
export interface AnswerLinks {
  /** Address of the passage in its document. */
  passage(quote: Quote): string
  /** Address of the document with this id. */
  document(id: string): string
  /** Address that asks the question. */
  question(question: string): string
}

/**
 * An answer as HTML: the same words as `plainText`, with quotations, tables and choices as what they are.
 *
 * @param picture of the answer's facts; stands below its first table, or at its end
 */
export function answerHtml(answer: Answer, links: AnswerLinks, picture?: Markup): Markup {
  const place = answer.blocks.findIndex(({ kind }) => kind === 'table')
  const blocks = answer.blocks.map((block, i) => html`${blockHtml(block, answer, links)}${i === place && picture}`)
  return html`${blocks}${place < 0 && picture}${choicesHtml(answer.choices, links)}`
}

/** Address path of a quotation in the reader: the server highlights it, the browser scrolls to it. */
export function passagePath(quote: Quote): string {
  return `${documentPath(quote.document.id)}?trich=${quote.code}#${quote.code}`
}

/** Address path of a document in the reader. */
export function documentPath(id: string): string {
  return `/van-ban/${encodeURIComponent(id)}`
}

function blockHtml(block: AnswerBlock, answer: Answer, links: AnswerLinks): Markup {
  switch (block.kind) {
    case 'statement':
      return html`<p class="statement">${block.text}</p>`
    case 'note':
      return html`<p class="note">${block.text}</p>`
    case 'quote':
      return quotation(answer.citations[block.citation]!, links)
    case 'source':
      return html`<p class="source">${source(answer.citations[block.citation]!.quote, links)}</p>`
    case 'quoted-list': {
      const quotes = block.citations.map((at) => answer.citations[at]!.quote)
      const items = quotes.map((quote) => html`<li><a href="${links.passage(quote)}">${withoutBullet(quote)}</a></li>`)
      return list('quoted list', block, items)
    }
    case 'list':
      return list(
        'list',
        block,
        block.items.map((item, i) => {
          const id = block.documents?.[i + (block.first ?? 1) - 1]
          return html`<li>${id === undefined ? item : html`<a href="${links.document(id)}">${item}</a>`}</li>`
        }),
      )
    case 'table':
      return table(block.header, block.rows)
  }
}

function list(
  className: string,
  { ordered, first = 1 }: { readonly ordered: boolean; readonly first?: number },
  items: readonly Markup[],
): Markup {
  return ordered
    ? html`<ol class="${className}" start="${String(first)}">${items}</ol>`
    : html`<ul class="${className}">${items}</ul>`
}

function quotation(citation: Citation, links: AnswerLinks): Markup {
  const { quote } = citation
  return html`<figure class="quotation" data-code="${quote.code}">
<blockquote cite="${links.passage(quote)}">${rowQuotation(citation) ?? wordsOf(citation)}</blockquote>
<figcaption class="source">${source(quote, links)}</figcaption>
</figure>`
}

function wordsOf({ quote, header }: Citation): Markup {
  return html`${header && html`<p class="header-row">${header.text}</p>`}<p>${withoutBullet(quote)}</p>`
}

/** The words of a list item without the sign that opens it: on a page the list or the quotation marks stand in its place. */
export function withoutBullet({ text }: Pick<Quote, 'text'>): string {
  return text.replace(/^[-–—•*+]\s+/, '')
}

/** A quoted row of a table as a table, under its header row; undefined when the quotation is not a whole row. */
function rowQuotation({ quote, header }: Citation): Markup | undefined {
  const { document, start, end } = quote
  const block = blockAt(document, start)
  if (!block?.cells || block.start !== start || block.end !== end) return undefined
  const words = (cells: typeof block.cells) => cells.map((cell) => document.text.slice(cell.start, cell.end))
  const headerCells = header && blockAt(document, header.start)?.cells
  return table(headerCells ? words(headerCells) : [], [words(block.cells)])
}

/** The table scrolls inside its own box, which the keyboard can reach. */
function table(header: readonly string[], rows: readonly (readonly TableCell[])[]): Markup {
  const head =
    header.length > 0 && html`<thead><tr>${header.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>`
  const body = rows.map(
    ([first = '', ...others]) =>
      html`<tr><th scope="row">${cellHtml(first)}</th>${others.map((cell) => html`<td>${cellHtml(cell)}</td>`)}</tr>`,
  )
  return html`<div class="table-box" role="region" aria-label="${['Bảng', ...header].join(' · ')}" tabindex="0"><table>${head}<tbody>${body}</tbody></table></div>`
}

function cellHtml(cell: TableCell): Markup | string {
  return typeof cell === 'string' ? cell : html`<ul>${cell.map((each) => html`<li>${each}</li>`)}</ul>`
}

function source(quote: Quote, links: AnswerLinks): Markup {
  const place = [...quote.sectionPath, quote.page !== undefined && `trang ${quote.page}`].filter(
    (part) => part !== false,
  )
  return html`Nguồn: <a href="${links.passage(quote)}">${documentName(quote.document)}</a>${place.map(
    (part) => html` <span class="place">${part}</span>`,
  )} <span class="code">Mã: <code>${quote.code}</code></span>`
}

function choicesHtml(choices: readonly Choice[], links: AnswerLinks): Markup {
  if (choices.length === 0) return html``
  const items = choices.map(
    ({ label, question }) =>
      html`<li><a class="choice" href="${links.question(question)}" data-question="${question}">${label}</a></li>`,
  )
  return html`<ol class="choices" aria-label="Chọn một">${items}</ol>`
}
