import { type FoldedText, foldText, originalSpan } from './folded-text.ts'
import { fold } from './normal-form.ts'
import type { Span } from './sentences.ts'
import { mayBe } from './spelling.ts'

/** A type of official document. */
export interface DocumentType {
  /** How the number of such a document names it: "NQ", "CTr", "QĐ". */
  readonly symbol: string
  /** Vietnamese name in lower case. */
  readonly name: string
  /** Other names in use. */
  readonly aliases: readonly string[]
  /** Other symbols that some issuers write for it: a provincial programme may be numbered CT/TU. */
  readonly alsoWritten: readonly string[]
  /** Who issues it, as shown to people. */
  readonly issuedBy: string
}

/**
 * Types of documents. Symbols of State documents: Decree 30/2020/NĐ-CP, appendix III; of Party documents: Guidance 36-HD/VPTW.
 */
export const documentTypes: readonly DocumentType[] = [
  type('NQ', 'nghị quyết', 'Đảng, Quốc hội, Chính phủ, Hội đồng nhân dân'),
  type('CT', 'chỉ thị', 'Bộ Chính trị, Ban Bí thư, Thủ tướng Chính phủ, cấp ủy, Ủy ban nhân dân'),
  type('CTr', 'chương trình', 'cấp ủy, Ủy ban nhân dân', ['chương trình hành động'], ['CTHĐ', 'CT']),
  type('KL', 'kết luận', 'Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư, cấp ủy'),
  type('QĐ', 'quyết định', 'cơ quan Đảng, Thủ tướng Chính phủ, bộ, Ủy ban nhân dân'),
  type('QyĐ', 'quy định', 'cơ quan Đảng', ['qui định'], ['QĐ']),
  type('QC', 'quy chế', 'cơ quan Đảng và Nhà nước'),
  type('TB', 'thông báo', 'cơ quan Đảng và Nhà nước'),
  type('HD', 'hướng dẫn', 'cơ quan Đảng và Nhà nước'),
  type('KH', 'kế hoạch', 'cơ quan Đảng và Nhà nước', ['kế hoạch hành động']),
  type('ĐA', 'đề án', 'cơ quan Đảng và Nhà nước'),
  type('DA', 'dự án', 'cơ quan Nhà nước'),
  type('TTr', 'tờ trình', 'cơ quan Đảng và Nhà nước'),
  type('BC', 'báo cáo', 'cơ quan Đảng và Nhà nước'),
  type('CV', 'công văn', 'cơ quan Đảng và Nhà nước'),
  type('CĐ', 'công điện', 'Thủ tướng Chính phủ, Ủy ban nhân dân'),
  type('NĐ', 'nghị định', 'Chính phủ'),
  type('TT', 'thông tư', 'bộ trưởng, thủ trưởng cơ quan ngang bộ'),
  type('TTLT', 'thông tư liên tịch', 'nhiều bộ'),
  type('NQLT', 'nghị quyết liên tịch', 'Ủy ban Thường vụ Quốc hội, Chính phủ và Mặt trận Tổ quốc Việt Nam'),
  type('L', 'luật', 'Quốc hội', ['bộ luật']),
  type('PL', 'pháp lệnh', 'Ủy ban Thường vụ Quốc hội'),
  type('GP', 'giấy phép', 'cơ quan quản lý nhà nước'),
]

/** A document type named in a text. */
export interface NamedType extends Span {
  readonly type: DocumentType
  /** The name as written, "CHƯƠNG TRÌNH HÀNH ĐỘNG". */
  readonly raw: string
  /** True when "dự thảo" stands before the name. */
  readonly draft: boolean
}

/** The type of document that a head, title or question names first; undefined when it names none. With or without diacritics. */
export function documentTypeOf(text: string): NamedType | undefined {
  const folded = foldText(text)
  for (const match of folded.text.matchAll(namePattern)) {
    const named = namedType(folded, match)
    if (named) return named
  }
  return undefined
}

/** The type behind a symbol in any case, with or without diacritics: "nq", "CTr", "QĐ", "qd". */
export function typeOfSymbol(symbol: string): DocumentType | undefined {
  return bySymbol.get(fold(symbol))
}

/** The type with this Vietnamese name or alias, typed plainly or spelled right: "de an" and "đề án", but not "để án". */
export function typeOfName(written: string): DocumentType | undefined {
  const entry = byName.get(fold(written).replace(/\s+/g, ' '))
  return entry && mayBe(written, entry.name) ? entry.type : undefined
}

/** Alternation of all names, folded, longest first, for patterns over folded text. */
export const typeNames: string = documentTypes
  .flatMap(({ name, aliases }) => [name, ...aliases])
  .map((name) => fold(name).replace(/ /g, '\\s+'))
  .sort((a, b) => b.length - a.length)
  .join('|')

const bySymbol = new Map<string, DocumentType>(
  documentTypes.filter(({ symbol }) => symbol.length > 1 && symbol !== 'DA').map((each) => [fold(each.symbol), each]),
)
const programme = bySymbol.get('ctr')
if (programme) bySymbol.set('cthd', programme)

const byName = new Map(
  documentTypes.flatMap((type) => [type.name, ...type.aliases].map((name) => [fold(name), { name, type }] as const)),
)

const namePattern = new RegExp(`(?<draft>\\bdu\\s+thao\\s+)?\\b(?<name>${typeNames})\\b`, 'g')

function namedType(folded: FoldedText, match: RegExpExecArray): NamedType | undefined {
  const end = match.index + match[0].length
  const span = originalSpan(folded, end - (match.groups?.name ?? '').length, end)
  const raw = folded.original.slice(span.start, span.end)
  const type = typeOfName(raw)
  return type && { ...span, type, raw, draft: match.groups?.draft !== undefined }
}

function type(
  symbol: string,
  name: string,
  issuedBy: string,
  aliases: readonly string[] = [],
  alsoWritten: readonly string[] = [],
): DocumentType {
  return { symbol, name, aliases, alsoWritten, issuedBy }
}
