import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../src/facts/fact.ts'
import { articleOf, factsIn } from './facts-in.ts'

const kinds: ReadonlySet<FactKind> = new Set(['document_number', 'document_title', 'issue_date', 'issuing_body'])

const cited = (...paragraphs: string[]) =>
  factsIn(articleOf(...paragraphs))
    .filter(({ kind }) => kinds.has(kind))
    .map(({ kind, subject, value }) => `${subject} · ${kind} · ${value}`)

describe('documents cited by number', () => {
  it.each([
    [
      'Tỉnh thực hiện Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị về đẩy mạnh ứng dụng công nghệ thông tin.',
      [
        'Nghị quyết số 36-NQ/TW · document_number · 36-NQ/TW',
        'Nghị quyết số 36-NQ/TW · issue_date · 01/7/2014',
        'Nghị quyết số 36-NQ/TW · issuing_body · Bộ Chính trị',
        'Nghị quyết số 36-NQ/TW · document_title · đẩy mạnh ứng dụng công nghệ thông tin',
      ],
    ],
    [
      'Ngày 17.2.2025, Ban Thường vụ Tỉnh ủy đã ban hành Chương trình hành động số 32-CT/TU.',
      [
        'Chương trình hành động số 32-CT/TU · document_number · 32-CT/TU',
        'Chương trình hành động số 32-CT/TU · issue_date · 17.2.2025',
        'Chương trình hành động số 32-CT/TU · issuing_body · Ban Thường vụ Tỉnh ủy',
      ],
    ],
    [
      'UBND tỉnh vừa ban hành Chỉ thị số 10/CT-UBND về việc tăng cường sử dụng dịch vụ công trực tuyến, góp phần cải cách hành chính.',
      [
        'Chỉ thị số 10/CT-UBND · document_number · 10/CT-UBND',
        'Chỉ thị số 10/CT-UBND · issuing_body · UBND tỉnh',
        'Chỉ thị số 10/CT-UBND · document_title · tăng cường sử dụng dịch vụ công trực tuyến',
      ],
    ],
    [
      'Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về ứng dụng công nghệ thông tin, hiện đại hóa hành chính.',
      [
        'Nghị định số 64/2007/NĐ-CP · document_number · 64/2007/NĐ-CP',
        'Nghị định số 64/2007/NĐ-CP · issue_date · 10/4/2007',
        'Nghị định số 64/2007/NĐ-CP · issuing_body · Chính phủ',
        'Nghị định số 64/2007/NĐ-CP · document_title · ứng dụng công nghệ thông tin, hiện đại hóa hành chính',
      ],
    ],
    [
      'Quyết định này thay thế Quyết định số 512/QĐ-TTg ngày 17 tháng 4 năm 2018 của Thủ tướng Chính phủ.',
      [
        'Quyết định số 512/QĐ-TTg · document_number · 512/QĐ-TTg',
        'Quyết định số 512/QĐ-TTg · issue_date · 17 tháng 4 năm 2018',
        'Quyết định số 512/QĐ-TTg · issuing_body · Thủ tướng Chính phủ',
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(cited(sentence).sort()).toEqual([...expected].sort())
  })

  it('are told once, where most is said of them', () => {
    const facts = factsIn(
      articleOf(
        'Tỉnh thực hiện Nghị quyết số 36-NQ/TW.',
        'Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị là cơ sở quan trọng.',
      ),
      'document_number',
    )
    expect(facts).toHaveLength(1)
    expect(facts[0]?.context.start).toBeGreaterThan(60)
  })

  it('keep dates that contradict each other', () => {
    expect(
      cited(
        'Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị được quán triệt.',
        'Nghị quyết số 36-NQ/TW ngày 26/3/2004 của Bộ Chính trị cũng được nhắc tới.',
      ).filter((fact) => fact.includes('issue_date')),
    ).toEqual(['Nghị quyết số 36-NQ/TW · issue_date · 01/7/2014', 'Nghị quyết số 36-NQ/TW · issue_date · 26/3/2004'])
  })

  it('have no title when its end cannot be told', () => {
    expect(
      cited(
        'Chỉ thị số 05-CT/TW của Bộ Chính trị về “Đẩy mạnh học tập do Tỉnh ủy tổ chức, và “Nâng cao đạo đức”.',
      ).some((fact) => fact.includes('document_title')),
    ).toBe(false)
  })

  it.each([
    [
      'Chương trình hành động số 45-CTr/TU thực hiện Nghị quyết số 36-NQ/TW được ban hành.',
      'thực hiện',
      'Chương trình hành động số 45-CTr/TU',
    ],
    [
      'Kết luận số 69-KL/TW về tiếp tục thực hiện Nghị quyết số 20-NQ/TW được triển khai.',
      'tiếp tục thực hiện',
      'Kết luận số 69-KL/TW',
    ],
    ['Quyết định số 12/QĐ-UBND thay thế Quyết định số 5/QĐ-UBND.', 'thay thế', 'Quyết định số 12/QĐ-UBND'],
    [
      'Họp bàn dự thảo Kế hoạch của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW.',
      'thực hiện',
      'dự thảo Kế hoạch của UBND tỉnh',
    ],
  ])('stand in a relation: %s', (sentence, relation, subject) => {
    expect(factsIn(articleOf(sentence), 'document_relation').map((fact) => [fact.relation, fact.subject])).toEqual([
      [relation, subject],
    ])
  })

  it('of central bodies belong to no province', () => {
    const facts = factsIn(
      articleOf('Tỉnh Hòa Bình thực hiện Nghị quyết số 36-NQ/TW; Tỉnh ủy Hòa Bình ban hành Chương trình số 8-CTr/TU.'),
      'document_number',
    )
    expect(facts.map(({ value, place }) => [value, place])).toEqual([
      ['36-NQ/TW', undefined],
      ['8-CTr/TU', 'Hòa Bình'],
    ])
  })
})

describe('how far a paper has come', () => {
  it.each([
    ['Dự thảo nghị quyết đã được gửi các sở.', 'draft'],
    ['Các đại biểu cho ý kiến vào dự thảo Đề án.', 'commented'],
    ['Trong tháng tới sẽ trình Tỉnh ủy để ban hành nghị quyết.', 'submitted'],
    ['Tỉnh ủy đã ban hành Nghị quyết số 5-NQ/TU.', 'issued'],
  ])('%s', (sentence, stage) => {
    expect(factsIn(articleOf(sentence), 'status').map((fact) => fact.stage)).toContain(stage)
  })

  it.each([
    ['hội nghị công bố Nghị quyết số 27-NQ/TU ngày 06/12/2021 về chuyển đổi số', 'Nghị quyết số 27-NQ/TU'],
    ['Ban Chấp hành Đảng bộ tỉnh vừa ban hành Nghị quyết số 9-NQ/TU về chuyển đổi số', 'Nghị quyết số 9-NQ/TU'],
  ])('is issued, whatever drafts of others the text goes on with: %s', (opening, subject) => {
    const facts = factsIn(
      articleOf(
        `Sáng nay, ${opening}.`,
        'So với bản dự thảo nghị quyết, văn bản có điểm mới.',
        'Sở đã trình dự thảo kế hoạch.',
      ),
      'status',
    )
    expect(facts.map((fact) => [fact.subject, fact.stage])).toEqual([[subject, 'issued']])
  })

  it.each(['Tỉnh ủy sẽ ban hành Nghị quyết số 5-NQ/TU.', 'Tỉnh chuẩn bị công bố Nghị quyết số 5-NQ/TU.'])(
    'is not issued yet: %s',
    (sentence) => {
      expect(factsIn(articleOf(sentence), 'status').map((fact) => fact.stage)).not.toContain('issued')
    },
  )
})
