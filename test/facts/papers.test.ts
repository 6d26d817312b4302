import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Fact, FactKind } from '../../src/facts/fact.ts'
import { factsIn } from './facts-in.ts'

/** Whole papers of many kinds, all invented. */
const paper = (file: string) => {
  const facts = factsIn(readFileSync(new URL(`../fixtures/facts/${file}`, import.meta.url), 'utf8'), undefined, file)
  return {
    facts,
    of: (kind: FactKind) => facts.filter((fact) => fact.kind === kind),
    values: (kind: FactKind) => facts.filter((fact) => fact.kind === kind).map(({ value }) => value),
  }
}

const measured = ({ subject, value, year }: Fact) => [subject, value, year]

describe('a resolution of a provincial Party committee', () => {
  const { facts, of, values } = paper('nghi-quyet-tinh-uy.txt')

  it('says what it is in its head', () => {
    expect(values('document_number')).toContain('88-NQ/TU')
    expect(of('issue_date').find(({ documentNumber }) => documentNumber === '88-NQ/TU')?.date?.iso).toBe('2023-06-14')
    expect(of('issuing_body').find(({ documentNumber }) => documentNumber === '88-NQ/TU')?.value).toBe(
      'Tỉnh ủy Quảng Ngãi',
    )
  })

  it('has as many task groups as its part of tasks has headings, none of viewpoints or implementation', () => {
    expect(of('task_group_count').map(({ value, stated }) => [value, stated])).toEqual([['5', false]])
    expect(values('task_group')).toEqual([
      'Nâng cao nhận thức về chuyển đổi số',
      'Hoàn thiện thể chế, chính sách',
      'Phát triển hạ tầng số',
      'Phát triển nguồn nhân lực số',
      'Bảo đảm an toàn, an ninh mạng',
    ])
  })

  it('has targets of the years of their headings', () => {
    expect(of('target').map(measured)).toEqual([
      ['Quảng Ngãi', 'thuộc nhóm 30 tỉnh, thành phố dẫn đầu cả nước về chuyển đổi số', 2025],
      ['hồ sơ công việc cấp tỉnh được xử lý trên môi trường mạng', '80%', 2025],
      ['Kinh tế số', '15%', 2025],
      ['tỷ trọng kinh tế số trong từng ngành, lĩnh vực', '8%', 2025],
      ['Tỷ lệ dân số trưởng thành có tài khoản thanh toán điện tử', '60%', 2025],
      ['Kinh tế số', '25%', 2030],
      ['Phổ cập dịch vụ mạng Internet băng rộng cáp quang đến', '100%', 2030],
    ])
  })

  it('tells what was reached from what is to be reached', () => {
    expect(of('result').map(({ value }) => value)).toEqual(['41,5%', '1.250'])
  })

  it('replaces an earlier one, sets a deadline and is signed', () => {
    expect(of('document_relation').map(({ subject, relation, value }) => [subject, relation, value])).toEqual([
      ['Nghị quyết số 88-NQ/TU', 'thay thế', 'Nghị quyết số 05-NQ/TU'],
    ])
    expect(of('deadline').map(({ value }) => value)).toEqual(['30/9/2023'])
    expect(of('person_role').map(({ person }) => person?.name)).toEqual(['Trần Thị Hoài Thu'])
  })

  it('is about its province', () => {
    expect(new Set(facts.map(({ place }) => place))).toEqual(new Set(['Quảng Ngãi']))
  })
})

describe('a decision with articles', () => {
  const { of, values } = paper('quyet-dinh-ubnd.txt')

  it('names itself and its bases', () => {
    expect(values('document_number')).toEqual([
      '1234/QĐ-UBND',
      '64/2007/NĐ-CP',
      '950/QĐ-TTg',
      '77/TTr-STTTT',
      '456/QĐ-UBND',
    ])
    expect(of('document_relation').map(({ relation, value }) => [relation, value])).toEqual([
      ['căn cứ', 'Nghị định số 64/2007/NĐ-CP'],
      ['căn cứ', 'Quyết định số 950/QĐ-TTg'],
      ['thay thế', 'Quyết định số 456/QĐ-UBND'],
    ])
  })

  it('counts the tasks inside its first article alone', () => {
    expect(values('task_group_count')).toEqual(['4'])
  })

  it('gives its money and its targets by year', () => {
    expect(of('indicator').map(({ value, unit }) => [value, unit])).toEqual([
      ['320', 'tỷ đồng'],
      ['180', 'tỷ đồng'],
    ])
    expect(of('target').map(({ value, year }) => [value, year])).toEqual([
      ['Hình thành trung tâm giám sát, điều hành thông minh cấp tỉnh', 2025],
      ['100%', 2025],
      ['50%', 2025],
      ['02', 2030],
    ])
  })

  it('is signed for the chairman', () => {
    expect(of('person_role').map(({ subject, value }) => [subject, value])).toEqual([
      ['Ngô Minh Khải', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH'],
    ])
  })
})

describe('a plan that assigns work', () => {
  const { of, values } = paper('ke-hoach-phan-cong.md')

  it('states six tasks and lists them, and counts none of its assignments', () => {
    expect(of('task_group_count').map(({ value, listed, stated, year }) => [value, listed, stated, year])).toEqual([
      ['06', 6, true, 2024],
    ])
    expect(values('task_group')).toHaveLength(6)
  })

  it('says who does what by when', () => {
    expect(of('deadline').map(({ responsible, value, date }) => [responsible, value, date?.iso])).toEqual([
      [undefined, '15/12/2024', '2024-12-15'],
      ['Sở Thông tin và Truyền thông', 'Quý II/2024', '2024'],
      ['Sở Tư pháp', '10/2024', '2024-10'],
      ['Sở Nội vụ', 'Thường xuyên', undefined],
    ])
  })
})

describe('an annex of indicators', () => {
  const { of } = paper('phu-luc-chi-tieu.md')

  it('takes years from group rows and column heads, units from their column', () => {
    expect(of('indicator').map(({ subject, value, unit, year }) => [subject, value, unit, year])).toEqual([
      ['Tỷ lệ dịch vụ công trực tuyến toàn trình', '≥ 80', '%', 2025],
      ['Số doanh nghiệp công nghệ số', '250', 'doanh nghiệp', 2025],
      ['Tỷ lệ hồ sơ xử lý trên môi trường mạng: Cấp tỉnh', '90', '%', 2025],
      ['Tỷ lệ hồ sơ xử lý trên môi trường mạng: Cấp huyện', '80', '%', 2025],
      ['Tỷ trọng kinh tế số trong GRDP', '20 - 25', '%', 2030],
      ['Xếp hạng chuyển đổi số', '09', 'hạng', 2030],
      ['Tỷ lệ phủ sóng 5G', '30', '%', 2024],
      ['Tỷ lệ phủ sóng 5G', '65,5', '%', 2025],
      ['Số chữ ký số cá nhân', '120', 'nghìn', 2024],
      ['Số chữ ký số cá nhân', '200', 'nghìn', 2025],
    ])
    expect(
      of('indicator')
        .slice(0, 5)
        .map(({ number, max, comparator }) => [number, max, comparator]),
    ).toEqual([
      [80, undefined, '>='],
      [250, undefined, undefined],
      [90, undefined, undefined],
      [80, undefined, undefined],
      [20, 25, undefined],
    ])
  })
})

describe('an interview', () => {
  const { of, values } = paper('phong-van.txt')

  it('answers count, questions do not', () => {
    expect(of('result').map(measured)).toEqual([['thành lập tổ công nghệ số cộng đồng', '1.320', 2023]])
    expect(values('task_group')).toEqual([
      'phát triển hạ tầng số đến từng thôn, bản',
      'đào tạo kỹ năng số cho người dân',
      'hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số',
    ])
    expect(values('ranking')).toEqual(['18/63'])
    expect(of('person_role').map(({ subject, value }) => [subject, value])).toEqual([
      ['Lý Thu Ngân', 'Giám đốc Sở Thông tin và Truyền thông tỉnh Yên Bái'],
    ])
  })
})

describe('text out of a PDF', () => {
  const { of, values } = paper('van-ban-pdf.txt')

  it('reads across the line breaks of the page', () => {
    expect(of('target').map(measured)).toEqual([
      ['doanh nghiệp nhỏ và vừa trên địa bàn tỉnh được hỗ trợ chuyển đổi số', '40%', 2025],
      ['kinh tế số', '12%', 2025],
    ])
    expect(values('list_item')).toEqual([
      'tư vấn chuyển đổi số',
      'thuê nền tảng số',
      'đào tạo nhân lực',
      'quảng bá sản phẩm trên sàn thương mại điện tử',
    ])
  })
})

describe('a report in the press', () => {
  const { facts, of } = paper('bai-bao.txt')

  it('gives rankings, results and targets of their years', () => {
    expect(of('ranking').map(({ subject, value, year }) => [subject, value, year])).toEqual([
      ['chuyển đổi số', '45/63', 2023],
      ['chính quyền số', 'thứ 40', 2023],
      ['kinh tế số', 'thứ 51', 2023],
    ])
    expect(of('result').map(({ value, year }) => [value, year])).toEqual([
      ['12.500', 2023],
      ['68,3%', undefined],
    ])
    expect(of('target').map(({ value, year }) => [value, year])).toEqual([
      ['75%', 2024],
      ['100%', 2024],
    ])
  })

  it('gives nothing from the links below it', () => {
    expect(facts.some(({ place }) => place !== 'Sơn La')).toBe(false)
    expect(facts.some(({ value }) => /30%|99/.test(value))).toBe(false)
  })
})

describe('a report of results', () => {
  const { of } = paper('bao-cao.txt')

  it('has results in its part on results and targets in its part on tasks', () => {
    expect(of('result').map(({ value }) => value)).toEqual(['156.789', '98.210', '47%'])
    expect(of('target').map(measured)).toEqual([['tỷ lệ thanh toán trực tuyến', '60%', 2024]])
  })
})

describe('a programme that states fewer groups than it lists', () => {
  const { of } = paper('chuong-trinh-lap-lai.txt')

  it('keeps the number it states and the number it lists', () => {
    expect(of('task_group_count').map(({ value, listed, stated }) => [value, listed, stated])).toEqual([['5', 6, true]])
    expect(of('task_group')).toHaveLength(6)
  })

  it('carries the year of its lead over the clauses', () => {
    expect(of('target').map(({ value, year }) => [value, year])).toEqual([
      ['2%', 2030],
      ['05', 2030],
      ['chỉ số đổi mới sáng tạo thuộc nhóm trung bình khá của cả nước', 2030],
      ['trở thành trung tâm dược liệu ứng dụng công nghệ cao của vùng Tây Nguyên', 2045],
    ])
  })
})
