import { normalForm } from '../vietnamese/normal-form.ts'

/** Whether a line names a type of paper and nothing else: "NGHỊ QUYẾT", "Biên bản họp". */
export function isBareType(line: string): boolean {
  return bareType.test(normalForm(line).toLowerCase())
}

const bareType =
  /^(?:dự thảo\s+)?(?:nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|chương trình(?: hành động)?|thông báo|báo cáo|hướng dẫn|đề án|đề cương|tờ trình|công điện|biên bản(?: (?:họp|cuộc họp|hội nghị|làm việc))?|danh mục|phụ lục(?:\s+\S+)?|luật|nghị định|thông tư|quy định|quy chế)$/u

/** "Số: 12-NQ/TU", "Bình An, ngày 15 tháng 3 năm 2024", and the asterisk below the issuing body. */
export function isNumberOrDate(line: string): boolean {
  return /^(?:số\s*[:.]|.{0,40},\s*ngày\s+\d|\*$)/u.test(normalForm(line).toLowerCase())
}
