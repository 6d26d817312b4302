import type { KeptQuestion } from '../operations/store/questions.ts'
import { groupAlike } from './alike.ts'
import type { ReceptionParts, Speaker } from './reception.ts'
import { shownDate } from './shown-time.ts'

/** Most lines of a list, and the longest shown part of a question, in characters. */
const mostLines = 20
const longestShown = 160

/** `/thieu`: questions without an answer, those alike together, without who asked. */
export async function answerGaps(_argument: string, _speaker: Speaker, { questions }: ReceptionParts): Promise<string> {
  const gaps = await questions.gaps()
  if (gaps.length === 0) return 'Chưa có câu hỏi nào chưa trả lời được.'
  const groups = groupAlike(gaps)
  const lines = groups.slice(0, mostLines).map(({ example, all }, i) => {
    const times = all.length > 1 ? `${all.length} lần, gần nhất ${shownDate(example.asked)}` : shownDate(example.asked)
    return `${i + 1}. “${clip(example.question)}” (${times})`
  })
  const rest = groups.length - lines.length
  return [
    `${gaps.length} câu hỏi chưa tìm thấy câu trả lời, gồm ${groups.length} nội dung:`,
    ...lines,
    rest > 0 && `… và ${rest} nội dung khác; chạy npm run report để lấy đầy đủ.`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** `/phanhoi`: how often answers were right and wrong, and which questions were answered wrong. */
export async function answerFeedback(
  _argument: string,
  _speaker: Speaker,
  { questions }: ReceptionParts,
): Promise<string> {
  const judged = await questions.judged()
  if (judged.length === 0) return 'Chưa có phản hồi nào.'
  const wrong = judged.filter(({ verdict }) => verdict === 'wrong')
  return [
    `Phản hồi: ${judged.length - wrong.length} đúng, ${wrong.length} chưa đúng.`,
    wrong.length > 0 && 'Các câu được cho là chưa đúng:',
    ...wrong.slice(0, mostLines).map(wrongLine),
  ]
    .filter(Boolean)
    .join('\n')
}

function wrongLine({ question, outcome, asked }: KeptQuestion): string {
  return `- “${clip(question)}” (${outcome === 'not-found' ? 'không tìm thấy' : 'đã trả lời'}, ${shownDate(asked)})`
}

/** On one line. */
export function clip(question: string): string {
  const line = [...question.replace(/\s+/g, ' ').trim()]
  return line.length <= longestShown ? line.join('') : `${line.slice(0, longestShown).join('').trimEnd()}…`
}
