import type { Answer } from '../src/answers/answer.ts'
import type { Document } from '../src/library/document.ts'
import { LawNames } from '../src/library/law-names.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { headingsNamed } from './headings-named.ts'
import { documentsMeant } from './scope.ts'
import { ownerOf } from './wording.ts'

const contentKinds: ReadonlySet<string> = new Set(['heading', 'paragraph', 'item', 'table-row'])
/** Characters of a section that are quoted. */
const quotedLength = 1200

/** "Điều 3 nghị quyết 14 quy định gì", "nghị quyết gồm mấy điều". */
export function answerSection(request: Request): Answer | undefined {
  const folded = fold(request.reading.text)
  const asked = /\b(dieu|chuong|phan)\s+(?:thu\s+)?(\d{1,3}|[ivxlc]+)\b/.exec(folded)
  const counted = /\b(?:may|bao nhieu)\s+(dieu|chuong|phan)\b(?! tram)/.exec(folded)?.[1]
  if (!asked && !counted) return undefined
  const called = new LawNames(request.knowledge.corpus.documents).in(request.reading.text)
  const documents = called.length > 0 ? called : documentsMeant(request)
  if (documents.length !== 1) return undefined
  const [document] = documents
  return counted ? countSections(request, document!, counted) : quoteSection(request, document!, asked![1]!, asked![2]!)
}

/** "Điểm đ phần nhiệm vụ của Sở Y tế …": the point of that letter below the heading that has the other words. */
export function answerPoint(request: Request): Answer | undefined {
  const { reading } = request
  const letter = /(?<!\p{L})(?:điểm|tiết|ý|diem)\s+([a-zđ])(?=[\s,).?!]|$)/iu.exec(reading.text)?.[1]?.toLowerCase()
  if (letter === undefined) return undefined
  const naming = withoutPhrases(
    reading.subject,
    /\b(?:diem|tiet|y|muc|phan|noi dung|nhiem vu|trach nhiem|noi|quy dinh|neu|giao)(?: [a-z](?= |$))?\b/g,
  )
  for (const { document, index } of headingsNamed(request, naming)) {
    const point = document.blocks.find(
      ({ section, start, end }) =>
        isInside(document, section, index) &&
        new RegExp(`^\\W*${letter}[).]`, 'iu').test(document.text.slice(start, end).normalize('NFC')),
    )
    if (!point) continue
    return new AnswerParts()
      .state(`${document.sections[index]!.heading}, điểm ${letter}:`)
      .quote(document, point)
      .answer('answered', reading)
  }
  return undefined
}

function isInside(document: Document, at: number, index: number): boolean {
  return at === index || (at > 0 && isInside(document, document.sections[at]!.parent, index))
}

const marks: Readonly<Record<string, string>> = { dieu: 'article', chuong: 'chapter', phan: 'part' }
const names: Readonly<Record<string, string>> = { dieu: 'điều', chuong: 'chương', phan: 'phần' }

function countSections({ reading, knowledge }: Request, document: Document, word: string): Answer | undefined {
  const sections = document.sections.filter(({ mark }) => mark === marks[word])
  if (sections.length === 0) return undefined
  const anyFact = knowledge.ledger.of(document.id)[0]
  const owner = anyFact ? ownerOf(anyFact, document) : 'Văn bản'
  const parts = new AnswerParts().state(
    `Văn bản của ${owner} được chia thành ${sections.length} ${names[word]} (đếm theo tiêu đề):`,
  )
  parts.items(
    document,
    sections.map(({ span }) => span),
    false,
    sections[0]!.span,
  )
  return parts.answer('answered', reading)
}

function quoteSection(request: Request, document: Document, word: string, label: string): Answer | undefined {
  const wanted = `${word} ${label}`
  const index = document.sections.findIndex((section) => section.mark === marks[word] && fold(section.label) === wanted)
  const section = document.sections[index]
  if (!section) return undefined
  return quoteUnder(request, document, index)
}

/** "… nêu những hạn chế nào", "Sở … làm những việc gì": what stands under the heading that has the words of the subject. */
export function answerHeading(request: Request): Answer | undefined {
  const [best] = headingsNamed(request, request.reading.subject)
  return best && quoteUnder(request, best.document, best.index)
}

/** The text of a section, as far as it fits in an answer. */
function quoteUnder({ reading }: Request, document: Document, index: number): Answer | undefined {
  const section = document.sections[index]!
  const blocks = document.blocks.filter(
    (block) => isInside(document, block.section, index) && contentKinds.has(block.kind),
  )
  if (blocks.length === 0) return undefined
  const text = blocks.filter(({ kind }) => kind !== 'heading')
  const start = (text[0] ?? blocks[0]!).start
  const shown = text.filter((block, i) => i === 0 || block.end - start <= quotedLength)
  const parts = new AnswerParts().state(`${section.heading}:`)
  for (const block of shown.length > 0 ? shown : blocks.slice(0, 1)) parts.quote(document, block)
  if (shown.length < text.length) parts.note('Phần này còn tiếp; anh/chị gõ /vanban để xem bố cục văn bản.')
  return parts.answer('answered', reading)
}
