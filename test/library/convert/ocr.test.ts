import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceLine } from '../../../src/answers/source-line.ts'
import { Quote } from '../../../src/library/quote.ts'
import { readSource } from '../../../src/library/read-source.ts'
import { converterOfTest, sourceFile } from '../../support/sources.ts'
import { hasProgram } from '../../support/writer.ts'
import { pdfWith } from '../../support/zip.ts'

/** The first page of a PDF as a picture, and nothing else. */
function scanned(pdf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    execFileSync('pdftoppm', [
      '-r',
      '200',
      '-gray',
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      join(folder, 'a.pdf'),
      join(folder, 'a'),
    ])
    const picture = readFileSync(join(folder, 'a.pgm'))
    const [head = '', wide, high] = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(picture.toString('latin1', 0, 60)) ?? []
    const samples = picture.subarray(head.length).toString('hex')
    const image = `BI /W ${wide} /H ${high} /CS /G /BPC 8 /F /AHx ID\n${samples}>\nEI`
    return pdfWith(new TextEncoder().encode(`q 595 0 0 842 0 0 cm\n${image}\nQ`), '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const canRead = hasProgram('tesseract') && hasProgram('pdftoppm') && /^vie$/m.test(languages())

function languages(): string {
  return execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' })
}

describe.skipIf(!canRead)('a scanned paper', () => {
  it('is refused without --ocr, read with it, and every source line says that a machine read it', {
    timeout: 240_000,
  }, async () => {
    const { convert } = converterOfTest()
    const scan = scanned(sourceFile('ke-hoach-writer.pdf'))
    await expect(readSource(scan, 'quét.pdf', convert)).rejects.toThrow(/bản quét.*--ocr/)
    const { document, converted } = await readSource(scan, 'quét.pdf', convert, { ocr: true })
    expect(converted.warnings).toContainEqual(expect.stringMatching(/trang 1 do máy nhận dạng/))
    const start = document.text.indexOf('chuyển đổi số')
    expect(start).toBeGreaterThan(0)
    expect(sourceLine(new Quote(document, { start, end: start + 13 }))).toContain('máy nhận dạng')
  })
})
