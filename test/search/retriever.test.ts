import { describe, expect, it } from 'vitest'
import { createRetriever } from '../../src/search/retriever.ts'
import { papers, passagesOf } from './invented.ts'

describe.each(['minisearch', 'compact'] as const)('search with %s', (engine) => {
  const retriever = createRetriever(papers, { engine })
  const search = async (text: string) => (await retriever).search({ text })
  const first = async (text: string) => (await search(text)).hits[0]?.passage.document.id

  it.each([
    ['sản lượng thủy sản', 'bao-cao'],
    ['san luong thuy san nam truoc', 'bao-cao'],
    ['ai làm tổ trưởng tổ công nghệ số cộng đồng?', 'nghi-quyet-d2'],
    ['doi gio kinh te so bao nhieu grdp', 'ke-hoach-b'],
    ['Sông Mây xếp thứ mấy về chính quyền số', 'ke-hoach-a'],
    ['ty le ho so thu tuc hanh chinh xu ly truc tuyen cua song may', 'ke-hoach-a'],
  ])('%s', async (question, document) => {
    expect(await first(question)).toBe(document)
  })

  it.each(['điều 2 nghị quyết 77-NQ/TU', 'dieu 2 nghi quyet 77', 'Điều 2 NQ 77-NQ/TU quy định gì'])(
    'finds the article that is named: %s',
    async (question) => {
      expect(await first(question)).toBe('nghi-quyet-d2')
    },
  )

  it('knows a law by number and year alone', async () => {
    const law = { kind: 'luật', number: '91/2031/QH20', title: 'Luật Thả diều' }
    const passages = passagesOf([
      { id: 'l1', ...law, article: 'Điều 1', heading: 'Phạm vi', text: 'Luật này quy định việc thả diều.' },
      { id: 'l2', ...law, article: 'Điều 2', heading: 'Cấm', text: 'Cấm thả diều gần đường dây điện.' },
      {
        id: 'n2',
        kind: 'nghị định',
        number: '91/2031/NĐ-CP',
        article: 'Điều 2',
        text: 'Nghị định quy định việc nuôi ong.',
      },
    ])
    const laws = await createRetriever(passages, { engine })
    const { hits } = await laws.search({ text: 'Theo Luật 91/2031, Điều 2 quy định gì' })
    expect(hits[0]!.passage.document.id).toBe('l2')
  })

  it.each([
    ['Điều 2 Luật Thả diều quy định gì', ['moi-2', 'cu-2']],
    ['dieu 2 luat tha dieu', ['moi-2', 'cu-2']],
    ['khoản 1 Điều 2 của Luật Thả diều năm 2031', ['cu-2']],
    ['điều 1 bộ luật nuôi ong 2040', ['ong-1']],
    ['điều 1 luật nuôi ong', ['ong-1']],
    ['Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Thả diều', ['sua-1']],
  ])('knows a law by its name: %s', async (question, wanted) => {
    const old = { kind: 'luật', title: 'Luật Thả diều', issuedOn: '2031-05-02' }
    const now = { kind: 'luật', title: 'LUẬT THẢ DIỀU số 12/2040/QH22', issuedOn: '2040-05-02' }
    const bees = { kind: 'bộ luật', title: 'Nuôi ong', issuedOn: '2040-01-01' }
    const amending = { title: 'Luật sửa đổi, bổ sung một số điều của Luật Thả diều' }
    const article = (id: string, n: number) => ({ id, article: `Điều ${n}`, text: `Quy định thứ ${n} về diều và ong.` })
    const laws = await createRetriever(
      passagesOf([
        { ...article('khac-2', 2), title: 'Nghị định hướng dẫn Luật Thả diều', kind: 'nghị định' },
        { ...article('cu-1', 1), ...old },
        { ...article('cu-2', 2), ...old },
        { ...article('moi-1', 1), ...now },
        { ...article('moi-2', 2), ...now },
        { ...article('ong-1', 1), ...bees },
        { ...article('sua-1', 1), ...amending },
      ]),
      { engine },
    )
    const { hits } = await laws.search({ text: question })
    const first = hits.slice(0, wanted.length).map(({ passage }) => passage.document.id)
    expect(first.sort()).toEqual(wanted.toSorted())
  })

  it('offers the number with the issuer mistyped', async () => {
    expect(await first('kế hoạch 12/KH-UBN')).toMatch(/^ke-hoach/)
  })

  it('offers every document with the number asked for, before all others', async () => {
    const { hits } = await search('kế hoạch số 12/KH-UBND')
    expect(
      hits
        .slice(0, 2)
        .map(({ passage }) => passage.document.id)
        .sort(),
    ).toEqual(['ke-hoach-a', 'ke-hoach-b'])
  })

  it('says how it read a question it repaired, and nothing for one it did not', async () => {
    expect((await search('chinh quyen so song may')).repaired).toBe('chính quyền số sông mây')
    expect((await search('chính quyền số')).repaired).toBeUndefined()
  })

  it.each([
    ['Sở Khoa học và Công nghệ chủ trì', 'Sở KH&CN chủ trì, các huyện phối hợp.'],
    ['Sở KH&CN chủ trì', 'Sở Khoa học và Công nghệ chủ trì, các huyện phối hợp.'],
    ['huyện phối hợp kh&cn', 'Sở KH&CN chủ trì, các huyện phối hợp.'],
    ['Bộ NN&PTNT chủ trì', 'Bộ Nông nghiệp và Phát triển nông thôn chủ trì.'],
  ])('reads abbreviations that "&" holds together: %s', async (question, text) => {
    const others = ['Bộ Tài chính chủ trì, các huyện phối hợp.', 'Sở Y tế chủ trì A&B, C& và &D.']
    const passages = passagesOf([...others, text].map((each, i) => ({ id: `${i}`, text: each })))
    const { hits } = await (await createRetriever(passages, { engine })).search({ text: question })
    expect(hits[0]!.passage.document.id).toBe('2')
    expect(hits[0]!.coverage).toBeGreaterThan(0.8)
  })

  it('covers a question that is answered more than one that is not', async () => {
    const answered = (await search('sản lượng thủy sản của huyện')).hits[0]!.coverage
    const strange = (await search('giá vé máy bay khứ hồi')).hits[0]?.coverage ?? 0
    expect(answered).toBeGreaterThan(0.9)
    expect(strange).toBeLessThan(0.4)
  })

  it('says what each feature contributed', async () => {
    const [hit] = (await search('kinh tế số')).hits
    const sum = Object.values(hit!.why!).reduce((total, share) => total + share, 0)
    expect(sum).toBeCloseTo(hit!.score, 1)
  })

  it.each([
    ['nothing', ''],
    ['one letter', 'a'],
    ['frame words alone', 'là gì thế nào'],
    ['another script', '東京の人口は何人ですか'],
    ['control characters', '\u0000\u0007\u001b[31m số \uffff\ud800'],
    ['a hundred kilobytes', 'chính quyền số '.repeat(8000)],
    ['letters without end', 'a'.repeat(100_000)],
  ])('survives %s', async (_, text) => {
    const { hits } = await search(text)
    expect(hits.length).toBeLessThanOrEqual(10)
    expect(hits.every(({ coverage }) => coverage >= 0 && coverage <= 1)).toBe(true)
  })
})

it('serves a corpus without passages', async () => {
  const empty = await createRetriever(passagesOf([]))
  expect(await empty.search({ text: 'nghị quyết' })).toEqual({ hits: [] })
})
