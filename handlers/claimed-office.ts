import type { Answer } from '../src/answers/answer.ts'
import type { Block, Document } from '../src/library/document.ts'
import { blockAt, sectionPath } from '../src/library/quote.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { allSpelledOut } from '../src/vietnamese/spelled-out.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { cellWords } from './table-rows.ts'

/** Coverage, without the office claimed, from which a sentence is surely about the task claimed. */
const surelySame = 0.75
/** How far below the best sentence one may lie that names an office. */
const closely = 0.1

const duty =
  /(?<!\p{L})(?:(?:là |làm )?(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì)|chủ trì|phối hợp|(?:làm )?đầu mối|chịu trách nhiệm|phụ trách|thẩm định|tham mưu|chủ đầu tư)(?!\p{L})/iu
/** Duties that only one office has, and that the sentence has to name. */
const special = /(?<!\p{L})(?:thường trực|đầu mối|chủ đầu tư)(?!\p{L})/iu
/** Names of offices as the documents write them. */
const office =
  /(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Ban|Hội|Trung tâm|Trường|Tập đoàn|Công ty|Bệnh viện|Văn phòng|Ủy ban|UBND|HĐND|Công an|Thanh tra|Viện|Ngân hàng|Bảo hiểm|Kho bạc|Bưu điện)(?:,?\s+(?:và\s+)?(?:\p{Lu}[\p{L}\p{M}]*|nhân dân|xã hội|tỉnh|dân|nhà nước|thành phố|huyện|pháp|vụ|tế|học|chính|dục|lịch|vận tải|dựng|nghệ|hoạch|tư|nghiệp|trường|truyền|tin|thao|hóa|thương|thống kê|hàng|lý|thông|nguyên|sản|môi|bạc|hội|thôn|dân tộc|lao động|việc|đạo|giáo|lực|viên|cứu)(?!\p{L}))*/gu

/** "Sở Y tế chủ trì … đúng không": the office claimed against the one that the task, its heading or its row names. */
export async function judgeOffice({ reading, knowledge }: Request): Promise<Answer | undefined> {
  const text = allSpelledOut(reading.text)
  const at = text.search(duty)
  if (at < 0) return undefined
  // Only the office that the duty is said of, right before it, is a claim: "Phiên họp Ban Chỉ đạo do Thủ tướng chủ trì" is none of the Ban.
  const before = text
    .slice(0, at)
    .replace(/\s+(?:là|làm|được giao|giữ vai trò|đảm nhận|sẽ|cũng)\s*$/iu, '')
    .trimEnd()
  const claimed = officesIn(before).findLast((name) => before.endsWith(name))
  if (claimed === undefined) return undefined
  const away = new Set(fold(claimed).split(/\s+/))
  const [ownWord] = special.exec(text) ?? []
  const subject = allSpelledOut(reading.subject)
    .normalize('NFC')
    .replace(ownWord === undefined ? duty : '', ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => !away.has(fold(word)))
    .join(' ')
  if (subject.split(' ').length < 2) return undefined
  const found = await findEvidence(
    knowledge,
    { ...reading, text: subject, subject, asks: [] },
    scopeOf(knowledge, reading),
  )
  const word = ownWord ?? (duty.exec(text) ?? [''])[0]
  const naming = found
    .filter(({ coverage }) => coverage >= Math.max(surelySame, found[0]!.coverage - closely))
    .filter(({ quote }) => ownWord === undefined || fold(quote.text).includes(fold(ownWord)))
    .map((evidence) => ({ evidence, given: officesOf(evidence, word, subject) }))
    .find((each) => each.given.length > 0)
  if (!naming) return undefined
  const { evidence: best, given } = naming
  const right = given.some((name) => same(name, claimed))
  if (!right && given.length > 1) return undefined
  // Another sentence gives the office claimed such a duty: two offices, two tasks.
  if (
    !right &&
    found.some(
      (each) =>
        each.coverage >= best.coverage - closely && officesOf(each, word, subject).some((name) => same(name, claimed)),
    )
  )
    return undefined
  const { quote, header } = best
  return new AnswerParts()
    .state(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, đơn vị được nêu là ${right ? claimed : given[0]}:`)
    .quote(quote.document, quote, header)
    .answer(right ? 'answered' : 'corrected', reading)
}

/** Who is named for a task: before the word for the duty, else in the nearest heading that names an office. */
function officesOf({ quote }: Evidence, word: string, subject: string): string[] {
  const whole = quote.text.normalize('NFC')
  const block = blockAt(quote.document, quote.start)
  if (block?.cells) return cellsFor(quote.document, block, word).flatMap(officesOfCell)
  const text = clauseOf(whole, word, subject)
  const at = text.toLowerCase().indexOf(word.toLowerCase())
  const before = (at < 0 ? '' : text.slice(0, at)).trimEnd()
  const named = officesIn(before)
  if (named.length > 0) return named.filter((name) => before.endsWith(name))
  const section = block?.section ?? 0
  for (const heading of sectionPath(quote.document, section).toReversed()) {
    const inHeading = officesIn(heading.normalize('NFC'))
    if (inHeading.length > 0) return inHeading
  }
  return []
}

/** The cells of a row whose column is headed by the word for the duty; else all of them. */
function cellsFor(document: Document, { cells = [], headerRow }: Block, word: string): string[] {
  const texts = cells.map((cell) => cellWords(document, cell))
  const header = headerRow === undefined ? undefined : document.blocks[headerRow]?.cells
  const headed = texts.filter((_, i) => header?.[i] && fold(cellWords(document, header[i])).includes(fold(word)))
  return headed.some((text) => text !== '') ? headed : texts
}

/** A cell that begins with an office and lists no others is its name. */
function officesOfCell(text: string): string[] {
  const named = officesIn(text)
  return named.length === 1 && text.startsWith(named[0]!) && text.length <= 80 && !/[;.]/.test(text) ? [text] : named
}

/** Of clauses that each give an office its duty, the one about the task: "Sở A chủ trì X; Sở B chủ trì Y". */
function clauseOf(text: string, word: string, subject: string): string {
  const wanted = fullTokens(subject).map(({ folded }) => folded)
  const clauses = text
    .split(/;\s/)
    .filter((clause) => clause.toLowerCase().includes(word.toLowerCase()))
    .map((clause) => {
      const words = new Set(fullTokens(clause).map(({ folded }) => folded))
      return { clause, share: wanted.filter((each) => words.has(each)).length }
    })
    .sort((a, b) => b.share - a.share)
  return clauses.length > 1 ? clauses[0]!.clause : text
}

function officesIn(text: string): string[] {
  return [...text.matchAll(office)].map(([name]) => name.trim()).filter((name) => /\s/.test(name))
}

function same(name: string, claimed: string): boolean {
  const [a, b] = [name, claimed].map((words) =>
    fold(words)
      .replace(/\buy ban nhan dan\b/g, 'ubnd')
      .replace(/[^a-z ]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return a!.startsWith(b!) || b!.startsWith(a!)
}
