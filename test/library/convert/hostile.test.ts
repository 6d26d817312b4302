import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { convertSource } from '../../../src/library/convert/convert-source.ts'
import { createConverter } from '../../../src/library/convert/converter.ts'
import { UserError } from '../../../src/library/errors.ts'
import { converterOfTest, sourceFile } from '../../support/sources.ts'
import { pdfWith, wordWith } from '../../support/zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const oneSentence = /^[^\n]*\.$/

const small = '<w:p><w:r><w:t>Mẫu</w:t></w:r></w:p>'
const deep = (tag: string, times: number) => `${`<${tag}>`.repeat(times)}Mẫu${`</${tag}>`.repeat(times)}`
const entities = `<!DOCTYPE w [${Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('')}]><w/>`

const shared = createConverter({ threads: 1 })
afterAll(() => shared.close())

describe('hostile files', () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    [
      'a package that unpacks to more than it says',
      () => wordWith(small, [{ name: 'a.xml', content: Buffer.alloc(9_000_000), declared: 10 }]),
      /lớn hơn đã khai/,
    ],
    [
      'a package that says it is huge',
      () => wordWith(small, [{ name: 'a.bin', content: bytes('x'), declared: 4_000_000_000 }]),
      /quá lớn/,
    ],
    ['entities that grow without end', () => wordWith(entities), /thực thể/],
    ['macros', () => wordWith(small, [{ name: 'word/vbaProject.bin', content: bytes('x') }]), /macro/],
    ['the same part twice', () => wordWith(small, [{ name: 'word/document.xml', content: bytes('<w/>') }]), /hỏng/],
    ['half a package', () => sourceFile('ke-hoach-writer.docx').slice(0, 4000), /./],
    ['no document in the package', () => wordWith('<w:p>').slice(0, 200), /./],
    ['elements a hundred thousand deep', () => bytes(`<html><body>${deep('div', 100_000)}</body></html>`), /sâu/],
    ['ten thousand pages', () => pdfWith(bytes('BT ET'), '', 10_000), /10000 trang/],
    ['a PDF of noise', () => bytes(`%PDF-1.7\n${'x1 0 obj <<'.repeat(1000)}`), /hỏng/],
    ['a PDF without text', () => pdfWith(bytes('0 0 m 9 9 l S'), ''), /--ocr/],
    ['an old Word file', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /\.docx/],
  ])('refuses %s in one sentence', async (_, make, message) => {
    const failure = await shared.convert(make(), 'thù-địch').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect((failure as UserError).message).toMatch(message)
    expect((failure as UserError).message).toMatch(oneSentence)
  })

  it('stops at the bound of memory, and reads the next file', async () => {
    const converter = converterOfTest({ memory: 120 })
    const bomb = deflateSync(deflateSync(Buffer.alloc(400_000_000, ' ')))
    const pdf = pdfWith(bomb, '/Filter [/FlateDecode /FlateDecode]')
    await expect(converter.convert(pdf, 'bom.pdf')).rejects.toThrow(/bom\.pdf.*(?:bộ nhớ|hỏng)/)
    const { text } = await converter.convert(sourceFile('ke-hoach.html'), 'a.html')
    expect(text).toContain('KẾ HOẠCH')
  })

  it('stops at the bound of time', async () => {
    const converter = converterOfTest({ time: 1 })
    await expect(converter.convert(sourceFile('ke-hoach-writer.docx'), 'a.docx')).rejects.toThrow(/a\.docx.*thời gian/)
  })

  it('reads or refuses any bytes behind the sign of a kind', async () => {
    const signs = fc.constantFrom('PK\u0003\u0004word/document', '<html>', '{\\rtf', 'MIME-Version: 1.0', '')
    await fc.assert(
      fc.asyncProperty(signs, fc.uint8Array({ maxLength: 300 }), async (sign, rest) => {
        const file = new Uint8Array([...bytes(sign), ...rest])
        const failure = await convertSource(file, 'a.txt').then(
          () => undefined,
          (error: unknown) => error,
        )
        expect(failure === undefined || failure instanceof UserError).toBe(true)
      }),
    )
  })
})
