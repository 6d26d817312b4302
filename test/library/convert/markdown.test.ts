import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../src/library/convert/dom.ts'
import { markdownOf } from '../../../src/library/convert/markdown-of-html.ts'
import { type Cell, type Place, tableLines } from '../../../src/library/convert/table-lines.ts'

const word = fc.constantFrom(
  'Bình',
  'An',
  '30%',
  'tỉnh',
  'a)',
  '1.',
  'I.',
  'ở|đó',
  '**',
  '#',
  '-',
  '1.250',
  '“xã”',
  '\\',
  'ễ',
)
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((each) => each.join(' '))

/** HTML as web pages and mammoth make it, nested, with its text beside it. */
interface Piece {
  readonly html: string
  readonly text: string
}

const wrapped =
  (tag: string) =>
  (inner: Piece): Piece => ({ html: `<${tag}>${inner.html}</${tag}>`, text: inner.text })
const joined = (pieces: readonly Piece[]): Piece => ({
  html: pieces.map(({ html }) => html).join(''),
  text: pieces.map(({ text }) => text).join(' '),
})

/** Words where HTML has no place for them. */
const stray = fc.oneof(fc.constant(''), words)

const inlineTags = ['b', 'strong', 'i', 'em', 'span', 'a', 'sup', 'u', 'unknown']
const blockTags = ['p', 'div', 'section', 'h1', 'h3', 'h6', 'blockquote', 'td', 'dl', 'form']

const { tree } = fc.letrec<{ tree: Piece; inline: Piece; table: Piece; list: Piece; block: Piece }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    words.map((text) => ({ html: text, text })),
    fc.constant({ html: '<br>', text: '' }),
    fc.tuple(fc.constantFrom(...inlineTags), tie('inline')).map(([tag, inner]) => wrapped(tag)(inner)),
    fc.array(tie('inline'), { maxLength: 3 }).map(joined),
  ),
  block: fc.tuple(fc.constantFrom(...blockTags), tie('inline')).map(([tag, inner]) => wrapped(tag)(inner)),
  list: fc
    .tuple(fc.constantFrom('ol', 'ul', 'ol start="4"'), fc.array(tie('tree'), { maxLength: 3 }), stray)
    .map(([tag, items, between]) => ({
      html: `<${tag}>${between}${items.map(({ html }) => `<li>${html}</li>`).join('')}</${tag.slice(0, 2)}>`,
      text: `${between} ${joined(items).text}`,
    })),
  table: fc
    .tuple(fc.array(fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), { maxLength: 4 }), stray)
    .map(([rows, between]) => ({
      html: `<table><caption>${between}</caption>${rows.map((row) => `<tr>${between}${row.map(({ html }) => `<td>${html}</td>`).join('')}</tr>`).join('')}</table>`,
      text: [between, ...rows.map((row) => `${between} ${joined(row).text}`)].join(' '),
    })),
  tree: fc.oneof({ maxDepth: 4, depthSize: 'small' }, tie('block'), tie('inline'), tie('list'), tie('table')),
}))

/** The letters and digits of a text; signs are those of Markdown too. */
const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort()

/** The letters of the one text that the other does not have. */
function missing(of: string, text: string): string[] {
  const there = new Map<string, number>()
  for (const letter of letters(text)) there.set(letter, (there.get(letter) ?? 0) + 1)
  return letters(of).filter((letter) => {
    const left = there.get(letter) ?? 0
    there.set(letter, left - 1)
    return left <= 0
  })
}

describe('markdownOf', () => {
  it('loses no letter and no digit of any text', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }).map(joined), ({ html, text }) => {
        expect(missing(text, markdownOf(documentOf(html).body).text)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the order of the words outside tables, and adds numbers of lists alone', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const html = paragraphs.map((text) => `<p>${text}</p>`).join('\n')
        const { text } = markdownOf(documentOf(html).body)
        expect(text.replace(/[\s*]/g, '')).toBe(paragraphs.join('').replace(/[\s*]/g, ''))
      }),
    )
  })

  it('reads any text as HTML without a failure', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      'table',
      'td',
      '<tr>',
      '<li>',
      '<p',
      ' rowspan="9"',
      '"',
      '&amp',
      '&#0;',
      '<!--',
      'Mẫu',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(typeof markdownOf(documentOf(parts.join('')).body).text).toBe('string')
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the words of a table once, however its cells span', () => {
    const span = fc.constantFrom('1', '2', '3', '0', '-1', '999', 'x')
    const cell = fc.tuple(fc.constantFrom('td', 'th'), span, span)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }), (rows) => {
        let count = 0
        const html = rows.map(
          (row) =>
            `<tr>${row.map(([tag, wide, high]) => `<${tag} colspan="${wide}" rowspan="${high}">ô${count++}x</${tag}>`).join('')}</tr>`,
        )
        const { text } = markdownOf(documentOf(`<table>${html.join('')}</table>`).body)
        for (let i = 0; i < count; i++) expect(text).toContain(`ô${i}x`)
      }),
      { numRuns: 300 },
    )
  })
})

describe('tableLines', () => {
  const cell: fc.Arbitrary<Cell> = fc.record({ lines: fc.array(words, { maxLength: 3 }), header: fc.boolean() })
  const grid = fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.array(
      fc.array(
        fc.option(
          cell.map((each): Place => ({ cell: each, begins: true })),
          { nil: undefined },
        ),
        { minLength: columns, maxLength: columns },
      ),
      { maxLength: 6 },
    ),
  )

  it('loses no letter of a cell, whatever is marked as header', () => {
    fc.assert(
      fc.property(grid, fc.integer({ min: -1, max: 7 }), (rows, headRows) => {
        const text = rows.flatMap((row) => row.flatMap((place) => place?.cell.lines ?? [])).join(' ')
        expect(missing(text, tableLines(rows, headRows).rows.join('\n'))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('writes rows of one width under a header, with no bar that a cell brings', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const { rows: lines, layout } = tableLines(rows, 1)
        fc.pre(!layout)
        expect(lines[1]).toMatch(/^\|(?: --- \|)+$/)
        const bars = (line: string) => line.replace(/\\\|/g, '').split('|').length
        for (const line of lines) expect(bars(line)).toBe(bars(lines[1]!))
      }),
      { numRuns: 300 },
    )
  })
})
