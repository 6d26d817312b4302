import { passagePath } from '../../answers/html.ts'
import { html, type Markup } from '../../answers/markup.ts'
import type { Fact, FactKind } from '../../facts/fact.ts'
import type { Document } from '../../library/document.ts'
import { Quote } from '../../library/quote.ts'
import type { Span } from '../../vietnamese/sentences.ts'
import { factLine, factNotes } from './fact-line.ts'
import { targetsTimeline } from './timeline.ts'

/** The groups of the margin, in the order in which officials ask. */
const groups: readonly { readonly title: string; readonly kinds: readonly FactKind[] }[] = [
  { title: 'Số lượng', kinds: ['task_group_count', 'indicator_count', 'other_count'] },
  { title: 'Mục tiêu', kinds: ['target', 'indicator'] },
  { title: 'Nhóm nhiệm vụ, giải pháp', kinds: ['task_group'] },
  { title: 'Kết quả, xếp hạng', kinds: ['result', 'ranking'] },
  { title: 'Người và chức vụ', kinds: ['person_role'] },
  {
    title: 'Số hiệu, ngày, cơ quan',
    kinds: ['document_number', 'issue_date', 'issuing_body', 'status', 'document_relation'],
  },
  { title: 'Thời gian, thời hạn', kinds: ['event_date', 'deadline'] },
]

/** Groups up to this length stand open. */
const openUpTo = 10

/** The facts of a document beside its text, each leading to the words that say it. */
export function factsMargin(document: Document, facts: readonly Fact[], highlighted: Span | undefined): Markup {
  const picture = targetsTimeline(facts)
  const sections = groups.map(({ title, kinds }) => {
    const own = inOrder(
      title,
      facts.filter(({ kind }) => kinds.includes(kind)),
    )
    if (own.length === 0) return undefined
    const open = own.length <= openUpTo && html` open`
    const items = own.map((fact) => item(document, fact, highlighted))
    return html`<details class="fact-group"${open}><summary>${title} <span class="number">${own.length}</span></summary><ul>${items}</ul></details>`
  })
  const empty = picture === undefined && sections.every((section) => section === undefined)
  return html`<aside class="facts" aria-label="Số liệu trong văn bản">
<h2>Số liệu trong văn bản</h2>
${empty && html`<p class="note">Chưa rút được số liệu nào từ văn bản này.</p>`}
${picture}
${sections}
</aside>`
}

/** Targets by year, the rest in the order of the text. */
function inOrder(title: string, facts: readonly Fact[]): readonly Fact[] {
  const byText = facts.toSorted((a, b) => a.quote.start - b.quote.start)
  return title === 'Mục tiêu' ? byText.toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999)) : byText
}

function item(document: Document, fact: Fact, highlighted: Span | undefined): Markup {
  const here = highlighted && fact.quote.start < highlighted.end && fact.quote.end > highlighted.start
  const { label, value } = factLine(fact)
  const notes = factNotes(fact).map((note) => html`<small>${note}</small>`)
  return html`<li${here && html` class="here"`}><a href="${passagePath(new Quote(document, fact.quote))}">${label.charAt(0).toUpperCase() + label.slice(1)}${value !== '' && html` <strong>${value}</strong>`}</a>${notes}</li>`
}
