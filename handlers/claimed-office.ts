import type { Answer } from '../src/answers/answer.ts'
import type { Block, Document } from '../src/library/document.ts'
import { blockAt, sectionPath } from '../src/library/quote.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'
import { cellWords } from './table-rows.ts'

/** Coverage, without the office claimed, from which a sentence is surely about the task claimed. */
const surelySame = 0.75
/** How far below the best sentence one may lie that names an office. */
const closely = 0.1

const duty = /(?<!\p{L})(?:chủ trì|phối hợp|đầu mối|chịu trách nhiệm|phụ trách|thẩm định|tham mưu)(?!\p{L})/iu
/** Names of offices as the documents write them. */
const office =
  /(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Ban|Hội|Trung tâm|Trường|Tập đoàn|Công ty|Bệnh viện|Văn phòng|Ủy ban|UBND|HĐND|Công an|Thanh tra|Viện|Ngân hàng|Bảo hiểm|Kho bạc|Bưu điện)(?:,?\s+(?:và\s+)?(?:\p{Lu}[\p{L}\p{M}]*|nhân dân|xã hội|tỉnh|dân|nhà nước|thành phố|huyện|pháp|vụ|tế|học|chính|dục|lịch|vận tải|dựng|nghệ|hoạch|tư|nghiệp|trường|truyền|tin|thao|hóa|thương|thống kê|hàng|lý|thông|nguyên|sản|môi|bạc|hội|thôn|dân tộc|lao động|việc|đạo|giáo|lực|viên|cứu)(?!\p{L}))*/gu

/** "Sở Y tế chủ trì … đúng không": the office claimed against the one that the task, its heading or its row names. */
export async function judgeOffice({ reading, knowledge }: Request): Promise<Answer | undefined> {
  const { text } = reading
  const at = text.search(duty)
  if (at < 0) return undefined
  // Only the office that the duty is said of, right before it, is a claim: "Phiên họp Ban Chỉ đạo do Thủ tướng chủ trì" is none of the Ban.
  const claimed = officesIn(text.slice(0, at)).findLast((name) => text.slice(0, at).trimEnd().endsWith(name))
  if (claimed === undefined) return undefined
  const away = new Set(fold(claimed).split(/\s+/))
  const subject = reading.subject
    .normalize('NFC')
    .replace(duty, ' ')
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
  const word = (duty.exec(text) ?? [''])[0]
  const naming = found
    .filter(({ coverage }) => coverage >= Math.max(surelySame, found[0]!.coverage - closely))
    .map((evidence) => ({ evidence, given: officesOf(evidence, word) }))
    .find((each) => each.given.length > 0)
  if (!naming) return undefined
  const { evidence: best, given } = naming
  const right = given.some((name) => same(name, claimed))
  if (!right && given.length > 1) return undefined
  const { quote, header } = best
  return new AnswerParts()
    .state(`${right ? 'Đúng' : 'Chưa đúng'}. Theo tài liệu, đơn vị được nêu là ${right ? claimed : given[0]}:`)
    .quote(quote.document, quote, header)
    .answer(right ? 'answered' : 'corrected', reading)
}

/** Who is named for a task: before the word for the duty, else in the nearest heading that names an office. */
function officesOf({ quote }: Evidence, word: string): string[] {
  const text = quote.text.normalize('NFC')
  const block = blockAt(quote.document, quote.start)
  if (block?.cells) return cellsFor(quote.document, block, word).flatMap(officesOfCell)
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
