import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildInBackground } from '../../src/search/background-build.ts'
import { CompactEngine } from '../../src/search/compact.ts'
import { CorpusIndex } from '../../src/search/corpus-index.ts'
import { createRetriever } from '../../src/search/retriever.ts'
import { loadSnapshot, saveSnapshot } from '../../src/search/snapshot.ts'
import { papers, passagesOf } from './invented.ts'

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
const path = join(folder, 'index')
const built = CorpusIndex.build(papers)

afterAll(() => rmSync(folder, { recursive: true }))

const terms = ['sô2', 'tinh3', 'viên4 thông'].map((term) => ({ term, weight: 1 }))
const search = (index: CorpusIndex) => new CompactEngine(index).candidates(terms, {}, 10)

function withBitFlipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at]! ^= 1
  return changed
}

describe('a snapshot', () => {
  beforeAll(() => saveSnapshot(path, 'k1', built))

  it('gives the same answers as the index it was made of', async () => {
    const content = await loadSnapshot(path, 'k1')
    expect(typeof content).toBe('object')
    expect(await search(new CorpusIndex(content as CorpusIndex, papers))).toEqual(await search(built))
  })

  it('is not used for other documents', async () => {
    expect(await loadSnapshot(path, 'k2')).toBe('other-corpus')
  })

  it('is missing where there is none', async () => {
    expect(await loadSnapshot(join(folder, 'none'), 'k1')).toBe('missing')
  })

  it.each([
    ['foreign', () => Buffer.from('PK\u0003\u0004 something else altogether')],
    ['foreign', (bytes: Buffer) => bytes.subarray(0, 7)],
    ['damaged', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['damaged', (bytes: Buffer) => bytes.subarray(0, 40)],
    ['other-version', (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 4, 8)],
    ['damaged', (bytes: Buffer) => withBitFlipped(bytes, bytes.length - 40)],
  ])('is refused when it is %s (case %#)', async (problem, change) => {
    const other = join(folder, 'changed')
    writeFileSync(other, change(readFileSync(path)))
    expect(await loadSnapshot(other, 'k1')).toBe(problem)
  })
})

it('is never taken for whole when any bit of it has flipped', async () => {
  const bytes = readFileSync(path)
  const usual = await loadSnapshot(path, 'k1')
  const other = join(folder, 'flipped')
  for (let at = 0; at < bytes.length; at += at < 2_000 ? 1 : 37) {
    writeFileSync(other, withBitFlipped(bytes, at))
    const loaded = await loadSnapshot(other, 'k1')
    // What fills up the space between two parts is read by nobody.
    if (typeof loaded === 'object') expect(loaded, `bit at ${at}`).toEqual(usual)
  }
})

it('a worker builds the same index', async () => {
  const reports: number[] = []
  const content = await buildInBackground(papers, (done) => reports.push(done))
  expect(await search(new CorpusIndex(content, papers))).toEqual(await search(built))
  expect(reports.at(-1)).toBe(papers.length)
})

describe('a large library', () => {
  const many = passagesOf(
    Array.from({ length: 1200 }, (_, i) => ({
      id: `to-trinh-${i}`,
      text: `Tờ trình thứ ${i} xin kinh phí sửa nhà văn hóa thôn ${i}.`,
    })),
  )
  const file = join(folder, 'new', 'library')
  const retriever = (key: string, problems: string[] = []) =>
    createRetriever(many, { snapshot: { path: file, key }, onProblem: (problem) => problems.push(problem) })
  const first = async (key: string, problems: string[] = []) =>
    (await (await retriever(key, problems)).search({ text: 'to trinh thu 7 sua nha van hoa thon 7' })).hits[0]!.passage
      .document.id

  it('is kept, loaded again, and built anew with a word when its file does not fit', async () => {
    const problems: string[] = []
    expect(await first('a', problems)).toBe('to-trinh-7')
    const written = readFileSync(file)
    expect(await first('a', problems)).toBe('to-trinh-7')
    expect(problems).toEqual([])
    writeFileSync(file, written.subarray(0, written.length / 2))
    expect(await first('a', problems)).toBe('to-trinh-7')
    expect(await first('b', problems)).toBe('to-trinh-7')
    expect(problems).toEqual(['damaged', 'other-corpus'])
  })

  it('is served when its snapshot cannot be written', async () => {
    const problems: string[] = []
    const unwritable = await createRetriever(many, {
      snapshot: { path: join(file, 'below-a-file'), key: 'a' },
      onProblem: (problem) => problems.push(problem),
    })
    expect((await unwritable.search({ text: 'tờ trình thứ 9' })).hits.length).toBeGreaterThan(0)
    expect(problems).toEqual(['not-saved'])
  })
})
