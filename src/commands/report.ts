import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../library/errors.ts'
import type { Questions } from '../operations/store/questions.ts'
import { groupAlike } from '../reception/alike.ts'

/**
 * `report`: what the documents lack and what people think of the answers, as tables for a spreadsheet, without who asked.
 *
 * @param folder where the two files are written
 * @throws UserError when they cannot be written
 */
export async function writeReport(
  questions: Questions,
  folder: string,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const groups = groupAlike(await questions.gaps())
  const judged = await questions.judged()
  const gaps = [
    ['Câu hỏi', 'Số lần', 'Lần gần nhất', 'Các cách hỏi khác'],
    ...groups.map(({ example, all }) => {
      const others = [...new Set(all.map(({ question }) => question))].filter((other) => other !== example.question)
      return [example.question, String(all.length), isoDate(example.asked), others.join(' | ')]
    }),
  ]
  const feedback = [
    ['Câu hỏi', 'Kết quả', 'Đánh giá', 'Ngày hỏi'],
    ...judged.map(({ question, outcome, verdict, asked }) => [
      question,
      outcome === 'not-found' ? 'không tìm thấy' : 'đã trả lời',
      verdict === 'right' ? 'đúng' : 'chưa đúng',
      isoDate(asked),
    ]),
  ]
  const files = { 'thieu.csv': gaps, 'phan-hoi.csv': feedback }
  try {
    mkdirSync(folder, { recursive: true })
    for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), csv(rows), { mode: 0o600 })
  } catch (error) {
    throw new UserError(`Không ghi được báo cáo vào thư mục “${folder}”; hãy kiểm tra quyền ghi và dung lượng đĩa.`, {
      cause: error,
    })
  }
  for (const [name, rows] of Object.entries(files)) await write(`${join(folder, name)}: ${rows.length - 1} dòng\n`)
}

/** As RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** What people typed must not become a formula in somebody's spreadsheet. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
