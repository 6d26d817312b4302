import type { Answer } from '../../answers/answer.ts'
import { html, type Markup } from '../../answers/markup.ts'
import type { Fact } from '../../facts/fact.ts'
import { fold } from '../../vietnamese/normal-form.ts'
import { measure, measured } from './fact-line.ts'
import { wrapLabel } from './svg-text.ts'

/** Measures of the drawing, in its own units: one is a CSS pixel at its natural width. */
const width = 320
const rowHeight = 46
const barHeight = 14
const charactersInLine = 26

/** A fact and the place it is drawn for. */
interface Row {
  readonly fact: Fact
  readonly place: string
}

/**
 * Places side by side: one bar for each place, drawn from the facts that a comparison states; a fact that names no place belongs to
 * its document's. Only facts of one kind, unit and year are drawn together: anything else would compare what cannot be compared.
 *
 * @returns undefined unless at least two places can be drawn
 */
export function placesSideBySide({ citations, facts }: Pick<Answer, 'citations' | 'facts'>): Markup | undefined {
  const rows = new Map<string, Row>()
  for (const { fact, citation } of facts) {
    const place = fact.place ?? citations[citation]?.quote.document.metadata.place
    const first = rows.values().next().value?.fact ?? fact
    if (place === undefined || !measured(fact) || !comparable(fact, first)) return undefined
    const drawn = rows.get(place)
    if (drawn && drawn.fact.value !== fact.value) return undefined
    rows.set(place, { fact, place })
  }
  if (rows.size < 2) return undefined
  const all = [...rows.values()]
  const title = titleOf(all[0]!.fact)
  const description = all.map(({ fact, place }) => `${place}: ${valueText(fact)}`).join('; ')
  return html`<figure class="picture">
<figcaption>${title}</figcaption>
${drawing(all, title, description)}
</figure>`
}

function titleOf({ kind, subject, year }: Fact): string {
  const counted =
    kind === 'task_group_count' ? 'số nhóm nhiệm vụ, giải pháp' : kind === 'indicator_count' ? 'số chỉ tiêu' : subject
  return `So sánh ${counted}${year === undefined ? '' : ` năm ${year}`}`
}

/** A number that the document does not state is never shown as if it did. */
function valueText(fact: Fact): string {
  return fact.stated ? measure(fact) : `${measure(fact)} (đếm từ danh mục)`
}

function comparable(a: Fact, b: Fact): boolean {
  // Two documents word what they count differently ("nhóm nhiệm vụ", "nhóm nhiệm vụ chủ yếu"); the kind says it is the same.
  const sameSubject =
    a.kind === 'task_group_count' || a.kind === 'indicator_count' || fold(a.subject) === fold(b.subject)
  return (
    a.kind !== 'ranking' &&
    a.kind === b.kind &&
    a.unit === b.unit &&
    a.year === b.year &&
    a.base === b.base &&
    sameSubject
  )
}

function drawing(rows: readonly Row[], title: string, description: string): Markup {
  const height = rows.length * rowHeight
  const highest = rows[0]!.fact.unit === '%' ? 100 : 1
  const full = Math.max(highest, ...rows.map(({ fact }) => fact.number!))
  const id = `ve-${rows[0]!.fact.id.replace(/[^\w-]/g, '-')}`
  const bars = rows.map(({ fact, place }, i) => {
    const y = i * rowHeight
    const bar = Math.max(2, Math.round((Math.max(0, fact.number!) / full) * width))
    const [label = ''] = wrapLabel(place, charactersInLine, 1)
    return html`<text class="subject" x="0" y="${y + 14}">${label}</text><text class="value" x="${width}" y="${y + 14}" text-anchor="end">${valueText(fact)}</text>
<rect class="track" x="0" y="${y + 21}" width="${width}" height="${barHeight}" rx="4"/><rect class="bar" x="0" y="${y + 21}" width="${bar}" height="${barHeight}" rx="4"/>`
  })
  return html`<svg class="places" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${bars}
</svg>`
}
