import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect } from 'vitest'
import { ledgerOf } from '../../src/facts/ledger.ts'
import { corpusOf, reopen } from '../../src/library/corpus.ts'
import { UserError } from '../../src/library/errors.ts'
import { splitFrontMatter } from '../../src/library/front-matter.ts'
import { loadCorpus } from '../../src/library/load.ts'
import { Quote } from '../../src/library/quote.ts'
import { readDocument } from '../../src/library/read-document.ts'
import { fuzz } from './fuzzing.ts'
import { anyText, damaged } from './hostile.ts'

const papersFolder = new URL('../fixtures/documents/', import.meta.url).pathname
const factsFolder = new URL('../fixtures/facts/', import.meta.url).pathname
const papers = [papersFolder, factsFolder].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
)
const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
afterAll(() => rmSync(folder, { recursive: true }))

const keys = [
  'id',
  'title',
  'kind',
  'number',
  'issuer',
  'issued_on',
  'place',
  'status',
  'text',
  'source',
  'visibility',
  '<<',
  '__proto__',
  '? ',
  '',
]
const values = [
  '2024-02-30',
  '2024-03-05',
  'issued',
  'original',
  'ke-hoach-12',
  '[a, b',
  '{a: b}',
  '*a',
  '&a [*a]',
  '!!js/function x',
  '!!binary =',
  '|',
  '>',
  '"',
  '@',
  '0x1f',
  '.nan',
  '~',
  '12:30:45',
  '\t',
  '- a',
  '%YAML 9',
  '---',
  '...',
]
const entry = fc
  .tuple(
    fc.constantFrom(...keys),
    fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: anyText(300) }),
  )
  .map(([key, value]) => `${key}: ${value}`)
const declared = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: entry }, { weight: 1, arbitrary: anyText(300) }), { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n', '\n  '),
    fc.constantFrom('---\n', '--- \r\n', '---', ''),
  )
  .map(([lines, end, close]) => `---\n${lines.join(end)}\n${close}Tỉnh có 3 nhóm nhiệm vụ.\n`)

/** Nothing is thrown but what a person is told in a sentence. */
async function survives<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(/mau\./)
    expect((error as UserError).message.length).toBeLessThan(600)
    return undefined
  }
}

describe('any file', () => {
  fuzz('front matter', 12_000, declared, async (content) => {
    const read = await survives(() => splitFrontMatter(content, 'mau.md'))
    if (read) expect(content.endsWith(read.body)).toBe(true)
    await survives(() => readDocument(content, 'mau.md'))
  })

  fuzz('a paper', 300, fc.oneof(damaged(papers), anyText(8_000)), async (content) => {
    const document = (await survives(() => readDocument(content, 'mau.txt')))!
    expect(document.text).toBe(content)
    const corpus = corpusOf([document])
    for (const passage of corpus.passages) {
      const quote = new Quote(document, passage)
      expect(quote.text).toBe(content.slice(passage.start, passage.end))
    }
    const first = corpus.passages[0]
    if (first) expect(reopen(corpus, new Quote(document, first).code).kind).toBe('found')
    for (const { quote, context } of ledgerOf([document]).facts) {
      expect(new Quote(document, context).text).toContain(new Quote(document, quote).text)
    }
  })

  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(
        fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4], [0x25, 0x50, 0x44, 0x46]),
        fc.uint8Array({ maxLength: 100 }),
      )
      .map(([mark, rest]) => Uint8Array.of(...mark, ...rest)),
    anyText(1_000).map((text) => new TextEncoder().encode(text)),
  )
  fuzz(
    'bytes in a folder',
    1_500,
    fc.tuple(bytes, fc.constantFrom('mau.txt', 'mau.md', 'mau.MD', 'mau.bin', 'mau.html')),
    async ([content, name]) => {
      for (const other of readdirSync(folder)) rmSync(join(folder, other))
      writeFileSync(join(folder, name), content)
      await survives(() => loadCorpus(folder))
    },
  )
})
