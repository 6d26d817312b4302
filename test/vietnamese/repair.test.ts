import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CorpusIndex } from '../../src/search/corpus-index.ts'
import { languageOf } from '../../src/search/language.ts'
import { repairQuestion } from '../../src/vietnamese/repair.ts'
import { papers, passagesOf } from '../search/invented.ts'

const language = languageOf(CorpusIndex.build(papers))
const repaired = (question: string) => repairQuestion(question, language)?.text ?? question

describe('repairQuestion', () => {
  it.each([
    ['song may xep thu may ve chinh quyen so', 'sông mây xếp thứ mấy về chính quyền số'],
    ['Song May co bao nhieu chi tieu den nam 2025', 'Sông Mây có bao nhiêu chỉ tiêu đến năm 2025'],
    ['san luong thuy san nam truoc', 'sản lượng thủy sản năm trước'],
    ['nghi quyeet cua tinh', 'nghị quyết của tỉnh'],
    ['ddeens nawm 2025', 'đến năm 2025'],
    ['nghành thủy sản', 'ngành thủy sản'],
    ['chuyển đối số', 'chuyển đổi số'],
    ['xếp hạngsôngmây', 'xếp hạng sông mây'],
  ])('%s', (typed, meant) => {
    expect(repaired(typed)).toBe(meant)
  })

  it.each([
    'Sông Mây xếp thứ mấy về chính quyền số?',
    'Kỹ năng số của cán bộ là gì',
    'Quý II có bao nhiêu tấn tôm',
    'Hà Nội có mấy quận',
    'ông Nguyễn Văn Thử sinh năm bao nhiêu',
    'smartphone và chatbot',
    '12/KH-UBND',
    '',
    '?!…',
  ])('leaves alone: %s', (question) => {
    expect(repairQuestion(question, language)).toBeUndefined()
  })

  it('puts a foreign name right that a large corpus writes with another letter, where no word is known beside it', () => {
    const foreign = { id: 'phan-mem', text: 'Máy chủ dùng hệ điều hành Ubuntu. Xe thử nghiệm của hãng Tesla.' }
    const large = Array.from({ length: 300 }, () => papers).flat()
    const wide = languageOf(CorpusIndex.build([...large, ...passagesOf([foreign])]))
    expect(repairQuestion('Ubunut là gì?', wide)?.text).toBe('Ubuntu là gì?')
    expect(repairQuestion('hãng có bao nhiêu Teska?', wide)?.text).toBe('hãng có bao nhiêu Tesla?')
    expect(repairQuestion('Kubernetes là gì?', wide)).toBeUndefined()
  })

  it('leaves a well-written word alone that a small corpus does not know, be there one a letter away', () => {
    const mark = {
      id: 'moc',
      text: 'Thu nhập tăng 5%. Mỗi xã có một kỳ họp, mỗi năm một lần, mỗi huyện hai lần, mỗi tỉnh ba lần.',
    }
    const small = languageOf(CorpusIndex.build([...papers, ...passagesOf([mark])]))
    expect(repairQuestion('có bao nhiêu chỉ tiêu cho mốc năm 2030', small)).toBeUndefined()
  })

  it('keeps what stands between the words', () => {
    expect(repaired('  kinh te so?  (GRDP)')).toBe('  kinh tế số?  (GRDP)')
  })

  it('tells every change', () => {
    expect(repairQuestion('kinh tế só', language)?.changes).toEqual([{ from: 'só', to: 'số' }])
  })

  it('writes out an abbreviation that is given, all of it once', () => {
    const expansion = { start: 3, end: 8, expansion: 'Thông tin và Truyền thông' }
    expect(repairQuestion('Sở TT&TT làm gì', language, [expansion])?.text).toBe('Sở Thông tin và Truyền thông làm gì')
  })

  it('changes words only: numbers, punctuation and spaces stay', () => {
    const rest = (text: string) => text.replace(/[\p{L}\p{M}]+/gu, '').replace(/\s+/g, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(rest(repaired(text))).toBe(rest(text))
      }),
    )
  })
})
