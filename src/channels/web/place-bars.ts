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

/**
 * Places side by side: one bar for each place, drawn from the facts that a comparison states. Only facts of one kind, unit and year
 * are drawn together; anything else would compare what cannot be compared.
 *
 * @returns undefined unless at least two places can be drawn
 */
export function placesSideBySide(facts: readonly Fact[]): Markup | undefined {
  const drawable = facts.filter((fact) => fact.place !== undefined && measured(fact) && fact.kind !== 'ranking')
  const [first] = drawable
  if (!first) return undefined
  const alike = drawable.filter((fact) => comparable(fact, first))
  const byPlace = new Map(alike.toReversed().map((fact) => [fact.place!, fact]))
  const rows = alike.filter((fact) => byPlace.get(fact.place!) === fact)
  if (rows.length < 2 || rows.length !== drawable.length) return undefined
  const title = `So sánh ${first.subject}${first.year === undefined ? '' : ` năm ${first.year}`}`
  const description = rows.map((fact) => `${fact.place}: ${measure(fact)}`).join('; ')
  return html`<figure class="picture">
<figcaption>${title}</figcaption>
${drawing(rows, title, description)}
</figure>`
}

function comparable(a: Fact, b: Fact): boolean {
  const sameSubject = a.kind.endsWith('_count') || fold(a.subject) === fold(b.subject)
  return a.kind === b.kind && a.unit === b.unit && a.year === b.year && a.base === b.base && sameSubject
}

function drawing(rows: readonly Fact[], title: string, description: string): Markup {
  const height = rows.length * rowHeight
  const highest = rows[0]!.unit === '%' ? 100 : 1
  const full = Math.max(highest, ...rows.map(({ number }) => number!))
  const id = `ve-${rows[0]!.id.replace(/[^\w-]/g, '-')}`
  const bars = rows.map((fact, i) => {
    const y = i * rowHeight
    const bar = Math.max(2, Math.round((Math.max(0, fact.number!) / full) * width))
    const [place = ''] = wrapLabel(fact.place!, charactersInLine, 1)
    return html`<text class="subject" x="0" y="${y + 14}">${place}</text><text class="value" x="${width}" y="${y + 14}" text-anchor="end">${measure(fact)}</text>
<rect class="track" x="0" y="${y + 21}" width="${width}" height="${barHeight}" rx="4"/><rect class="bar" x="0" y="${y + 21}" width="${bar}" height="${barHeight}" rx="4"/>`
  })
  return html`<svg class="places" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${bars}
</svg>`
}
