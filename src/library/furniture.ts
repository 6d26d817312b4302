import { normalForm } from '../vietnamese/normal-form.ts'
import type { Line } from './lines.ts'

/** What a line of a page is: part of the text, or something the page has around it. */
export type LineRole = 'text' | 'furniture' | 'caption' | 'date-line'

/**
 * Tells the text of a saved page from what the page has around it: navigation, counters, captions, by-lines, licence and contact
 * lines, related links. The rules look at the form and the place of a line, and at the set phrases of Vietnamese portals.
 */
export function lineRoles(lines: readonly Line[]): LineRole[] {
  const words = lines.map(({ text }) => normalForm(text).toLowerCase())
  const roles = words.map((line, i): LineRole => standingAlone(line, lines[i]!.text))
  if (lines[0] && isProvenance(lines[0].text)) roles[0] = 'furniture'
  markBeforeTitle(lines, words, roles)
  markRelatedLinks(lines, words, roles)
  markTail(lines, words, roles)
  markCaptions(lines, words, roles)
  return roles
}

/** A comment in the first line that says where the text was taken from: "# where | title | date". */
export function isProvenance(line: string): boolean {
  return /^#+\s*(?:nguồn\s*:|.*\s\|\s)/iu.test(line.normalize('NFC'))
}

/** What can be told from the line alone. */
function standingAlone(line: string, written: string): LineRole {
  if (image.test(written) || webAddress.test(line) || linkOnly.test(written)) return 'furniture'
  if (motto.test(line) || licence.test(line)) return 'furniture'
  if (sessionNotice.test(line) && line.length < 200) return 'furniture'
  if (repeatsItself(line) || breadcrumbs(line)) return 'furniture'
  if (line.length <= 120) {
    const rest = line.replace(dateLineWords, ' ').replace(/[\s\d|:;,./\-–()+]+/g, '')
    if (rest === '') return /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|tháng\s+\d+/.test(line) ? 'date-line' : numbersOnly(line)
  }
  return 'text'
}

const image =
  /^(?:\[\s*(?:img|image|ảnh|hình)[^\]]*\]|!\[[^\]]*\]\([^)]*\)|[^\s/]{1,80}\.(?:jpe?g|png|gif|webp|bmp|svg))$/iu
const webAddress = /^(?:https?:\/\/|www\.)\S+$/
const linkOnly = /^[*\-•\d.\s]*\[[^\]]*\]\([^)]*\)[\s.,;]*$/u
const motto =
  /^(?:cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*-\s*tự do\s*-\s*hạnh phúc|đảng cộng sản việt nam|[-_*=~.]{3,})$/u
const licence = /^giấy phép (?:xuất bản|thiết lập|hoạt động|số)[^.;]{0,80}\d+\s*\/\s*gp-/u
const sessionNotice = /duy trì trạng thái đăng nhập|thời gian chờ\s*:|đã không sử dụng site|bấm vào đây để|javascript/u
/** Words of which date lines, counters and page tools are made. */
const dateLineWords =
  /(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày (?:đăng|cập nhật|xuất bản)?|tháng|năm|cập nhật(?: lúc)?|đăng lúc|lúc|gmt|print|e-?mail|in trang|bản in|in bài|chia sẻ|facebook|twitter|zalo|lượt xem|lượt đọc|bình luận|cỡ chữ|xem cỡ chữ|tăng|giảm|mặc định|nghe đọc bài|lưu bài|theo dõi|like|share|đã xem|am|pm|sa|ch)/gu

/** A line of numbers alone is a counter, unless it is a bare year or number that a list may hold. */
function numbersOnly(line: string): LineRole {
  return /\p{L}/u.test(line) || /^\s*\d+(?:\s+\d+)+\s*$/.test(line) ? 'furniture' : 'text'
}

/** Menus are often saved twice on one line: "Liên kết site Liên kết site". */
function repeatsItself(line: string): boolean {
  const words = line.split(/\s+/)
  const half = words.length / 2
  return words.length >= 4 && words.length % 2 === 0 && words.slice(0, half).join(' ') === words.slice(half).join(' ')
}

function breadcrumbs(line: string): boolean {
  return line.length < 200 && (line.match(/\s[»›>]\s/g)?.length ?? 0) >= (/^trang chủ/u.test(line) ? 1 : 2)
}

/** Short lines before the first line that could be a title are navigation. Heads of official papers are left alone. */
function markBeforeTitle(lines: readonly Line[], words: readonly string[], roles: LineRole[]): void {
  const first = roles.findIndex((role, i) => role === 'text' && couldBeTitle(words[i]!, lines[i]!.text))
  if (first < 0 || first > 40) return
  for (let i = 0; i < first; i++) if (roles[i] === 'text' && !officialHead.test(words[i]!)) roles[i] = 'furniture'
}

function couldBeTitle(line: string, written: string): boolean {
  return line.split(/\s+/).length >= 6 || /^#+\s|^\*\*/.test(written) || officialHead.test(line) || isUpperCase(written)
}

function isUpperCase(written: string): boolean {
  return written.length >= 4 && written === written.toUpperCase() && /\p{Lu}{2}/u.test(written)
}

/** Lines with which official papers open. */
const officialHead =
  /^(?:số\s*[:.]?\s*\d|.{0,40},\s*ngày\s+\d|(?:dự thảo|nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|chương trình|thông báo|báo cáo|hướng dẫn|đề án|công văn|tờ trình|phụ lục|luật|nghị định|thông tư|quy định|quy chế)(?:\s|$))/u

/** Headings over links to other pages; what follows is furniture until prose comes again. */
const relatedHeading =
  /^(?:(?:các|những)\s+(?:tin|bài)(?:\s+(?:khác|đã đưa|đã đăng|liên quan|mới hơn|cũ hơn|mới|cũ|viết khác|viết liên quan))[^.]{0,30}|tin(?: tức)?\s+(?:liên quan|khác|mới|cũ|cùng chuyên mục|nổi bật|đọc nhiều|xem nhiều|bài khác)|bài viết\s+(?:liên quan|khác|cùng chuyên mục|mới)|văn bản liên quan|có thể bạn quan tâm|đọc thêm|xem thêm|đọc nhiều|xem nhiều|mới nhất|bình luận|ý kiến bạn đọc|ý kiến của bạn|phản hồi|gửi (?:bình luận|phản hồi|ý kiến)|từ khóa|tags?|chủ đề|key citations|chia sẻ bài viết)\s*(?:\(\d+\))?[:.…]?$/u

function markRelatedLinks(lines: readonly Line[], words: readonly string[], roles: LineRole[]): void {
  let inside = false
  for (let i = 0; i < lines.length; i++) {
    if (relatedHeading.test(words[i]!.replace(/[*#_]/g, '').trim())) inside = true
    else if (inside && isProse(lines[i]!.text)) inside = false
    if (inside) roles[i] = 'furniture'
  }
}

/** A line with at least one whole sentence: long enough, and ended. */
function isProse(written: string): boolean {
  return written.length >= 100 && /[.!?…]["”’)]*$/u.test(written) && !licence.test(written.toLowerCase())
}

/** By-lines, sources, licence and contact lines at the end of a page: read backwards from the end until the text begins. */
function markTail(lines: readonly Line[], words: readonly string[], roles: LineRole[]): void {
  let kept = 0
  const signature = lines.findLastIndex(({ text }) => signatureOpening.test(text.normalize('NFC')))
  for (let i = lines.length - 1; i >= 0 && kept < 3; i--) {
    if (roles[i] !== 'text') continue
    if (signature >= 0 && i >= signature && i - signature <= signatureLength) return
    const line = words[i]!
    if (contact.test(line) || sourceLine.test(line) || isByLine(lines[i]!.text)) {
      roles[i] = 'furniture'
      kept = 0
    } else if (isContent(lines[i]!.text)) return
    else kept++
  }
}

/** The line with which a signature begins: "T/M BỘ CHÍNH TRỊ", "KT. CHỦ TỊCH", or the office alone, in capitals. */
const signatureOpening =
  /^(?:T\/M|TM\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s+\p{Lu}{2}|^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|TỔNG BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG)(?:\s[\p{Lu}\s]{2,60})?$/u
/** Most lines between the opening of a signature and the name below it. */
const signatureLength = 8

const contact =
  /^(?:địa chỉ|trụ sở|điện thoại|đt|tel|fax|e-?mail|website|hotline|đường dây nóng|bản quyền|copyright|©|trưởng ban biên tập|tổng biên tập|phó tổng biên tập|chịu trách nhiệm|cơ quan chủ quản|mọi chi tiết|ghi rõ nguồn|(?:cổng|trang) thông tin điện tử|cổng ttđt|thiết kế|phát triển bởi|đơn vị phát triển|được phát triển|số lượt truy cập|đang truy cập|tổng truy cập|hôm nay\s*:?\s*\d|đang trực tuyến)(?!\p{L})/u
const sourceLine =
  /^\(?(?:nguồn(?: tin)?|theo|bài(?: và|,) ảnh|tin(?:,|\/| và) ảnh|tác giả|tin|bài|ảnh|biên tập)(?:\s*:\s*\S.{0,70}|\s[^.]{0,70}\)?\.?)$/u

/** A name standing alone at the end of an article: "Thanh Nga", "DK", "HỒNG HÀ (Thực hiện)", "T.H – N.N". */
function isByLine(written: string): boolean {
  const name = written.replace(/\((?:[^()]{1,30})\)\s*$/u, '').trim()
  return name.length <= 40 && /^(?:\p{Lu}[\p{L}\p{M}.]*)(?:[\s\-–/&,]+\p{Lu}[\p{L}\p{M}.]*){0,5}$/u.test(name)
}

/** Text after which nothing is by-line any more: a sentence, a table, a signature of an official paper. */
function isContent(written: string): boolean {
  return written.length >= 60 || /[.!?…:;|]["”’)]*$/u.test(written)
}

/** Captions stand beside a picture, name their photographer, or are a scene without a verb of the text. */
function markCaptions(lines: readonly Line[], words: readonly string[], roles: LineRole[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (roles[i] !== 'text') continue
    const line = words[i]!
    const afterImage = i > 0 && image.test(lines[i - 1]!.text)
    const ended = /[.!?…:;]["”’)]*$/u.test(line)
    if (
      photoCredit.test(line) ||
      (line.length <= 120 && scene.test(line)) ||
      (afterImage && !ended && line.length <= 250)
    ) {
      roles[i] = 'caption'
    }
  }
}

const photoCredit = /(?:^|[.\s(])ảnh\s*:\s*[^.:]{1,40}\)?\.?$|[-–]\s*ảnh\s*\d*$|[.\s(]ảnh(?:\s+\p{L}+){1,4}\)?\.?$/u
const scene = /^(?:quang cảnh|toàn cảnh|hình ảnh|ảnh minh họa|ảnh tư liệu)\s[^.]*\.?$/u
