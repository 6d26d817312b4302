import { describe, expect, it } from 'vitest'
import { createRetriever } from '../../src/search/retriever.ts'
import { type Invented, passagesOf } from './invented.ts'

const many: Invented[] = Array.from({ length: 30 }, (_, i) => ({
  id: `bien-ban-${i}`,
  title: `Biên bản số ${i + 1}`,
  text: `Cuộc họp thứ ${i + 1} bàn việc sửa cầu qua suối ở thôn ${i + 1} và giao cho tổ công tác.`,
}))

const extra: Invented = { id: 'moi', title: 'Thông báo', text: 'Lịch phun thuốc muỗi vằn bắt đầu từ thứ hai.' }

describe.each(['compact', 'minisearch'] as const)('updating with %s', (engine) => {
  const before = createRetriever(passagesOf(many), { engine })
  const ids = async (retriever: typeof before, text: string) =>
    (await (await retriever).search({ text })).hits.map(({ passage }) => passage.document.id)

  it('finds a document that was added', async () => {
    const after = (await before).update(passagesOf([...many, extra]))
    expect((await ids(after, 'phun thuốc muỗi'))[0]).toBe('moi')
    expect((await ids(after, 'phun thuoc muoi van'))[0]).toBe('moi')
    expect(await ids(before, 'muỗi vằn')).not.toContain('moi')
  })

  it('forgets a document that was removed', async () => {
    const after = (await before).update(passagesOf(many.slice(1)))
    expect(await ids(after, 'biên bản số 1 thôn 1')).not.toContain('bien-ban-0')
    expect(await ids(after, 'biên bản cuộc họp thôn 7')).toContain('bien-ban-6')
  })

  it('finds the new words of a document that was changed, and gives its new passage', async () => {
    const changed = many.map((each, i) => (i === 3 ? { ...each, text: 'Nay đổi sang trồng rừng ngập mặn.' } : each))
    const passages = passagesOf(changed)
    const after = await (await before).update(passages)
    const [hit] = (await after.search({ text: 'trồng rừng ngập mặn' })).hits
    expect(hit!.passage).toBe(passages[3])
  })
})
