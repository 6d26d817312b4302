import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../src/facts/ledger.ts'
import { corpusOf } from '../../src/library/corpus.ts'
import { readDocument } from '../../src/library/read-document.ts'

/** Texts that a pattern with a bad way back, or a loop in a loop, would never be done with. */
const length = 40_000
const hostile: Readonly<Record<string, string>> = {
  'one letter': 'a'.repeat(length),
  'one capital letter': 'A'.repeat(length),
  'letters and stops': 'a.'.repeat(length / 2),
  'numbers and stops': '1.1.'.repeat(length / 4),
  stops: '.'.repeat(length),
  'stops and quotation marks': '.””'.repeat(length / 3),
  'spaces between two letters': `a${' '.repeat(length)}b`,
  'spaces before a bar': `a${'\u00a0'.repeat(length)}|`,
  'number signs': '#'.repeat(length),
  'a number sign and spaces': `#${' '.repeat(length)}x`,
  'a comment of bars': `# ${'| '.repeat(length / 2)}`,
  bars: '|'.repeat(length),
  'dashes between bars': `|${'--|'.repeat(length / 3)}x`,
  dashes: '- '.repeat(length / 2),
  asterisks: `**${'*a'.repeat(length / 2)}`,
  'open brackets': '(“['.repeat(length / 3),
  'open links': '[a]('.repeat(length / 4),
  semicolons: 'a;'.repeat(length / 2),
  names: 'Nguyễn Văn '.repeat(length / 11),
  photographers: 'ảnh: '.repeat(length / 5),
  dates: 'ngày 12/3/2020 '.repeat(length / 15),
  'digits behind a licence': `giấy phép số ${'1'.repeat(length)}`,
  'combining marks': `a${'\u0301'.repeat(length)}`,
  'half letters': '\ud800'.repeat(length),
  'form feeds': '\f'.repeat(length),
  'empty lines': `a${'\n'.repeat(length)}b`,
  'short lines': 'a\n'.repeat(length / 2),
  'numbered lines': '1. Xây dựng\n'.repeat(length / 12),
  'page numbers': '12\n'.repeat(length / 3),
  'nested lines': 'I. Xây\n1. Phát\na) đi\n'.repeat(length / 22),
  headings: '# Một\n## Hai\n'.repeat(length / 13),
  rows: `| a | b |\n|---|---|\n${'| một | hai |\n'.repeat(length / 14)}`,
  'links below a heading': `Tin liên quan\n${'Một tin nào đó\n'.repeat(length / 15)}`,
}

describe('hostile texts', () => {
  it.each(Object.entries(hostile))('%s', (_, text) => {
    const { documents, passages } = corpusOf([readDocument(text, 'mau.txt')])
    expect(documents[0]!.text).toBe(text)
    // A row of a table stays whole.
    const prose = passages.filter(({ start }) => text[start] !== '|')
    for (const { start, end } of prose) expect(end - start).toBeLessThanOrEqual(2000)
  })
})

describe('large texts', () => {
  const sentence = 'Tỉnh Bình An đề ra 08 nhóm nhiệm vụ; 12 chỉ tiêu đến năm 2030 về hạ tầng số. '

  it('reads a paragraph of five megabytes', { timeout: 120_000 }, () => {
    const text = sentence.repeat(5_000_000 / sentence.length)
    const { passages } = corpusOf([readDocument(text, 'mau.txt')])
    expect(passages.length).toBeGreaterThan(10_000)
    expect(passages.at(-1)!.end).toBe(text.trimEnd().length)
  })

  it.each(['(“[', 'QUJD', 'a.b/'])(
    'reads half a megabyte of “%s” without a space, and its facts',
    { timeout: 120_000 },
    (unit) => {
      const document = readDocument(unit.repeat(500_000 / unit.length), 'mau.txt')
      expect(corpusOf([document]).documents).toHaveLength(1)
      expect(ledgerOf([document]).facts).toEqual([])
    },
  )

  it('reads forty thousand lines', { timeout: 120_000 }, () => {
    const text = Array.from({ length: 40_000 }, (_, i) => `${(i % 300) + 1}. Việc thứ ${i} của kế hoạch.`).join('\n')
    const { passages } = corpusOf([readDocument(text, 'mau.txt')])
    expect(passages).toHaveLength(40_000)
  })
})
