import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/library/structure.ts'

const kindsOf = (text: string) =>
  structureOf(text).blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)] as const)

describe('papers of Party and State bodies', () => {
  const body = 'Văn bản này quy định việc lập, trao đổi và lưu trữ hồ sơ điện tử trong các cơ quan của tỉnh.\n\n'

  it.each([
    ['T/M TỈNH ỦY\nBÍ THƯ\n\nTrần Thị Hoài Thu'],
    ['KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNgô Minh Khải'],
    ['CHỦ TỊCH\n\nĐỗ Quang Vĩnh'],
    ['TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLý Gia Phúc'],
  ])('keep their signature: %j', (signature) => {
    expect(kindsOf(body + signature).filter(([kind]) => kind === 'furniture')).toEqual([])
  })

  it('still lose the by-line of a report about them', () => {
    expect(kindsOf(`${body}Thanh Nga`).at(-1)).toEqual(['furniture', 'Thanh Nga'])
  })

  it.each(['Kế hoạch', 'Danh mục'])('keep a line that names a type of paper at the end: %s', (line) => {
    expect(kindsOf(`${body}${line}`).filter(([kind]) => kind === 'furniture')).toEqual([])
  })

  it('have no section that opens with place and date', () => {
    const text = `TỈNH ỦY QUẢNG NGÃI\nSố: 88-NQ/TU\nQuảng Ngãi, ngày 14 tháng 6 năm 2023\n\nNGHỊ QUYẾT\nvề chuyển đổi số\n\n${body}`
    expect(structureOf(text).sections).toHaveLength(1)
  })

  it('name a division on the line below its number', () => {
    const text = `Đề án chuyển đổi số của tỉnh\n\n${body}Phần thứ hai\nNHIỆM VỤ, GIẢI PHÁP\n\n1. Nâng cao nhận thức\n\n${body}2. Hoàn thiện thể chế\n\n${body}`
    const { sections } = structureOf(text)
    expect(sections[1]?.heading).toBe('Phần thứ hai. NHIỆM VỤ, GIẢI PHÁP')
    expect(sections.slice(2).map(({ parent, heading }) => [parent, heading])).toEqual([
      [1, '1. Nâng cao nhận thức'],
      [1, '2. Hoàn thiện thể chế'],
    ])
  })

  it('do not take a sentence below a bare number for its name', () => {
    const { sections } = structureOf(
      `Đề án chuyển đổi số của tỉnh\n\n${body}Điều 5.\nCơ quan chủ trì báo cáo hằng năm.\n\n${body}`,
    )
    expect(sections[1]?.heading).toBe('Điều 5.')
  })
})
