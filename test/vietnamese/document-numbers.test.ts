import { describe, expect, it } from 'vitest'
import { findDocumentNumbers, sameDocumentNumber } from '../../src/vietnamese/document-numbers.ts'

describe('findDocumentNumbers', () => {
  it.each<[string, string, string]>([
    ['thực hiện 36-NQ/TW', '36-NQ/TW', '36-NQ/TW'],
    ['36/NQ-TW', '36/NQ-TW', '36-NQ/TW'],
    ['36 NQ/TW', '36 NQ/TW', '36-NQ/TW'],
    ['nq36 là gì', 'nq36', '36-NQ'],
    ['NQ 36', 'NQ 36', '36-NQ'],
    ['theo nghị quyết 36 có mấy nhóm', 'nghị quyết 36', '36-NQ'],
    ['nghi quyet so 36 cua bo chinh tri', 'nghi quyet so 36', '36-NQ/TW'],
    ['Nghị quyết số 57- NQ/TW', 'Nghị quyết số 57- NQ/TW', '57-NQ/TW'],
    ['57-NQ/TW - Bộ Chính trị', '57-NQ/TW', '57-NQ/TW'],
    ['số 45-CTr/TU', '45-CTr/TU', '45-CTr/TU'],
    ['so 45 ctr tu', '45 ctr tu', '45-CTr/TU'],
    ['19/2025/QĐ-TTg', '19/2025/QĐ-TTg', '19/2025/QĐ-TTg'],
    ['36a/NQ-CP', '36a/NQ-CP', '36a/NQ-CP'],
    ['nq 36a/cp', 'nq 36a/cp', '36a/NQ-CP'],
    ['202/2025/QH15', '202/2025/QH15', '202/2025/QH15'],
    ['237/NQ-UBTVQH16', '237/NQ-UBTVQH16', '237/NQ-UBTVQH16'],
    ['12/2016/TTLT-BGDĐT-BTTTT', '12/2016/TTLT-BGDĐT-BTTTT', '12/2016/TTLT-BGDĐT-BTTTT'],
    ['134/GP-TTĐT', '134/GP-TTĐT', '134/GP-TTĐT'],
    ['QĐ 749', 'QĐ 749', '749-QĐ'],
    ['KL 69 ngày nào', 'KL 69', '69-KL'],
    ['nghị định 30 năm 2020', 'nghị định 30', '30-NĐ'],
    ['1234/BTTTT-KHCN', '1234/BTTTT-KHCN', '1234/BTTTT-KHCN'],
    ['456/UBND-KSTTHC', '456/UBND-KSTTHC', '456/UBND-KSTTHC'],
    ['Công văn 456/UBND-KSTTHC', 'Công văn 456/UBND-KSTTHC', '456/UBND-KSTTHC'],
    ['Thông báo số 12-TB/VPTU', 'Thông báo số 12-TB/VPTU', '12-TB/VPTU'],
    ['10/ct-ubnd', '10/ct-ubnd', '10/CT-UBND'],
    ['nq 36 tw', 'nq 36 tw', '36-NQ/TW'],
    ['nghị quyết 36 từ năm 2014', 'nghị quyết 36', '36-NQ'],
    ['Quyết định 611 tỷ trọng kinh tế số', 'Quyết định 611', '611-QĐ'],
    ['kế hoạch 118 doanh nghiệp nhỏ', 'kế hoạch 118', '118-KH'],
    ['Chương trình hành động số 32-CT/TU', 'Chương trình hành động số 32-CT/TU', '32-CT/TU'],
    ['Nghị quyết số 57- NQ/TW'.normalize('NFD'), 'Nghị quyết số 57- NQ/TW'.normalize('NFD'), '57-NQ/TW'],
  ])('%s', (text, raw, normal) => {
    const [found, ...more] = findDocumentNumbers(text)
    expect(found).toMatchObject({ raw, normal })
    expect(text.slice(found?.start, found?.end)).toBe(raw)
    expect(more).toEqual([])
  })

  it.each([
    'nghị quyết 7 nhóm nhiệm vụ',
    'kế hoạch 2025',
    'ke hoach 5 nam 2021-2025',
    'kế hoạch 5 năm',
    'quyết định 300 tỷ đồng',
    'thông báo 3 nội dung',
    'nghị quyết 18/2',
    'ngày 01/7/2014 của',
    'trực 24/24 giờ',
    'đã 06 lần, đã 5 xã',
    '5 KH, 3 TT&TT',
    'xếp thứ 26/63',
    'tỷ lệ 1/500',
    'nghị quyết 30% GRDP',
  ])('no document number: %s', (text) => {
    expect(findDocumentNumbers(text)).toEqual([])
  })

  it('tells type, letter, year and body', () => {
    const [found] = findDocumentNumbers('Nghị quyết số 36a/NQ-CP')
    expect(found).toMatchObject({ number: 36, letter: 'a', symbol: 'NQ', body: 'CP' })
    expect(found?.type?.name).toBe('nghị quyết')
    expect(findDocumentNumbers('Luật Mẫu số 20/2023/QH15')[0]?.type?.name).toBe('luật')
    expect(findDocumentNumbers('61/2010/NĐ-CP')[0]).toMatchObject({ year: 2010, body: 'CP' })
  })

  it.each([
    ['điều 5 thông tư 35/2016/TT-NHNN', { article: '5' }],
    ['điểm a khoản 2 Điều 5 của Nghị định số 30/2020/NĐ-CP', { point: 'a', clause: '2', article: '5' }],
    ['nghị định 30/2020/NĐ-CP, điều 8 khoản 1', { article: '8', clause: '1' }],
  ])('provisions: %s', (text, provision) => {
    expect(findDocumentNumbers(text)[0]).toMatchObject(provision)
  })

  it('finds several in a row', () => {
    const found = findDocumentNumbers('các Nghị quyết số 29-NQ/TW, 36-NQ/TW và Quyết định 749/QĐ-TTg')
    expect(found.map(({ normal }) => normal)).toEqual(['29-NQ/TW', '36-NQ/TW', '749/QĐ-TTg'])
  })
})

describe('sameDocumentNumber', () => {
  it.each([
    ['36-NQ/TW', '36/nq-tw', true],
    ['nghị quyết 36', '36-NQ/TW', true],
    ['nq36', '36a/NQ-CP', false],
    ['nq 36 của Bộ Chính trị', '36/NQ-CP', false],
    ['nq 36 của Bộ Chính trị', '36-NQ/TW', true],
    ['chỉ thị 05', '5-CT/TW', true],
    ['chương trình 32', '32-CT/TU', true],
    ['chương trình 32', 'Chương trình hành động số 32-CT/TU', true],
    ['chương trình 32', '32/CT-TTg', false],
    ['32-CTr/TU', '32-CT/TU', false],
    ['ct 32', '32-CTr/TU', false],
    ['quyết định 749', '749/QĐ-TTg', true],
    ['749/QĐ-TTg', '749/QĐ-UBND', false],
    ['nghị định 30/2020', '30/2015/NĐ-CP', false],
    ['202/2025/QH15', 'nghị quyết 202/2025/QH15', true],
    ['quy định 41', '41-QĐ/TW', true],
    ['nghị quyết 36', 'nghị quyết 37', false],
    ['36', '36-NQ/TW', false],
  ])('%s ~ %s: %s', (a, b, same) => {
    expect(sameDocumentNumber(a, b)).toBe(same)
    expect(sameDocumentNumber(b, a)).toBe(same)
  })
})
