import { describe, expect, it } from 'vitest'
import { Quote } from '../../../src/library/quote.ts'
import { readSource } from '../../../src/library/read-source.ts'
import { converterOfTest, sourceFile } from '../../support/sources.ts'
import { hasWriter, writtenBy } from '../../support/writer.ts'

const files = ['ke-hoach-writer.docx', 'ke-hoach-pandoc.docx', 'ke-hoach.html', 'ke-hoach-writer.pdf']

describe('files made by text processors', () => {
  it.each(files)('reads head, sections and signature of %s', async (name) => {
    const { document } = await readSource(sourceFile(name), name, converterOfTest().convert)
    expect(document.metadata).toMatchObject({
      number: '12/KH-SNV',
      issuedOn: '2025-03-15',
      kind: 'kế hoạch',
      status: 'issued',
    })
    expect(document.sections.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['I. MỤC TIÊU', 'II. CHỈ TIÊU']),
    )
    const { name: signer } = document.signature ?? { name: { start: 0, end: 0 } }
    expect(document.text.slice(signer.start, signer.end)).toContain('Trần Văn Mẫu')
  })

  it.each(files)('keeps the table of %s under its header row', async (name) => {
    const { document } = await readSource(sourceFile(name), name, converterOfTest().convert)
    const row = document.blocks.find(
      ({ kind, start, end }) => kind === 'table-row' && document.text.slice(start, end).includes('cáp quang'),
    )
    const header = row?.headerRow === undefined ? undefined : document.blocks[row.headerRow]
    expect(header && document.text.slice(header.start, header.end)).toMatch(/STT.*Chỉ tiêu.*Đơn vị.*2025/)
  })

  it('tells the kind of a file from its content, whatever its name', async () => {
    const { converted } = await readSource(
      sourceFile('ke-hoach-writer.docx'),
      'ke-hoach.pdf',
      converterOfTest().convert,
    )
    expect(converted.kind).toBe('docx')
  })
})

describe('a PDF of several pages', () => {
  const name = 'ke-hoach-nhieu-trang.pdf'

  it('keeps the pages, so that a quotation names its page', async () => {
    const { document } = await readSource(sourceFile(name), name, converterOfTest().convert)
    const pageOf = (words: string) => {
      const start = document.text.indexOf(words)
      return new Quote(document, { start, end: start + words.length }).page
    }
    expect(document.pages).toHaveLength(5)
    expect([pageOf('Sở Mẫu số 1 '), pageOf('Chỉ tiêu mẫu số 20'), pageOf('Chỉ tiêu mẫu số 40')]).toEqual([1, 4, 5])
  })

  it('leaves running heads and page numbers out, and says how many', async () => {
    const { converted, document } = await readSource(sourceFile(name), name, converterOfTest().convert)
    expect(document.text).not.toContain('Kế hoạch chuyển đổi số tỉnh Bình An')
    expect(document.text).not.toMatch(/^\d$/m)
    expect(converted.warnings).toContainEqual(expect.stringMatching(/^10 dòng/))
  })

  it('joins a sentence over the page break, and keeps every row of a table under the header of its first page', async () => {
    const { document } = await readSource(sourceFile(name), name, converterOfTest().convert)
    const rows = document.blocks.filter(({ kind }) => kind === 'table-row')
    expect(rows).toHaveLength(41)
    expect(new Set(rows.slice(1).map(({ headerRow }) => headerRow)).size).toBe(1)
    const items = document.sections.filter(({ label }) => /^\d+$/.test(label))
    expect(items).toHaveLength(22)
    for (const { kind, start, end } of document.blocks)
      if (kind === 'item') expect(document.text.slice(start, end)).toMatch(/^\d+\. Sở[\s\S]*dữ liệu\.$/)
  })

  it('stops a paper whose mark stands in the head of its pages alone', async () => {
    await expect(readSource(sourceFile('dau-trang-mat.docx'), 'a.docx', converterOfTest().convert)).rejects.toThrow(
      /“MẬT”/,
    )
  })
})

describe.skipIf(!hasWriter)('files that LibreOffice makes here', () => {
  it('says the same as Word file and as PDF', { timeout: 120_000 }, async () => {
    const paper = {
      header: '',
      paragraphs: ['KẾ HOẠCH', 'Phát triển tỉnh Bình An', 'I. MỤC TIÊU', 'Đến năm 2030, kinh tế số chiếm 30% GRDP.'],
    }
    const { convert } = converterOfTest()
    const texts = await Promise.all(
      (['docx', 'pdf'] as const).map(async (ending) => (await convert(writtenBy(paper, ending), `a.${ending}`)).text),
    )
    const words = texts.map((text) => text.replace(/\s+/g, ' ').trim())
    expect(words[0]).toBe(words[1])
  })
})
