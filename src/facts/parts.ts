import type { Document } from '../library/document.ts'
import { sectionsAround } from './source.ts'

/** What a part of a paper is for, as its heading says. */
export type PartRole = 'tasks' | 'objectives' | 'viewpoints' | 'implementation' | 'situation' | 'bases'

const roles: readonly (readonly [RegExp, PartRole])[] = [
  [
    /tổ chức thực hiện|phân công|giao nhiệm vụ|trách nhiệm|quyền hạn|nhiệm vụ của |điều khoản thi hành|hiệu lực thi hành|kinh phí/iu,
    'implementation',
  ],
  [/căn cứ|cơ sở pháp lý/iu, 'bases'],
  [/quan điểm|nguyên tắc|tư tưởng chỉ đạo/iu, 'viewpoints'],
  [/mục tiêu|chỉ tiêu|tầm nhìn|^(?:\S{1,6}\s+)?phương hướng(?! nhiệm vụ|, nhiệm vụ)/iu, 'objectives'],
  [/nhiệm vụ|giải pháp/iu, 'tasks'],
  [/tình hình|thực trạng|kết quả|bối cảnh|hạn chế|nguyên nhân|đánh giá|sự cần thiết/iu, 'situation'],
]

/** The role of a heading; undefined when it names none. "Mục tiêu, nhiệm vụ và giải pháp" is read by what it names last. */
export function roleOfHeading(heading: string): PartRole | undefined {
  if (heading.length > 200) return undefined
  if (/mục tiêu/iu.test(heading) && /nhiệm vụ|giải pháp|bối cảnh|quan điểm/iu.test(heading)) return undefined
  if (/kết quả/iu.test(heading) && /nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu/iu.test(heading)) return 'situation'
  return roles.find(([words]) => words.test(heading))?.[1]
}

/** The role of the innermost heading around a section that has one. */
export function roleOfSection(document: Document, section: number): PartRole | undefined {
  for (const { heading } of sectionsAround(document, section)) {
    const role = roleOfHeading(heading.normalize('NFC'))
    if (role) return role
  }
  return undefined
}
