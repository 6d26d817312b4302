import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/library/structure.ts'

const header =
  '| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Kết quả | Thời gian |\n|---|---|---|---|---|---|\n'

describe('group rows of a table', () => {
  it.each([
    ['nothing but a label and a name', '| I. | Nâng cao nhận thức | | | | |', ['I. Nâng cao nhận thức']],
    [
      'one stray cell of a broken row',
      '| **IV.** | Phát triển nhân lực | | | | năm tiếp theo |',
      ['IV. Phát triển nhân lực'],
    ],
    ['a task of its own', '| I. | Xây dựng nền tảng | Sở A | | Nền tảng | 2026 |', []],
  ])('%s', (_, row, groups) => {
    const { sections } = structureOf(`${header}${row}\n| 1. | Việc thứ nhất | Sở A | Sở B | Báo cáo | 2026 |`)
    expect(sections.slice(1).map(({ heading }) => heading)).toEqual(groups)
  })

  it('does not take the value of a narrow table for a stray cell', () => {
    const { sections } = structureOf('| TT | Chỉ tiêu | Giá trị |\n|---|---|---|\n| I. | Kinh tế số | 30% |')
    expect(sections).toHaveLength(1)
  })
})
