import { describe, expect, it } from 'vitest'
import { documentOf } from '../support/corpus.ts'

const paper = (signature: string, below: string) =>
  [
    'ỦY BAN NHÂN DÂN',
    'TỈNH HÀ NAM',
    'Số: 913/KH-UBND',
    'Hà Nam, ngày 19 tháng 11 năm 2024',
    '',
    'KẾ HOẠCH',
    'Trồng cây phân tán tỉnh Hà Nam năm 2025',
    '',
    'I. MỤC TIÊU',
    '1. Trồng mới 420.000 cây phân tán trong năm 2025.',
    '',
    signature,
    below,
  ].join('\n')
const annex = `\n\nPHỤ LỤC\nDANH MỤC CÂY GIỐNG\n${Array.from({ length: 80 }, (_, i) => `${i + 1}. Giống cây số ${i} cho các xã trong tỉnh.`).join('\n')}`

const behalf = 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH'
describe.each([
  ['at the end', ''],
  ['above a long annex', annex],
])('a signature %s', (_, below) => {
  it.each([
    ['below each other', 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nKiều Văn Ví Dụ', behalf],
    ['offices on one line', `${behalf}\nKiều Văn Ví Dụ`, behalf],
    ['all on one line', `${behalf} Kiều Văn Ví Dụ`, behalf],
    ['offices broken by the page', 'TM. ỦY BAN NHÂN\nDÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ\nTỊCH\n\nKiều Văn Ví Dụ', behalf],
    ['a name broken by the page', 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nKiều Văn\nVí Dụ', behalf],
    ['signed by a machine', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n[Ký số bởi Sở]\nKiều Văn Ví Dụ', 'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC'],
    [
      'beside the recipients',
      'Nơi nhận:                      TL. CHỦ TỊCH\n- Như trên;                      CHÁNH VĂN PHÒNG\n- Lưu: VT.\n                               Kiều Văn Ví Dụ',
      'TL. CHỦ TỊCH CHÁNH VĂN PHÒNG',
    ],
    ['of the Party', 'T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(đã ký)\nKiều Văn Ví Dụ', 'T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ'],
  ])('%s', (_form, written, office) => {
    const { text, signature } = documentOf(paper(written, below))
    const words = (span: { start: number; end: number }) => text.slice(span.start, span.end).replace(/\s+/g, ' ')
    expect(signature && words(signature.name)).toBe('Kiều Văn Ví Dụ')
    expect(signature?.office.map(words).join(' ')).toBe(office)
  })
})

it('an office named in the text signs nothing', () => {
  const { signature } = documentOf(paper('Giao Sở Tài chính thực hiện.', '\nKT. CHỦ TỊCH được ký thay khi vắng mặt.'))
  expect(signature).toBeUndefined()
})
