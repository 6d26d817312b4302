import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCorpus } from '../../src/library/load.ts'
import { secrecyMark } from '../../src/library/secrecy.ts'
import { folderOf } from '../support/folder.ts'

const body = 'Tỉnh Bình An giao các sở thực hiện 8 nhóm nhiệm vụ trong năm 2025.\n'

describe('marks of secrecy', () => {
  it.each([
    ['MẬT'],
    ['TỐI MẬT'],
    ['TUYỆT MẬT'],
    ['**TUYỆT MẬT**'],
    ['Độ mật: Mật'],
    ['LƯU HÀNH NỘI BỘ'],
    ['(Tài liệu lưu hành nội bộ)'],
    ['Tài liệu thu hồi sau hội nghị'],
    ['TÀI LIỆU MẬT - THU HỒI SAU HỘI NGHỊ'],
    ['TỈNH ỦY BÌNH AN   ĐẢNG CỘNG SẢN VIỆT NAM\nMẬT   Bình An, ngày 3 tháng 2 năm 2025'],
    ['| TỈNH ỦY BÌNH AN | TỐI MẬT |'],
    ['Số: 15-BC/TU MẬT'],
    ['MẬT'.normalize('NFD')],
  ])('stops a paper that bears %j at its head, or at its foot', (mark) => {
    expect(secrecyMark(`${mark}\n${body}`)).toBeDefined()
    expect(secrecyMark(`${body.repeat(200)}${mark}`)).toBeDefined()
  })

  it('stops a paper by a stamp at the border of a page within, and by what its margins say', () => {
    expect(secrecyMark(`${body.repeat(100)}\fTUYỆT MẬT\n${body.repeat(100)}`)).toBe('TUYỆT MẬT')
    expect(secrecyMark(body, ['MẬT'])).toBe('MẬT')
  })

  it.each([
    ['Bảo vệ bí mật nhà nước theo ba mức: tuyệt mật, tối mật và mật.'],
    ['a) Tuyệt mật;'],
    ['Tài liệu có dấu Mật được thu hồi sau hội nghị theo quy định.'],
    ['Quy định về văn bản lưu hành nội bộ của cơ quan'],
    ['BẢO MẬT'],
    ['MẬT ONG RỪNG BÌNH AN'],
    ['Số: 15-BC/TU'],
  ])('lets a paper pass that only speaks of it: %j', (line) => {
    expect(secrecyMark(`${line}\n${body}${line}\n`)).toBeUndefined()
  })

  it('leaves a marked file out of the library, and repeats nothing of it', async () => {
    const { documents, leftOut } = await loadCorpus(folderOf({ 'a.txt': body, 'b.txt': `MẬT\n\nHọ sẽ họp ở Bến Mẫu.` }))
    expect(documents.map(({ file }) => file)).toEqual(['a.txt'])
    expect(leftOut[0]!.reason).toMatch(/b\.txt.*“MẬT”/)
    expect(leftOut[0]!.reason).not.toContain('Bến Mẫu')
  })

  it('reads any text in a time that grows with its length alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (text) => void secrecyMark(text, [text])))
    expect(secrecyMark(`Số: ${'1/'.repeat(500_000)}`)).toBeUndefined()
  })
})
