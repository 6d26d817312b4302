import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOldVietnamese } from '../../../src/library/convert/old-encodings.ts'
import { decodeAny } from '../../../src/library/convert/text.ts'

const sentence = 'Ủy ban nhân dân tỉnh Bình An xây dựng kế hoạch thực hiện nghị quyết về chuyển đổi số'
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('old Vietnamese encodings', () => {
  it('reads TCVN3 as its fonts were typed', () => {
    const { text, encoding } =
      readOldVietnamese(latin('Nghi\u00aam tóc thùc hiÖn nghÞ quyÕt vÒ chuyÓn ®æi sè cña tØnh')) ?? {}
    expect(encoding).toBe('TCVN3 (ABC)')
    expect(text).toBe('Nghiêm túc thực hiện nghị quyết về chuyển đổi số của tỉnh')
  })

  it('gives words in a font of capitals their capitals', () => {
    expect(readOldVietnamese(latin('NGHÞ QUYÕT VÒ chuyÓn ®æi sè cña tØnh'))?.text).toBe(
      'NGHỊ QUYẾT VỀ chuyển đổi số của tỉnh',
    )
  })

  it('reads VNI', () => {
    const { text, encoding } =
      readOldVietnamese(latin('Nghò quyeát veà chuyeån ñoåi soá cuûa tænh, ñöôïc thöïc hieän töø naêm nay')) ?? {}
    expect(encoding).toBe('VNI')
    expect(text).toBe('Nghị quyết về chuyển đổi số của tỉnh, được thực hiện từ năm nay')
  })

  it('reads windows-1258', () => {
    const marks = new Map([
      ['\u0300', 0xcc],
      ['\u0309', 0xd2],
      ['\u0303', 0xde],
      ['\u0301', 0xec],
      ['\u0323', 0xf2],
    ])
    const letters = new Map([
      ['ă', 0xe3],
      ['â', 0xe2],
      ['đ', 0xf0],
      ['ê', 0xea],
      ['ô', 0xf4],
      ['ơ', 0xf5],
      ['ư', 0xfd],
    ])
    const written = sentence
      .normalize('NFD')
      .replace(/([aeouAEOU])(\u0323?)([\u0302\u0306\u031b])/g, '$1$3$2')
      .normalize('NFD')
    const codes = [
      ...written.replace(/[aeou][\u0323]?[\u0302\u0306\u031b]/g, (two) => {
        const whole = two.replace('\u0323', '').normalize('NFC')
        return whole + (two.includes('\u0323') ? '\u0323' : '')
      }),
    ].map((letter) => marks.get(letter) ?? letters.get(letter) ?? letter.charCodeAt(0))
    expect(readOldVietnamese(new Uint8Array(codes))?.text).toBe(sentence)
  })

  it('reads UTF-16 without its mark', () => {
    expect(decodeAny(new Uint8Array(Buffer.from(sentence, 'utf16le')), 'a.txt').text).toBe(sentence)
    expect(decodeAny(new Uint8Array(Buffer.from(sentence, 'utf16le').swap16()), 'a.txt').text).toBe(sentence)
  })

  it('takes no other language, and no noise, for Vietnamese', () => {
    expect(
      readOldVietnamese(latin('Le président a été élu à l’unanimité; les élèves étaient présents')),
    ).toBeUndefined()
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 200, maxLength: 400 }), (noise) => {
        expect(readOldVietnamese(noise)).toBeUndefined()
      }),
    )
  })
})
