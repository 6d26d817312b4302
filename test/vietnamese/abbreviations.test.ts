import { describe, expect, it } from 'vitest'
import {
  abbreviationsOf,
  expandAbbreviation,
  findAbbreviations,
  findDefinedAbbreviations,
} from '../../src/vietnamese/abbreviations.ts'

const expansions = (word: string) => expandAbbreviation(word).map(({ expansion }) => expansion)

describe('expandAbbreviation', () => {
  it.each<[string, string[]]>([
    ['CNTT', ['công nghệ thông tin']],
    ['cntt', ['công nghệ thông tin']],
    ['cqdt', ['chính quyền điện tử']],
    ['CQĐT', ['chính quyền điện tử']],
    ['CQĐT'.normalize('NFD'), ['chính quyền điện tử']],
    ['KTS', ['kinh tế số', 'kiến trúc sư']],
    ['tu', ['Tỉnh ủy', 'Thành ủy', 'Trung ương']],
    ['TƯ', ['Trung ương']],
    ['T.Ư', ['Trung ương']],
    ['KH', ['kế hoạch', 'khoa học']],
    ['CTr/TU', ['Chương trình của Tỉnh ủy', 'Chương trình của Thành ủy']],
    ['NQ/TW', ['Nghị quyết của Trung ương']],
    ['QĐ-TTg', ['Quyết định của Thủ tướng Chính phủ']],
    ['kh-ubnd', ['Kế hoạch của Ủy ban nhân dân']],
    ['ICT Index', ['chỉ số sẵn sàng cho phát triển và ứng dụng công nghệ thông tin']],
    ['VN', ['Việt Nam']],
    ['ĐBSCL', ['Đồng bằng sông Cửu Long']],
    ['bcđqg', ['Ban Chỉ đạo Quốc gia']],
    ['CCCD', ['căn cước công dân']],
    ['gpmb', ['giải phóng mặt bằng']],
    ['QLNN', ['quản lý nhà nước']],
    ['XYZ', []],
    ['NQ/XYZ', []],
  ])('%s', (word, readings) => {
    expect(expansions(word)).toEqual(readings)
  })
})

it.each<[string, string[]]>([
  ['công nghệ thông tin', ['CNTT']],
  ['cong nghe thong tin', ['CNTT']],
  ['Uỷ ban nhân dân', ['UBND']],
  ['công nghề thông tin', []],
])('abbreviationsOf(%s)', (expansion, shorts) => {
  expect(abbreviationsOf(expansion)).toEqual(shorts)
})

describe('findAbbreviations', () => {
  it.each<[string, string[]]>([
    ['CNTT là gì', ['CNTT']],
    ['cqdt la gi', ['cqdt']],
    ['nq36 và cntt của ubnd tinh', ['cntt', 'ubnd']],
    ['Sở TT&TT. Bộ KH&CN', ['TT&TT', 'KH&CN']],
    ['CTr/TU là gì', ['CTr/TU']],
    ['theo 36-NQ/TW', []],
    ['du an cua ai', []],
    ['ca an tu da', []],
    ['AI là gì', ['AI']],
  ])('%s', (text, found) => {
    const mentions = findAbbreviations(text)
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(found)
    expect(mentions.every(({ readings }) => readings.length > 0)).toBe(true)
  })
})

describe('findDefinedAbbreviations', () => {
  it.each<[string, string, string]>([
    ['phát triển công nghệ thông tin (CNTT) và', 'CNTT', 'công nghệ thông tin'],
    ['chỉ số đổi mới sáng tạo (ĐMST) cấp tỉnh', 'ĐMST', 'đổi mới sáng tạo'],
    ['ngành Khoa học và Công nghệ (KH&CN)', 'KH&CN', 'Khoa học và Công nghệ'],
    ['phát triển trí tuệ nhân tạo (AI)', 'AI', 'trí tuệ nhân tạo'],
    ['Ban Quản lý Khu Mẫu (sau đây gọi tắt là Ban Quản lý)', 'Ban Quản lý', 'Ban Quản lý Khu Mẫu'],
    ['thông qua Chương trình hành động Mẫu (gọi tắt là Chương trình)', 'Chương trình', 'Chương trình hành động Mẫu'],
    ['tổ công nghệ số cộng đồng (sau đây viết tắt là “TCNSCĐ”)', 'TCNSCĐ', 'tổ công nghệ số cộng đồng'],
    ['Trung tâm Mẫu (viết tắt là Đơn vị chủ trì)', 'Đơn vị chủ trì', 'Trung tâm Mẫu'],
  ])('%s', (text, short, expansion) => {
    const [found, ...more] = findDefinedAbbreviations(text)
    expect(found).toMatchObject({ short, expansion })
    expect(text.slice(found?.expansionSpan.start, found?.expansionSpan.end)).toBe(expansion)
    expect(more).toEqual([])
  })

  it('reads decomposed text as well', () => {
    const text = 'Nghị quyết về chuyển đổi số (sau đây gọi tắt là Nghị quyết)'.normalize('NFD')
    const [found] = findDefinedAbbreviations(text)
    expect(found?.short).toBe('Nghị quyết')
    expect(found?.expansion.normalize('NFC')).toBe('Nghị quyết về chuyển đổi số')
  })

  it.each(['(CNTT)', 'xem bảng (AB) kèm theo', 'ông Mẫu (Hà Mẫu) nói', 'năm tỉnh (xem phụ lục)'])(
    'no definition: %s',
    (text) => {
      expect(findDefinedAbbreviations(text)).toEqual([])
    },
  )
})
