import { documentPath, passagePath, withoutBullet } from '../../answers/html.ts'
import { html, type Markup } from '../../answers/markup.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Document, Passage } from '../../library/document.ts'
import { Quote } from '../../library/quote.ts'
import { fold } from '../../vietnamese/normal-form.ts'
import { particulars, standingLabel, textKindLabel, yearOf } from './describe.ts'
import type { Page } from './layout.ts'

/** What the list of documents is narrowed to; an empty string does not narrow. */
export interface DocumentFilter {
  readonly search: string
  readonly place: string
  readonly kind: string
  readonly year: string
  /** Counted from 1. */
  readonly page: number
}

/** Documents on one page of the list, and passages looked through for words that no title holds. */
const perPage = 50
const passagesSearched = 200

/** The documents with filters, and a search in titles and texts. */
export async function documentsPage(knowledge: Knowledge, filter: DocumentFilter): Promise<Page> {
  const { documents } = knowledge.corpus
  const admitted = documents.filter((document) => admits(filter, document))
  const found =
    filter.search === '' ? admitted.map((document) => ({ document })) : await search(knowledge, filter, admitted)
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(filter.page, pages)
  const shown = found.slice((page - 1) * perPage, page * perPage)
  return {
    title: 'Văn bản',
    at: 'documents',
    kind: 'documents',
    main: html`<h1>Văn bản</h1>
${filterForm(documents, filter)}
<p class="count" role="status">${countLine(found.length, documents.length)}</p>
<ol class="documents">${shown.map((found) => entry(found, filter.search, knowledge))}</ol>
${pages > 1 && pager(filter, page, pages)}`,
  }
}

interface Found {
  readonly document: Document
  /** The passage that holds the words, when the title does not. */
  readonly passage?: Passage
}

function admits({ place, kind, year }: DocumentFilter, document: Document): boolean {
  const { metadata } = document
  return (
    (place === '' || metadata.place === place) &&
    (kind === '' || metadata.kind === kind) &&
    (year === '' || String(yearOf(document)) === year)
  )
}

/** Documents whose title or number holds all words come first, then those whose text does, best passage first. */
async function search(
  knowledge: Knowledge,
  { search: text }: DocumentFilter,
  admitted: readonly Document[],
): Promise<Found[]> {
  const words = fold(text).split(/\s+/).filter(Boolean)
  const found = new Map<Document, Found>()
  for (const document of admitted) {
    const { title, number, issuer, place } = document.metadata
    const held = fold([title, number, issuer, place].filter(Boolean).join(' '))
    if (words.every((word) => held.includes(word))) found.set(document, { document })
  }
  const within = new Set(admitted.map(({ id }) => id))
  const { hits } = await knowledge.retriever.search({ text, filter: { documents: within }, limit: passagesSearched })
  for (const { passage, coverage } of hits) {
    const { document } = passage
    if (coverage >= 0.6 && within.has(document.id) && !found.get(document)?.passage)
      found.set(document, { document, passage })
  }
  return [...found.values()]
}

function filterForm(documents: readonly Document[], filter: DocumentFilter): Markup {
  const places = distinct(documents.map(({ metadata }) => metadata.place))
  const kinds = distinct(documents.map(({ metadata }) => metadata.kind))
  const years = distinct(documents.map((document) => yearOf(document)?.toString())).reverse()
  return html`<form class="filters" action="/van-ban" method="get" role="search">
<p class="field wide"><label for="tim">Tìm trong văn bản</label><input id="tim" name="tim" type="search" maxlength="300" value="${filter.search}"></p>
${select('noi', 'Địa phương', places, filter.place)}
${select('loai', 'Loại', kinds, filter.kind)}
${select('nam', 'Năm', years, filter.year)}
<p class="field"><button type="submit">Lọc</button></p>
</form>`
}

function select(name: string, label: string, values: readonly string[], chosen: string): Markup {
  const options = values.map(
    (value) => html`<option value="${value}"${value === chosen && html` selected`}>${value}</option>`,
  )
  return html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">Tất cả</option>${options}</select></p>`
}

function distinct(values: readonly (string | undefined)[]): string[] {
  const collator = new Intl.Collator('vi')
  return [...new Set(values.filter((value) => value !== undefined))].sort(collator.compare)
}

function countLine(found: number, all: number): string {
  if (found === 0) return 'Không có văn bản nào phù hợp; anh/chị bỏ bớt điều kiện lọc.'
  return found === all ? `${all} văn bản` : `${found} trong ${all} văn bản`
}

function entry({ document, passage }: Found, search: string, knowledge: Knowledge): Markup {
  const status = standingLabel(document, knowledge)
  const details = particulars(document).map(
    ([name, value]) => html`<li>${/^Ngày/.test(name) && `${name} `}${value}</li>`,
  )
  const quote = passage && bestSentence(passage, search)
  return html`<li>
<h2><a href="${documentPath(document.id)}">${document.metadata.title}</a></h2>
<p class="labels"><span class="label">${textKindLabel(document)}</span>${status && html` <span class="label">${status}</span>`}</p>
<ul class="details">${details}</ul>
${quote && html`<p class="excerpt"><a href="${passagePath(quote)}">${clip(withoutBullet(quote))}</a></p>`}
</li>`
}

function pager({ search, place, kind, year }: DocumentFilter, page: number, pages: number): Markup {
  const to = (number: number, text: string, rel: string) => {
    const query = new URLSearchParams({ tim: search, noi: place, loai: kind, nam: year, trang: String(number) })
    return html`<a class="button quiet" rel="${rel}" href="/van-ban?${query.toString()}">${text}</a>`
  }
  return html`<nav class="pager" aria-label="Các trang">${page > 1 && to(page - 1, 'Trang trước', 'prev')}
<span>Trang ${page}/${pages}</span> ${page < pages && to(page + 1, 'Trang sau', 'next')}</nav>`
}

/** The sentence of a passage that holds most of the words. */
function bestSentence({ document, start, end }: Passage, search: string): Quote {
  const words = fold(search).split(/\s+/)
  let best = { quote: new Quote(document, { start, end }), held: 0 }
  for (const block of document.blocks) {
    if (block.end <= start || block.start >= end) continue
    for (const sentence of block.sentences) {
      if (sentence.start < start || sentence.end > end) continue
      const quote = new Quote(document, sentence)
      const text = fold(quote.text)
      const held = words.filter((word) => text.includes(word)).length
      if (held > best.held) best = { quote, held }
    }
  }
  return best.quote
}

function clip(text: string): string {
  return text.length <= 220 ? text : `${text.slice(0, text.lastIndexOf(' ', 220))} …`
}
