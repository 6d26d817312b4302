import { expect, it } from 'vitest'
import { fieldsOf } from '../../src/search/fields.ts'
import { createRetriever } from '../../src/search/retriever.ts'
import { corpusFrom, unindented } from '../support/corpus.ts'

const law = unindented(`
  LUẬT THẢ DIỀU

  CHƯƠNG I
  QUY ĐỊNH CHUNG

  Điều 1. Nơi được thả
  1. Bãi cỏ của xã.
  2. Bờ sông khi nước cạn.

  CHƯƠNG II
  NGƯỜI THẢ DIỀU

  Điều 2. Điều kiện thả diều
  1. Biết bơi và được cha mẹ đồng ý.
  2. Có dây dài không quá 100 mét:
  a) Dây bằng chỉ;
  b) Dây bằng gai.

  Điều 3. Việc bị cấm
  1. Thả diều gần đường dây điện khi chưa đủ điều kiện thả diều.
`)
const plan = unindented(`
  KẾ HOẠCH
  Làm đường thôn

  I. MỤC TIÊU
  Làm 5 km đường.

  II. NHIỆM VỤ
  1. Thôn Thượng
  Rải đá 2 km đường trong tháng 5.
`)
const { passages } = corpusFrom({ 'luat.txt': law, 'ke-hoach.txt': plan })
const fields = (words: string) =>
  fieldsOf(passages.find(({ document, start, end }) => document.text.slice(start, end).includes(words))!)

it('reads the clauses of an article under its heading', () => {
  expect(fields('Biết bơi').title).toContain('Điều kiện thả diều')
  expect(fields('Dây bằng gai').title).toContain('Điều kiện thả diều')
  expect(fields('Biết bơi').title).not.toContain('NGƯỜI THẢ DIỀU')
  expect(fields('Biết bơi').context).toContain('NGƯỜI THẢ DIỀU')
})

it('reads other texts under their innermost heading alone', () => {
  expect(fields('Rải đá').title).toBe('1. Thôn Thượng')
  expect(fields('Rải đá').context).toContain('NHIỆM VỤ')
  expect(fields('Làm 5 km').title).toBe('I. MỤC TIÊU')
})

it.each(['minisearch', 'compact'] as const)(
  'finds the clauses that their article announces with %s',
  async (engine) => {
    const retriever = await createRetriever(passages, { engine })
    const { hits } = await retriever.search({ text: 'điều kiện thả diều' })
    const { document, start, end } = hits[0]!.passage
    expect(document.text.slice(start, end)).not.toContain('đường dây điện')
  },
)
