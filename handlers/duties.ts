import type { Answer } from '../src/answers/answer.ts'
import { longestQuote } from '../src/library/corpus.ts'
import type { Document } from '../src/library/document.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { findClauses, type Span } from '../src/vietnamese/sentences.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { scopeOf } from './scope.ts'

/** "Sở Y tế được giao việc gì", "Công an tỉnh phải làm gì": who, then the words that ask what they have to do. */
const asking =
  /\b((?:bo truong|thu truong|giam doc|chu tich|thu tuong|so|bo|cong an|ban|van phong|ubnd|hdnd|uy ban|thanh tra|dai phat thanh|bao|vnpt|viettel|hoi|dang uy|tinh uy|ngan hang|cuc|chi cuc|kho bac|truong|vien|benh vien|bao hiem|mat tran|doan|lien doan|trung tam)\b(?: [a-z&]+){0,9}?) (?:duoc (?:giao|yeu cau|phan cong|de nghi)|bi yeu cau|phai|co (?:nhung )?(?:nhiem vu|trach nhiem)|chiu trach nhiem|lam|chu tri|phu trach)\b.{0,30}\b(?:gi|nao)\b/
const giving =
  /\b(?:giao(?! (?:duc|thong|dich|luu|tiep|dien|nhan|thuong))|yeu cau|de nghi|phan cong|chi dao|trach nhiem)\b/

/** Clauses quoted of one office. */
const most = 4

/** What an office or its head has been told to do, in the sentences of reports that say so; papers have it below the office's heading. */
export function answerDuties({ reading, knowledge }: Request): Answer | undefined {
  const placeless = reading.places.reduce((text, { raw }) => text.replace(raw, ' '), reading.text)
  const match = asking.exec(
    fold(placeless)
      .replace(/\b(?:o|tai|cua|tinh) (?=\s)/g, ' ')
      .replace(/\s+/g, ' '),
  )
  if (!match) return undefined
  const office = words(match[1]!)
  if (office.length < 2) return undefined
  const within = scopeOf(knowledge, reading)
  const found: { readonly document: Document; readonly span: Span }[] = []
  for (const document of knowledge.corpus.documents) {
    if (within && !within.has(document.id)) continue
    const own = within ? [...underHeading(document, office), ...itemsOf(document, office)] : []
    for (const span of own.length > 0 ? own : clausesGiving(document, office)) found.push({ document, span })
    if (found.length >= most) break
  }
  if (found.length === 0) return undefined
  const parts = new AnswerParts().state('Theo tài liệu, đơn vị, người được hỏi được giao:')
  for (const { document, span } of found.slice(0, most)) parts.quote(document, span)
  return parts.answer('answered', reading)
}

function words(text: string): string[] {
  return fullTokens(text).map(({ folded }) => folded)
}

/** What stands below the heading that is the name of the office: "3. Sở Tư pháp". */
function underHeading(document: Document, office: readonly string[]): Span[] {
  const index = document.sections.findIndex(
    ({ heading }) => words(heading.replace(/^[\d.IVX\s)-]+/u, '')).join(' ') === office.join(' '),
  )
  if (index <= 0) return []
  const inside = (at: number): boolean => at === index || (at > 0 && inside(document.sections[at]!.parent))
  return document.blocks.filter(({ section, kind }) => inside(section) && (kind === 'paragraph' || kind === 'item'))
}

/** Items that begin with the name of the office and say what it does: "b) Sở Tư pháp: rà soát …", "2. Sở Y tế có trách nhiệm …". */
function itemsOf(document: Document, office: readonly string[]): Span[] {
  const name = `${office.join(' ')} `
  return document.blocks.flatMap(({ kind, start, end, sentences }) => {
    if ((kind !== 'item' && kind !== 'paragraph' && kind !== 'heading') || end - start <= shortest) return []
    const opening = document.text.slice(start, Math.min(end, start + 200)).replace(itemLabel, '')
    const named = words(namedFirst.exec(opening)?.[1] ?? '')
    if (!`${named.join(' ')} `.startsWith(name) || named.length > office.length + mostBeside) return []
    return [{ start, end: sentences.slice(0, longestQuote).at(-1)?.end ?? end }]
  })
}

/** An item says more than a name, in characters; at most so many words stand beside the office: "Sở Y tế, Sở Tư pháp:". */
const shortest = 40
const mostBeside = 8
const itemLabel =
  /^\s*(?:[-–+•*]\s*)?(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]{1,2}|[IVX]{1,5})[.)-]\s*)?(?:giao|yêu cầu|đề nghị|đối với)?\s*/iu
const namedFirst =
  /^([^:;.]{2,120}?)(?::|\s+[-–]\s|\s(?=có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|tham mưu|tổ chức|rà soát|xây dựng|hướng dẫn|thực hiện|hoàn thành|bố trí|cấp|cung cấp))/iu

/** The clauses of sentences that give somebody a task in which the office is told to do it. */
function clausesGiving(document: Document, office: readonly string[]): Span[] {
  const name = ` ${office.join(' ')} `
  const spans: Span[] = []
  for (const { kind, sentences } of document.blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue
    for (const sentence of sentences) {
      const text = document.text.slice(sentence.start, sentence.end)
      if (!giving.test(fold(text)) || !` ${words(text).join(' ')} `.includes(name)) continue
      const clauses = findClauses(document.text, sentence)
      for (const clause of clauses.length > 1 ? clauses : [sentence]) {
        const own = ` ${words(document.text.slice(clause.start, clause.end)).join(' ')} `
        const at = own.indexOf(name)
        // The office is told to do something: words follow its name.
        if (at >= 0 && own.length > at + name.length + 12) spans.push(clause)
      }
    }
  }
  return spans
}
