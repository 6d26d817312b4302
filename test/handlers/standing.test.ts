import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { relationsOf } from '../../src/facts/relations.ts'
import { knowledgeOf } from '../../src/knowledge.ts'
import { corpusFrom } from '../support/corpus.ts'

interface Paper {
  readonly number: string
  readonly type?: string
  readonly day: string
  readonly title: string
  readonly articles: readonly string[]
  readonly province?: string
}

/** A decision of a province as it is issued. */
function paper({ number, type = 'QUYẾT ĐỊNH', day, title, articles, province = 'AN SƠN' }: Paper): string {
  return [
    'ỦY BAN NHÂN DÂN',
    `TỈNH ${province}`,
    `Số: ${number}`,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    `${province === 'AN SƠN' ? 'An Sơn' : 'Hòa Bình'}, ngày ${day}`,
    '',
    type,
    title,
    '',
    ...articles.flatMap((text, i) => [`Điều ${i + 1}. ${text}`, '']),
    'CHỦ TỊCH',
    'Trần Văn Mẫu',
  ].join('\n')
}

const old = paper({
  number: '15/2019/QĐ-UBND',
  day: '12 tháng 3 năm 2019',
  title: 'Ban hành Quy chế quản lý kho dữ liệu dùng chung',
  articles: ['Sở Thông tin quản lý kho dữ liệu dùng chung của tỉnh.', 'Quyết định này có hiệu lực từ ngày ký.'],
})
const replacing = paper({
  number: '22/2023/QĐ-UBND',
  day: '5 tháng 6 năm 2023',
  title: 'Ban hành Quy định quản lý dữ liệu số',
  articles: [
    'Trung tâm dữ liệu tỉnh quản lý dữ liệu số.',
    'Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 15/2019/QĐ-UBND ngày 12 tháng 3 năm 2019.',
  ],
})

const knowledgeFrom = (texts: Record<string, string>) => knowledgeOf(corpusFrom(texts))
const said = async (texts: Record<string, string>) =>
  relationsOf(await knowledgeFrom(texts)).map(
    ({ kind, newer, older }) => `${newer.document?.id ?? newer.name} ${kind} ${older.document?.id ?? older.name}`,
  )

describe('relations between papers', () => {
  it('are read from the words of the newer paper', async () => {
    expect(await said({ 'cu.txt': old, 'moi.txt': replacing })).toEqual(['moi replaces cu'])
  })

  it.each([
    ['Quyết định này sửa đổi, bổ sung một số điều của Quyết định số 15/2019/QĐ-UBND.', ['moi amends cu']],
    ['Bãi bỏ Quyết định số 15/2019/QĐ-UBND của Ủy ban nhân dân tỉnh.', ['moi repeals cu']],
    [
      'Quyết định này thay thế Quyết định số 9/2018/QĐ-UBND và Quyết định số 15/2019/QĐ-UBND.',
      ['moi replaces Quyết định số 9/2018/QĐ-UBND', 'moi replaces cu'],
    ],
    ['Quyết định này triển khai thực hiện Quyết định số 15/2019/QĐ-UBND.', ['moi implements cu']],
    [
      'Quyết định số 15/2019/QĐ-UBND được thay thế bằng Quyết định số 30/2024/QĐ-UBND.',
      ['Quyết định số 30/2024/QĐ-UBND replaces cu'],
    ],
  ])('are of the kind that the words say: %s', async (article, relations) => {
    const articles = [article]
    const newer = paper({ number: '22/2023/QĐ-UBND', day: '5 tháng 6 năm 2023', title: 'Về dữ liệu số', articles })
    expect((await said({ 'cu.txt': old, 'moi.txt': newer })).sort()).toEqual([...relations].sort())
  })

  it.each([
    'Sở Thông tin xây dựng Quyết định thay thế Quyết định số 15/2019/QĐ-UBND.',
    'Đề nghị bãi bỏ Quyết định số 15/2019/QĐ-UBND.',
    'Quyết định này không thay thế Quyết định số 15/2019/QĐ-UBND.',
    'Bãi bỏ Điều 5 Quyết định số 15/2019/QĐ-UBND.',
    'Quyết định này thay thế Quyết định số 15/2018/QĐ-UBND ngày 1 tháng 2 năm 2018.',
    'Quyết định này thay thế Quyết định số 15/2019/QĐ-UBND ngày 1 tháng 2 năm 2019.',
  ])('are not made of what is planned, denied or said of another paper: %s', async (article) => {
    const articles = [article]
    const newer = paper({ number: '22/2023/QĐ-UBND', day: '5 tháng 6 năm 2023', title: 'Về dữ liệu số', articles })
    expect((await said({ 'cu.txt': old, 'moi.txt': newer })).filter((relation) => / cu$/.test(relation))).toEqual([])
  })

  it('are not made between papers of two provinces that share a number, nor backwards in time', async () => {
    const elsewhere = replacing.replace('AN SƠN', 'HÒA BÌNH').replace('An Sơn,', 'Hòa Bình,')
    expect(await said({ 'cu.txt': old, 'moi.txt': elsewhere })).not.toContain('moi replaces cu')
    const earlier = replacing.replace('năm 2023\n', 'năm 2011\n')
    expect(await said({ 'cu.txt': old, 'moi.txt': earlier })).toEqual([])
  })

  it('have no effect while the newer paper is a draft', async () => {
    const draft = replacing.replace('QUYẾT ĐỊNH\n', 'DỰ THẢO\nQUYẾT ĐỊNH\n')
    expect(await said({ 'cu.txt': old, 'moi.txt': draft })).toEqual([])
  })
})

describe('answers', () => {
  const assistant = knowledgeFrom({ 'cu.txt': old, 'moi.txt': replacing }).then((knowledge) =>
    createAssistant(() => knowledge),
  )
  const ask = async (text: string) => plainText(await (await assistant).ask({ text }))

  it('from a paper that was replaced say so in their first line, with the code of the words that say it', async () => {
    const text = await ask('Sở Thông tin quản lý kho dữ liệu dùng chung')
    expect(text).toContain('quản lý kho dữ liệu dùng chung của tỉnh')
    const code =
      /^Văn bản này \(Quyết định số 15\/2019\/QĐ-UBND\) đã được thay thế bằng Quyết định số 22\/2023\/QĐ-UBND.*\(Mã: (\S+)\)\./.exec(
        text,
      )?.[1]
    expect(await ask(`/kiemtra ${code}`)).toContain('thay thế Quyết định số 15/2019/QĐ-UBND')
  })

  it('from the paper in force say nothing of the kind', async () => {
    expect(await ask('Trung tâm dữ liệu tỉnh quản lý dữ liệu số')).not.toContain('đã được thay thế')
  })

  it.each([
    'Quyết định 15/2019/QĐ-UBND còn hiệu lực không',
    'quyet dinh 15/2019/qd-ubnd con hieu luc khong',
    'Quyết định số 15/2019/QĐ-UBND được thay thế bằng văn bản nào?',
    'văn bản nào thay thế Quyết định 15/2019/QĐ-UBND',
  ])('tell what has taken the place of a paper: %s', async (question) => {
    const text = await ask(question)
    expect(text).toMatch(
      /^Theo tài liệu, Quyết định số 15\/2019\/QĐ-UBND đã được thay thế bằng Quyết định số 22\/2023\/QĐ-UBND/,
    )
    expect(text).toContain('“')
  })

  it('from a paper with earlier texts say that they quote the current one', async () => {
    const knowledge = await knowledgeFrom({ 'moi.txt': replacing })
    const revised = new Map([['moi', '2025-03-04T05:06:07Z']])
    const current = createAssistant(() => ({ ...knowledge, revised }))
    const text = plainText(await current.ask({ text: 'Trung tâm dữ liệu tỉnh quản lý dữ liệu số' }))
    expect(text).toContain('Trích theo bản hiện hành, thay cho bản trước từ ngày 04/03/2025.')
  })

  it('show the relations with the outline of a paper', async () => {
    expect(await ask('/vanban cu')).toContain('Được thay thế bằng Quyết định số 22/2023/QĐ-UBND')
    expect(await ask('/vanban moi')).toContain('Thay thế Quyết định số 15/2019/QĐ-UBND')
  })
})
