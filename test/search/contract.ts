import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Passage } from '../../src/library/document.ts'
import type { SearchEngine, SearchFilter } from '../../src/search/engine.ts'
import { papers, passagesOf } from './invented.ts'

/** What every search engine promises. */
export function describeEngine(
  name: string,
  build: (passages: readonly Passage[]) => SearchEngine | Promise<SearchEngine>,
  { runs = 30, skip = false } = {},
): void {
  describe.skipIf(skip)(name, () => {
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await build(papers)
    }, 300_000)
    const term = (words: string, weight = 1) => ({ term: words, weight })
    const found = async (...terms: { term: string; weight: number }[]) =>
      (await engine.candidates(terms, {}, 10)).map(({ passage }) => papers[passage]!.document.id)

    it('finds passages by a word', async () => {
      expect(await found(term('thui3'), term('tôm'))).toEqual(['bao-cao'])
    })

    it('finds passages by a pair of words', async () => {
      expect((await found(term('viên4 thông')))[0]).toBe('ke-hoach-b')
    })

    it('finds a word of the heading and of the document title', async () => {
      expect(await found(term('lưc5'))).toContain('nghi-quyet-d2')
      expect(await found(term('mây'))).toEqual(['ke-hoach-a'])
    })

    it('gives nothing for words that no passage holds', async () => {
      expect(await found(term('xyzabc'))).toEqual([])
      expect(await engine.candidates([], {}, 10)).toEqual([])
    })

    it('puts a passage with more of the weight first', async () => {
      expect((await found(term('sô2'), term('grdp', 3)))[0]).toBe('ke-hoach-b')
    })

    it.each([
      ['documents', { documents: new Set(['bao-cao']) }, ['bao-cao']],
      ['places', { places: new Set(['Đồi Gió']) }, ['ke-hoach-b']],
      ['kinds', { kinds: new Set(['nghị quyết']) }, ['nghi-quyet-d1', 'nghi-quyet-d2']],
      ['years', { years: new Set([2022]) }, ['ke-hoach-a']],
    ])('keeps to the filter by %s', async (_, filter, expected) => {
      const terms = ['sô2', 'va2', 'cua3', 'năm', 'tinh3', 'công', 'nghê5', 'đat5', 'ta1', 'va1'].map((word) =>
        term(word),
      )
      const hits = await engine.candidates(terms, filter, 10)
      expect(hits.map(({ passage }) => papers[passage]!.document.id).sort()).toEqual(expected)
    })

    it('keeps to a filter that leaves out one document only', async () => {
      const others = papers.map(({ document }) => document.id).filter((id) => id !== 'ke-hoach-b')
      const ids = async (filter: SearchFilter) =>
        (await engine.candidates([term('sô2')], filter, 10)).map(({ passage }) => papers[passage]!.document.id)
      const all = await ids({})
      expect(all).toContain('ke-hoach-b')
      expect(await ids({ documents: new Set(others) })).toEqual(all.filter((id) => id !== 'ke-hoach-b'))
      expect(await ids({ documents: new Set([...others, 'ke-hoach-b']) })).toEqual(all)
    })

    it('gives at most as many as asked for, the best of them', async () => {
      const all = await engine.candidates([term('sô2'), term('tinh3')], {}, 10)
      expect(all.length).toBeGreaterThan(1)
      expect(await engine.candidates([term('sô2'), term('tinh3')], {}, 1)).toEqual(all.slice(0, 1))
    })

    it('orders equal scores by position', async () => {
      const twins = await build(passagesOf(['a', 'b', 'c'].map((id) => ({ id, text: 'cùng một câu như nhau' }))))
      const hits = await twins.candidates([term('câu')], {}, 3)
      expect(hits.map(({ passage }) => passage)).toEqual([0, 1, 2])
    })

    it('finds exactly the passages that hold a word, whatever the texts', async () => {
      const word = fc.constantFrom('một', 'hai', 'ba', 'bốn', 'năm', 'sáu')
      const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
      await fc.assert(
        fc.asyncProperty(texts, async (lists) => {
          const passages = passagesOf(lists.map((list, i) => ({ id: `d${i}`, text: list.join(' ') })))
          const hits = await (await build(passages)).candidates([term('ba')], {}, 20)
          const holding = lists.flatMap((list, i) => (list.includes('ba') ? [i] : []))
          expect(hits.map(({ passage }) => passage).sort((a, b) => a - b)).toEqual(holding)
        }),
        { numRuns: runs },
      )
    })
  })
}
