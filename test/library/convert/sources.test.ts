import { describe, expect, it } from 'vitest'
import { readSource } from '../../../src/library/read-source.ts'
import { converterOfTest, sourceFile } from '../../support/sources.ts'

const files = ['ke-hoach-writer.docx', 'ke-hoach-pandoc.docx', 'ke-hoach.html']

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
