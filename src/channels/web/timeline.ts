import { html, type Markup } from '../../answers/markup.ts'
import type { Fact } from '../../facts/fact.ts'
import { measure, measured } from './fact-line.ts'
import { wrapLabel } from './svg-text.ts'

/** Measures of the drawing, in its own units: one is a CSS pixel at its natural width. */
const width = 320
const left = 64
const lineHeight = 18
const barHeight = 8
const gap = 14
const charactersInLine = 36

/** Most targets drawn; a document with more is better read as a table. */
const mostTargets = 24

interface Row {
  readonly fact: Fact
  readonly lines: readonly string[]
  readonly y: number
}

/**
 * Targets with a number and a year along a line from the first year to the last; percentages also as bars from 0 to 100 %. A table
 * beside it says the same.
 *
 * @returns undefined when there is nothing to draw
 */
export function targetsTimeline(facts: readonly Fact[]): Markup | undefined {
  const targets = facts
    .filter((fact) => fact.kind === 'target' && fact.year !== undefined && measured(fact))
    .toSorted((a, b) => a.year! - b.year! || a.quote.start - b.quote.start)
  if (targets.length === 0) return undefined
  const shown = targets.slice(0, mostTargets)
  const years = [...new Set(targets.map(({ year }) => year!))]
  const description = `${targets.length} mục tiêu có số liệu theo mốc năm ${years.join(', ')}; bảng bên dưới nêu cùng nội dung.`
  return html`<figure class="picture">
<figcaption>Mục tiêu theo mốc năm</figcaption>
${drawing(shown, description)}
<details><summary>Xem dạng bảng</summary>${tableOf(targets)}</details>
</figure>`
}

function drawing(targets: readonly Fact[], description: string): Markup {
  const rows: Row[] = []
  let y = 8
  for (const fact of targets) {
    const lines = wrapLabel(fact.subject, charactersInLine, 2)
    rows.push({ fact, lines, y })
    y += (lines.length + 1) * lineHeight + (isShare(fact) ? barHeight + 4 : 0) + gap
  }
  const id = `ve-${targets[0]!.id.replace(/[^\w-]/g, '-')}`
  return html`<svg class="timeline" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}">
<title id="${id}-t">Mục tiêu theo mốc năm</title><desc id="${id}-d">${description}</desc>
<line class="axis" x1="${left - 14}" y1="6" x2="${left - 14}" y2="${y - gap}"/>
${rows.map((row, i) => rowDrawing(row, rows[i - 1]?.fact.year !== row.fact.year))}
</svg>`
}

function rowDrawing({ fact, lines, y }: Row, newYear: boolean): Markup {
  const share = isShare(fact) ? fact.number! : undefined
  const below = y + (lines.length + 1) * lineHeight + 2
  const full = width - left
  return html`${newYear && html`<text class="year" x="0" y="${y + 12}">${fact.year}</text><circle class="node" cx="${left - 14}" cy="${y + 7}" r="5"/>`}
<text class="value" x="${left}" y="${y + 12}">${measure(fact)}</text>
${lines.map((line, i) => html`<text class="subject" x="${left}" y="${y + 12 + (i + 1) * lineHeight}">${line}</text>`)}
${share !== undefined && html`<rect class="track" x="${left}" y="${below}" width="${full}" height="${barHeight}" rx="4"/><rect class="bar" x="${left}" y="${below}" width="${round((full * share) / 100)}" height="${barHeight}" rx="4"/>`}`
}

function tableOf(targets: readonly Fact[]): Markup {
  const rows = targets.map(
    (fact) => html`<tr><td>${fact.year}</td><td>${fact.subject}</td><td>${measure(fact)}</td></tr>`,
  )
  return html`<div class="table-box" role="region" aria-label="Mục tiêu theo mốc năm, dạng bảng" tabindex="0"><table><thead><tr><th scope="col">Năm</th><th scope="col">Mục tiêu</th><th scope="col">Mức</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

/** A share of a whole, which a bar from 0 to 100 % can show; a growth rate is a percentage too, but of no whole. */
function isShare({ unit, number, subject }: Fact): boolean {
  const growth = /(?:^|\s)(?:tăng|giảm|tốc độ)(?:\s|$)/i.test(subject.normalize('NFC'))
  return unit === '%' && !growth && number !== undefined && number >= 0 && number <= 100
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
