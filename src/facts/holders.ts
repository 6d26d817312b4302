import type { Document } from '../library/document.ts'
import { localUnitOf } from '../library/local-unit.ts'
import { normalForm } from '../vietnamese/normal-form.ts'
import { placeNumber } from '../vietnamese/ordinals.ts'
import { findPlaces } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import { rankedRows } from './ranked-rows.ts'

/** Who holds a place in an order of provinces, bodies or countries: "Dẫn đầu là A với 92,18%", or a row of a ranking table. */
export interface Holder {
  /** As the document writes it, with "huyện", "Sở" or "tỉnh" where these stand there. */
  readonly name: string
  /** 1 for the first; `last` for who closes the list. */
  readonly position: number | 'last'
  /** How many are ranked, where it is said: 63 of "8/63". */
  readonly of?: number
  /** As written: "92,18%", "79,58". */
  readonly score?: string
  /** Said of the highest or lowest figure, not of a place: "cao nhất là A". */
  readonly byFigure: boolean
  /** The sentence or row that says it. */
  readonly span: Span
  /** Index of its block in `Document.blocks`. */
  readonly block: number
  /** Its clause up to the next place, or for a row the headings of its table; in normal form. */
  readonly words: string
  /** For a row: the headings of the columns, and that of the names. */
  readonly header?: Span
  readonly heading?: string
}

const upper = '\\p{Lu}[\\p{L}\\p{M}]*'
/** Small words inside the names of offices and regions. */
const link =
  '(?:và(?=\\s+(?:\\p{Lu}|miền))|hoạch|tư|nghiệp|trường|truyền|tin|thao|hóa|thương|hàng|lý|thông|nguyên|sản|môi|bạc|hội|thôn|dân|nhân|tộc|động|giáo|lực|chính|dục|lịch|vận|tải|dựng|nghệ|tế|pháp|vụ|nội|công|an|nước|nhà|tỉnh|bằng|sông|miền|núi|phía|du|ven|biển|duyên|hải|trung|phòng|ủy|ban|tra|phủ|kê|hiểm|triển)'
const type =
  '(?:[Tt]ỉnh|[Tt]hành phố|TP\\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Vv]ùng|[Tt]hủ đô)'
const name = `(?:${type}\\s+)?${upper}(?:\\s*[-–]\\s*${upper}|,\\s(?:Thể thao|Thương binh)|\\s+(?:${upper}|${link}(?![\\p{L}\\p{M}])))*(?:\\s+\\d{1,2}(?![\\d.,%/]))?`
const score = '\\d{1,3}(?:[.,]\\d{1,4})(?:\\s?(?:%|điểm))?|\\d{1,4}\\s?(?:%|điểm)'
const scoreBehind = `(?:\\s*\\(\\s*|,?\\s+(?:(?:với|đạt|được|có|giành)\\s+)+(?:(?:tổng|số|điểm|chỉ|giá|trị|kết|quả|tỷ|lệ|mức|trung|bình|chung|tuyệt đối|là|đạt|khoảng)\\s+)*|\\s+|\\s*:\\s*)(?<score>${score})`

const edge = '(?<![\\p{L}\\p{M}])'
const stop = '(?![\\p{L}\\p{M}])'
const stand =
  '(?:giữ nguyên|giữ vững|duy trì|đứng|xếp|giữ|giành|chiếm|lấy lại|ở|về|vươn lên|trở lại|rơi xuống|tụt xuống|lên)'
const seat = '(?:\\s+(?:ở|hạng|vị trí|thứ hạng|ngôi|ngôi vị))*'

/** Words that say a place. Of the last and the highest only what cannot mean a time or a part. */
const places = new RegExp(
  [
    `${edge}${stand}${seat}\\s+(?<first>dẫn đầu|đầu(?! (?:tiên|tư|mối|năm|vào|ra|nhiệm|tuần|tháng|quý|kỳ))|nhất(?= (?:cả|toàn|trong|tỉnh|khối|với|về|là|bảng|khu)|[,.;:()]|$)|số (?:1|một)${stop}(?!\\d)|quán quân)`,
    `${edge}(?<leading>dẫn đầu|đầu bảng)${stop}`,
    `${edge}${stand}${seat}\\s+(?<last>cuối(?: cùng)?(?= bảng| (?:cả|toàn|trong|là|với|về|danh|khối)|[,.;:()]|$)|chót|bét|đáy|thấp nhất)${stop}`,
    `${edge}(?<closing>(?:vị trí |xếp )?(?:cuối|chót) bảng|đội sổ)${stop}`,
    `${edge}(?:(?:${stand}${seat}\\s+)?(?:thứ|hạng|vị trí)(?:\\s+thứ)?|á quân)\\s+(?<position>\\d{1,3}|nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?:\\s?/\\s?(?<of>\\d{1,3}))?${stop}(?![\\d/]|[.,]\\d|\\s(?:19|20)\\d{2})`,
    `${edge}(?<figure>cao|thấp) nhất${stop}`,
  ].join('|'),
  'giu',
)
const tellsPlaces = /đầu|cuối|chót|nhất|hạng|thứ|đội sổ|vị trí/iu

/** Aims, heads of offices, groups, and where something stood once are no places held. */
const noPlace =
  /(?:người|cấp ủy|chính quyền|(?:nhóm|top|tốp)\s[^.;,]{0,40}(?:tỉnh, thành phố[^.;,]{0,30})?|\d+\s(?:tỉnh|địa phương|huyện|xã|đơn vị|nước|quốc gia)[^.;]{0,30}|phấn đấu[^.;]{0,80}|mục tiêu[^.;]{0,80}|sẽ[^.;,]{0,40}|đến năm[^.;]{0,60}|quyết tâm[^.;]{0,40}|(?:sau|từ|trước đó|năm trước|năm ngoái)(?: [^\s,;.]+){0,4}|không(?: còn)?|chưa|nếu[^.;]{0,40}|hơn(?: [^\s,;.]+){0,3})\s*$/iu

/** What may stand between who holds a place and the words that say it. */
const adverbs =
  /(?:\s+|^)(?:là|tỉnh|địa phương|đơn vị|thành phố|cơ quan|đã|tiếp tục|vẫn|đang|cũng|hiện|lại|được|bị|bất ngờ|xuất sắc|vươn lên|duy trì|vượt lên|chính thức|có|lần thứ [^\s,]+|lần đầu(?: tiên)?|liên tiếp|(?:\d+|hai|ba|bốn|năm) (?:năm|lần) (?:liền|liên tiếp)|nhiều năm(?: liền)?|tạm|tạm thời|năm (?:19|20)\d{2}|(?:tăng|giảm|tụt|lùi) \d{1,2} bậc,?)\s*$/iu
const nameAtEnd = new RegExp(
  `(?:^|[,;:(“"–-]\\s*|\\d\\s+|(?<![\\p{L}\\p{M}])(?:và|còn|khi|thì|là|với|đó|lại|nhưng|năm nay|riêng|trong đó)\\s+)(?<name>${name})$`,
  'u',
)
const bearerAtEnd =
  /(?:^|[,;:]\s*|(?<![\p{L}\p{M}])(?:và|còn|khi|thì)\s+)(?:tỉnh|Tỉnh|thành phố|Thành phố|huyện|Huyện|xã|Xã|phường|Phường)(?: ta| nhà)?$/u
/** Words with a capital that only open a sentence, or name what is ranked. */
const notHolder =
  /^(?:Theo|Trong|Năm|Tại|Với|Đây|Như|Hiện|Về|Ở|Các|Những|Cả|Đến|Trước|Sau|Ngược|Kết|Bảng|Chỉ|Riêng|Tuy|Tiếp|Xếp|Đứng|Hạng|Vị|Thứ|Ngoài|Cụ|Đối|Nhóm|Nếu|Khi|Từ|Và|Còn|Tổng|Mức|Điểm|Phó|Ông|Bà(?! Rịa)|Đồng chí|PAR|PCI|PAPI|DTI|SIPAS|ICT|PII|GII|EGDI|GRDP|GDP|INDEX|Index|Người|Địa phương|Tỷ|Lĩnh|Trụ)(?![\p{L}\p{M}])/u

const linking = `^[^.;:,(]{0,70}?(?:\\s(?:là|thuộc về|gọi tên)|:)\\s+(?:(?:địa phương|đơn vị|cơ quan)\\s+)?`
const behind = new RegExp(`${linking}(?<name>${name})(?:${scoreBehind})?`, 'u')
/** "thứ ba là A", straight behind its place. */
const nextOnes =
  /^\)?\s*[,;.]?\s*(?:và\s+|với\s+)?(?:tiếp theo|tiếp đến|tiếp sau|tiếp đó|kế đến|kế tiếp|theo sau|xếp sau|sau đó|lần lượt sau đó)(?:\s+(?:là|lần lượt là|có|gồm|đó|thuộc về|các|tỉnh))*:?\s+/iu
const oneOfList = new RegExp(
  `^(?<name>${name})(?:${scoreBehind})?\\)?(?:\\s*(?:,|;|\\svà)\\s+|(?=\\s*(?:[.);]|$)))`,
  'u',
)
const scoreAfter = new RegExp(`^[^.;:(),\\d]{0,60}?(?:${scoreBehind})`, 'u')

/** Names of units, bodies, regions and countries, by how they begin. */
const ofUnits =
  /^(?:(?:[Tt]ỉnh|[Tt]hành phố|TP|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Vv]ùng|[Tt]hủ đô)|Bộ|Sở|Ban|Cục|Ngân hàng|Ủy ban|Thanh tra|Văn phòng|Công an|Trường|Bệnh viện|Tập đoàn|Tổng (?:công|cục)|Công ty|Bảo hiểm|Kho bạc|Viện|Đại học|Chi cục|Trung tâm|Đồng bằng|Tây Nguyên|Tây Bắc|Đông (?:Bắc|Nam)|Trung du|Bắc (?:Bộ|Trung)|Nam Bộ|Duyên hải|Miền|Việt Nam|Singapore|Thái Lan|Malaysia|Indonesia|Philippines|Lào|Campuchia|Brunei|Myanmar|Trung Quốc|Nhật Bản|Hàn Quốc|Mỹ|Hoa Kỳ|Anh|Đức|Pháp|Đan Mạch|Estonia|Thụy Sĩ|Thụy Điển|Phần Lan|Ấn Độ)(?![\p{L}\p{M}])/u
const tellsKind =
  /(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|sở|bộ|địa phương|đơn vị|cơ quan|nước|quốc gia|vùng)(?![\p{L}\p{M}])/iu

/** Longest sentence looked at, in characters. */
const longestSentence = 1500

const byDocument = new WeakMap<Document, readonly Holder[]>()

/** Who holds which place, in the order of the text. Read once for each document; nothing is made of aims. */
export function holdersIn(document: Document): readonly Holder[] {
  let holders = byDocument.get(document)
  if (!holders) {
    holders = [...document.blocks.flatMap((_, at) => heldInBlock(document, at)), ...rankedRows(document)]
    byDocument.set(document, holders)
  }
  return holders
}

function heldInBlock(document: Document, at: number): Holder[] {
  const block = document.blocks[at]!
  if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'heading') return []
  return block.sentences.flatMap((span) => {
    const text = normalForm(document.text.slice(span.start, Math.min(span.end, span.start + longestSentence)))
      .replace(/\*\*/g, '')
      .replace(/\s+/g, ' ')
    if (!tellsPlaces.test(text) || /\?\s*$/u.test(text)) return []
    return heldIn(text, document.metadata.place ?? localUnitOf(document)).map((held) => ({ ...held, span, block: at }))
  })
}

type Held = Omit<Holder, 'span' | 'block'>

/**
 * The places that a sentence in normal form tells of, each with who holds it.
 *
 * @param own the name of "tỉnh" or "xã" alone: whose paper it is
 */
export function heldIn(text: string, own: string | undefined): Held[] {
  const found: Held[] = []
  let done = 0
  for (const match of text.matchAll(places)) {
    const { first, leading, last, closing, position, of, figure } = match.groups ?? {}
    const end = match.index + match[0].length
    if (match.index < done) continue
    const clause = clauseAt(text, match.index)
    const left = text.slice(clause.start, match.index)
    if (
      noPlace.test(left.trimEnd()) ||
      (figure === undefined && isAim(text.slice(Math.max(0, match.index - 160), end)))
    )
      continue
    const held = {
      position:
        position !== undefined
          ? placeNumber(position)!
          : first !== undefined || leading !== undefined || figure?.toLowerCase() === 'cao'
            ? 1
            : last !== undefined || closing !== undefined || figure?.toLowerCase() === 'thấp'
              ? ('last' as const)
              : 1,
      ...(of !== undefined && { of: Number(of) }),
      byFigure: figure !== undefined,
      words: text.slice(clause.start, ownEnd(text, end, clause.end)),
    }
    const after = behind.exec(text.slice(end))
    const named = after?.groups?.name
    const told = `${match[0]}${after?.[0] ?? ''}`
    if (after && named !== undefined && isHolder(named, after.groups!.score !== undefined || tellsKind.test(told))) {
      done = end + after[0].length
      // Several names behind "dẫn đầu là" without their scores: who of them is the first is not said.
      const rest = text.slice(done)
      if (after.groups!.score === undefined && /^(?:,|\s+và)\s+\p{Lu}/u.test(rest) && !nextOnes.test(rest)) continue
      found.push({ ...held, name: named, ...(after.groups!.score !== undefined && { score: after.groups!.score }) })
      if (typeof held.position === 'number' && !held.byFigure) {
        const list = listed(text, done, held.position + 1, held.words)
        found.push(...list.held)
        done = list.end
      }
      continue
    }
    // "Thứ ba là A" needs no verb, "A thứ ba" does.
    if (figure !== undefined || (position !== undefined && /^(?:thứ|hạng|vị trí|á quân)/iu.test(match[0]))) continue
    const before = holderBefore(left, own)
    if (before === undefined) continue
    const given = scoreAfter.exec(text.slice(end))?.groups?.score
    found.push({ ...held, name: before, ...(given !== undefined && { score: given }) })
    const border =
      given === undefined
        ? end + (/^[^.;,]{0,90}(?=[,;] )/u.exec(text.slice(end))?.[0].length ?? 0)
        : text.indexOf(given, end) + given.length
    const list = listed(text, border, typeof held.position === 'number' ? held.position + 1 : 0, held.words)
    if (typeof held.position === 'number') found.push(...list.held)
    done = list.end
  }
  return found
}

/** "…; tiếp theo là B 91,87%, C 91,43% và D 90,75%": the places behind the one before. */
function listed(text: string, from: number, first: number, words: string): { held: Held[]; end: number } {
  const opening = nextOnes.exec(text.slice(from))
  if (!opening) return { held: [], end: from }
  const held: Held[] = []
  let at = from + opening[0].length
  for (let item = oneOfList.exec(text.slice(at)); item; item = oneOfList.exec(text.slice(at))) {
    if (!isHolder(item.groups!.name!, true)) break
    held.push({
      name: item.groups!.name!,
      position: first + held.length,
      byFigure: false,
      words,
      ...(item.groups!.score !== undefined && { score: item.groups!.score }),
    })
    at += item[0].length
    if (!/(?:[,;]|\svà)\s*$/u.test(item[0])) break
  }
  return { held, end: at }
}

function holderBefore(left: string, own: string | undefined): string | undefined {
  let words = left.trimEnd()
  for (let shorter = words.replace(adverbs, ''); shorter !== words; shorter = words.replace(adverbs, '')) {
    if (nameAtEnd.exec(words)?.groups?.name === words.trim()) break
    words = shorter.trimEnd()
  }
  const found = nameAtEnd.exec(words)?.groups?.name
  if (found !== undefined && isHolder(found, false)) return found
  return own !== undefined && (bearerAtEnd.test(words) || bearerAtEnd.test(left.trimEnd())) ? own : undefined
}

/** @param surely whether the words beside it say that a unit or body is named, so that its name alone will do */
function isHolder(written: string, surely: boolean): boolean {
  if (notHolder.test(written) || written.length > 60 || /^\p{Lu}{2,}$/u.test(written)) return false
  return surely || ofUnits.test(written) || findPlaces(written).length > 0
}

function isAim(before: string): boolean {
  return /(?:phấn đấu|mục tiêu|quyết tâm|đặt ra|đến (?:hết )?năm \d{4})[^.;]*$/iu.test(before)
}

/** Where the words about a place end: before a part of what is ranked, or another place. */
function ownEnd(text: string, from: number, to: number): number {
  const part = /,?\s*trong đó|,\s(?=[^,;]{3,80}(?:xếp|đứng)\s)/u.exec(text.slice(from, to))
  return part ? from + part.index : to
}

/** From the border of a clause before an offset to the one behind it. */
function clauseAt(text: string, at: number): Span {
  const borders = /;\s|\.\s(?=\p{Lu})/gu
  let start = 0
  for (const { index, 0: border } of text.matchAll(borders)) {
    if (index >= at) return { start, end: index }
    // "TP. Cần Thơ" is one name.
    if (border.startsWith('.') && /(?:TP|TX|T)$/u.test(text.slice(Math.max(0, index - 2), index))) continue
    start = index + border.length
  }
  return { start, end: text.length }
}
