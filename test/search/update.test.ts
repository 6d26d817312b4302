import { describe, expect, it } from 'vitest'
import type { Passage } from '../../src/library/document.ts'
import { CompactEngine } from '../../src/search/compact.ts'
import { CorpusIndex } from '../../src/search/corpus-index.ts'
import { createRetriever } from '../../src/search/retriever.ts'
import { tokenize } from '../../src/vietnamese/tokens.ts'
import { type Invented, passagesOf } from './invented.ts'

const many: Invented[] = Array.from({ length: 30 }, (_, i) => ({
  id: `bien-ban-${i}`,
  title: `Biên bản số ${i + 1}`,
  text: `Cuộc họp thứ ${i + 1} bàn việc sửa cầu qua suối ở thôn ${i + 1} và giao cho tổ công tác.`,
}))
const passages = passagesOf(many)
const extra = passagesOf([{ id: 'moi', title: 'Thông báo', text: 'Lịch phun thuốc muỗi vằn bắt đầu từ thứ hai.' }])
const changed = passagesOf([{ id: 'bien-ban-3', title: 'Biên bản số 4', text: 'Nay đổi sang trồng rừng ngập mặn.' }])
const withChanged = passages.map((passage, i) => (i === 3 ? changed[0]! : passage))

describe.each(['compact', 'minisearch'] as const)('updating with %s', (engine) => {
  const before = createRetriever(passages, { engine })
  const ids = async (retriever: typeof before, text: string) =>
    (await (await retriever).search({ text })).hits.map(({ passage }) => passage.document.id)

  it('finds a document that was added', async () => {
    const after = (await before).update([...passages, ...extra], 'b')
    expect((await ids(after, 'phun thuốc muỗi'))[0]).toBe('moi')
    expect((await ids(after, 'phun thuoc muoi van'))[0]).toBe('moi')
    expect(await ids(before, 'muỗi vằn')).not.toContain('moi')
  })

  it('forgets a document that was removed', async () => {
    const after = (await before).update(passages.slice(1), 'b')
    expect(await ids(after, 'biên bản số 1 thôn 1')).not.toContain('bien-ban-0')
    expect(await ids(after, 'biên bản cuộc họp thôn 7')).toContain('bien-ban-6')
  })

  it('finds the new words of a document that was changed, and gives its new passage', async () => {
    const after = await (await before).update(withChanged, 'b')
    const [hit] = (await after.search({ text: 'trồng rừng ngập mặn' })).hits
    expect(hit!.passage).toBe(changed[0])
  })

  it('answers like an index made from the start', async () => {
    const after = await (await before).update(withChanged, 'b')
    const fresh = await createRetriever(withChanged, { engine })
    const [one, other] = await Promise.all([after, fresh].map((each) => each.search({ text: 'sửa cầu ở thôn 9' })))
    expect(after.exact).toBe(true)
    expect(one!.hits).toEqual(other!.hits)
  })
})

describe('an index that takes up changes', () => {
  const index = CorpusIndex.build(passages)
  const first = async (updated: CorpusIndex | undefined, ...words: string[]): Promise<Passage | undefined> => {
    const terms = words.flatMap((word) => tokenize(word)).map(({ term }) => ({ term, weight: 1 }))
    const [best] = await new CompactEngine(updated!).candidates(terms, {}, 5)
    return best && updated!.passages[best.passage]
  }

  it('keeps what it holds, reads what is new and passes over what is gone', async () => {
    const updated = await index.update([...withChanged, ...extra])
    expect(updated?.hasGaps).toBe(true)
    expect(updated?.segments[0]).toBe(index.segments[0])
    expect(await first(updated, 'muỗi')).toBe(extra[0])
    expect(await first(updated, 'mặn')).toBe(changed[0])
    const gone = await updated?.update([...passages.slice(0, 3), ...passages.slice(4)])
    expect(await first(gone, 'mặn')).toBeUndefined()
    expect(gone?.size).toBe(29)
  })

  it('learns abbreviations that come and forgets those that go', async () => {
    const [defining] = passagesOf([
      { id: 'tat', text: 'Tổ công nghệ số cộng đồng vùng cao (sau đây gọi tắt là TCNVC) do thôn lập.' },
    ])
    const updated = await index.update([...passages, defining!])
    expect(updated?.defined.get('tcnvc')).toContain('công nghệ số cộng đồng')
    expect((await updated?.update(passages))?.defined.size).toBe(0)
  })

  it('gives way to one built anew when much has changed', async () => {
    expect(await index.update(passages.slice(10))).toBeUndefined()
  })
})
