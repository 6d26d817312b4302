import { describe, expect, it } from 'vitest'
import { handlers } from '../../handlers/table.ts'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { knowledgeOf } from '../../src/knowledge.ts'
import { corpusFrom } from '../support/corpus.ts'

const corpus = corpusFrom({
  'ke-hoach.txt': `
    KẾ HOẠCH
    Chuyển đổi số tỉnh Bình An đến năm 2030

    I. MỤC TIÊU
    Đến năm 2030, kinh tế số chiếm 25% GRDP. Tỉnh có 3 - 5 trung tâm dữ liệu.

    II. NHIỆM VỤ
    1. Xây dựng trung tâm dữ liệu dùng chung của tỉnh.
    a) Sở Khoa học và Công nghệ chủ trì.
  `,
  'chuong-trinh.md': `
    ---
    title: Chương trình hành động về đô thị thông minh tỉnh Hả Long
    number: 18-CTr/TU
    issued_on: 2025-02-20
    place: Hả Long
    text: abstract
    source:
      publisher: Báo Hả Long
      published_on: 2025-02-21
    ---
    Tỉnh Hả Long lắp đặt 1.500 camera giao thông trong năm 2026.
  `,
})

async function ask(text: string) {
  const knowledge = await knowledgeOf(corpus)
  return createAssistant(() => knowledge).ask({ text })
}

describe('/vanban', () => {
  it('lists the documents in their order, with number, source and what is an abstract', async () => {
    const text = plainText(await ask('/vanban'))
    expect(text).toMatch(/2 văn bản[\s\S]*1\) “KẾ HOẠCH Chuyển đổi số[\s\S]*2\) bản tóm tắt “Chương trình/)
    expect(text).toContain('số 18-CTr/TU')
    expect(text).toContain('Báo Hả Long, 21/02/2025')
  })

  it.each(['1', 'ke-hoach', 'kế hoạch chuyển đổi số', 'ke hoach binh an'])(
    'shows the outline of one: %s',
    async (wanted) => {
      const text = plainText(await ask(`/vanban ${wanted}`))
      expect(text).toMatch(/Bố cục:[\s\S]*- I\. MỤC TIÊU\n- II\. NHIỆM VỤ/)
    },
  )

  it.each(['18-CTr/TU', '18-ctr/tu', '2'])('finds a document by number and position: %s', async (wanted) => {
    expect(plainText(await ask(`/vanban ${wanted}`))).toContain('không chia mục')
  })

  it('offers the documents that fit when there are several', async () => {
    const answer = await ask('/vanban tỉnh')
    expect(answer.outcome).toBe('clarify')
    expect(answer.choices.map(({ question }) => question)).toEqual(['/vanban ke-hoach', '/vanban chuong-trinh'])
  })

  it.each(['3', 'đất hiếm', '(.*)', 'x'.repeat(5000)])('says when there is none: %s', async (wanted) => {
    const answer = await ask(`/vanban ${wanted}`)
    expect(answer.outcome).toBe('not-found')
    expect(plainText(answer).length).toBeLessThan(300)
  })
})

describe('/kiemtra', () => {
  it('reopens what an answer quoted, in its context', async () => {
    const [citation] = (await ask('/tim kinh tế số GRDP')).citations
    const answer = await ask(`/kiemtra ${citation!.quote.code}`)
    expect(answer.outcome).toBe('answered')
    expect(answer.citations[0]!.quote.text).toBe(citation!.quote.text)
    expect(plainText(answer)).toContain('còn nguyên')
  })

  it('reads O as zero and I and L as one, as people do', async () => {
    const found = await Promise.all(
      ['/tim kinh tế số', '/tim camera giao thông', '/tim trung tâm dữ liệu'].map(
        async (text) => (await ask(text)).citations,
      ),
    )
    for (const { quote } of found.flat()) {
      const misread = quote.code.replaceAll('0', 'O').replaceAll('1', 'l')
      expect((await ask(`/kiemtra ${misread}`)).outcome).toBe('answered')
    }
  })

  it.each(['', '   '])('asks for the code when it is missing: %j', async (code) => {
    expect((await ask(`/kiemtra${code}`)).outcome).toBe('clarify')
  })

  it.each(['ABC', 'ZZZ-ZZZZZZ', 'không phải mã', 'A'.repeat(3000)])('knows nothing of %s', async (code) => {
    const answer = await ask(`/kiemtra ${code}`)
    expect(answer.outcome).toBe('not-found')
    expect(answer.citations).toEqual([])
  })
})

describe('/trogiup and unknown commands', () => {
  it('lists every command of the table with its usage', async () => {
    const text = plainText(await ask('/trogiup'))
    for (const { usage, summary } of handlers) expect(text).toContain(`${usage} – ${summary}`)
  })

  it('has commands that every platform can show', () => {
    expect(new Set(handlers.map(({ command }) => command)).size).toBe(handlers.length)
    for (const { command, summary, usage } of handlers) {
      expect(command).toMatch(/^[a-z0-9]{1,32}$/)
      expect(summary.length).toBeLessThanOrEqual(256)
      expect(usage).toMatch(new RegExp(`^/${command}(?: |$)`))
    }
  })

  it('points to help when a command does not exist', async () => {
    const answer = await ask('/khongco')
    expect(answer.outcome).toBe('clarify')
    expect(plainText(answer)).toMatch(/\/khongco.*\/trogiup/)
  })
})

describe('/tim', () => {
  it.each(['kinh tế số', 'kinh te so', 'KINH TẾ SỐ', 'kinh tế số'.normalize('NFD')])(
    'finds with and without diacritics: %s',
    async (words) => {
      const answer = await ask(`/tim ${words}`)
      expect(answer.outcome).toBe('answered')
      expect(answer.citations[0]!.quote.text).toContain('25% GRDP')
      expect(answer.citations[0]!.quote.sectionPath).toEqual(['I. MỤC TIÊU'])
    },
  )

  it('asks for words when there are none', async () => {
    expect((await ask('/tim')).outcome).toBe('clarify')
  })

  it('says what it searched when nothing fits', async () => {
    const answer = await ask('/tim hàng không vũ trụ')
    expect(answer.outcome).toBe('not-found')
    expect(plainText(answer)).toMatch(/2 văn bản.*vũ trụ/)
  })
})
