import { normalForm } from '../vietnamese/normal-form.ts'
import type { Line } from './lines.ts'
import { markOf } from './marks.ts'
import { runningLines } from './running-heads.ts'
import { isBareType } from './title.ts'

/** What a line of a page is: part of the text, or something the page has around it. Title and head are those of an official paper. */
export type LineRole = 'text' | 'furniture' | 'caption' | 'date-line' | 'title' | 'head'

/**
 * Tells the text of a saved page from what the page has around it: navigation, counters, captions, by-lines, licence and contact
 * lines, related links, page numbers. The rules look at the form and the place of a line, and at the set phrases of Vietnamese portals.
 *
 * @param text the text that `lines` were taken from
 */
export function lineRoles(text: string, lines: readonly Line[]): LineRole[] {
  const written = lines.map(({ text }) => normalForm(text))
  const words = written.map((line) => line.toLowerCase())
  const roles = words.map((line, i): LineRole => {
    const role = standingAlone(line, lines[i]!.text)
    return role === 'date-line' && endsSentence(written, lines, i) ? 'text' : role
  })
  if (lines[0] && isProvenance(lines[0].text)) roles[0] = 'furniture'
  for (const i of runningLines(text, lines, words)) roles[i] = 'furniture'
  markBeforeTitle(words, written, roles)
  markRelatedLinks(words, written, roles)
  markTail(words, written, roles)
  markCaptions(words, written, roles)
  return roles
}

/** A comment in the first line that says where the text was taken from: "# where | title | date". */
export function isProvenance(line: string): boolean {
  return line.startsWith('#') && (/^#+\s*nguồn\s*:/iu.test(line.normalize('NFC')) || /\s\|\s/.test(line))
}

/** "ngày 30/6/2024." below "… hoàn thành trước": the end of a sentence that the page broke. */
function endsSentence(written: readonly string[], lines: readonly Line[], i: number): boolean {
  return (
    i > 0 &&
    !lines[i]!.afterBlank &&
    /^\p{Ll}/u.test(written[i]!) &&
    /(?<!\p{L})(?:trước|sau|đến|tới|hết|từ|trong|vào|và|của|kể từ|chậm nhất(?: là)?)$/iu.test(written[i - 1]!)
  )
}

/** What can be told from the line alone. */
function standingAlone(line: string, written: string): LineRole {
  if (image.test(written) || webAddress.test(line) || linkOnly.test(written)) return 'furniture'
  if (motto.test(line) || licence.test(line)) return 'furniture'
  if (sessionNotice.test(line) && line.length < 200) return 'furniture'
  if (relatedLink.test(line) && line.length < 250) return 'furniture'
  if (repeatsItself(line) || breadcrumbs(line)) return 'furniture'
  if (line.length <= 120) {
    const rest = line
      .replace(toolWords, ' ')
      .replace(dateWords, ' ')
      .replace(/[\s\d|:;,./\-–()[\]+]+/g, '')
    if (rest === '')
      return /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|tháng\s+\d+/.test(line)
        ? 'date-line'
        : isCounter(line)
          ? 'furniture'
          : 'text'
    if (datesPage(line, written)) return 'date-line'
  }
  return 'text'
}

/** "Bình An Online | 08:15 - 12.5.2023", "Báo Bình An - Cập nhật 09/8/2023": the paper's name beside the day and the hour, or "cập nhật". */
function datesPage(line: string, written: string): boolean {
  const clocked = /(?<!\d)\d{1,2}[:hg]\d{2}(?!\d)/.test(line)
  if (!/(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/.test(line) || !(clocked || /cập nhật|đăng (?:lúc|ngày)/.test(line)))
    return false
  const rest = written
    .replace(new RegExp(toolWords.source, 'giu'), ' ')
    .replace(new RegExp(dateWords.source, 'giu'), ' ')
  const names = rest.match(/[\p{L}\p{M}]{2,}/gu) ?? []
  return names.length <= 5 && names.every((name) => /^\p{Lu}/u.test(name)) && !/[.;!?]\s*$/.test(written)
}

const image =
  /^(?:\[\s*(?:img|image|ảnh|hình)[^\]]*\]|!\[[^\]]*\]\([^)]*\)|[^\s/]{1,80}\.(?:jpe?g|png|gif|webp|bmp|svg))$/iu
const webAddress = /^(?:https?:\/\/|www\.)\S+$/
const linkOnly = /^[*\-•\d.\s]*\[[^\]]*\]\([^)]*\)[\s.,;]*$/u
const motto =
  /^(?:cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*-\s*tự do\s*-\s*hạnh phúc|đảng cộng sản việt nam|[-_*=~.]{3,})$/u
/** The licence of a portal or paper, and what it says of its copying; the name of the paper may stand before it. */
const licence =
  /^giấy phép (?:xuất bản|thiết lập|hoạt động|số)[^.;]{0,80}\d+\s*\/\s*gp-|^[^.;]{0,80}[-–|:.,]\s*giấy phép (?:xuất bản|thiết lập|hoạt động)[^.;]{0,80}\d+\s*\/\s*gp-|^[^.;]{0,80}(?:ghi rõ nguồn|bản quyền thuộc)[^.;]{0,80}(?:phát hành lại|website|cổng thông tin|trang tin|báo|trang này)/u
const sessionNotice = /duy trì trạng thái đăng nhập|thời gian chờ\s*:|đã không sử dụng site|bấm vào đây để|javascript/u
/** Words of which the tools and counters of a page are made. */
const toolWords =
  /(?<!\p{L})(?:cập nhật(?: lúc)?|đăng lúc|gmt|print|e-?mail|in trang|bản in|in bài|chia sẻ|facebook|twitter|zalo|lượt xem|lượt đọc|bình luận|cỡ chữ|xem cỡ chữ|mặc định|nghe đọc bài|nghe bài viết|nghe tin|đọc bài viết|đọc bài|gửi bài viết|gửi bài|qua|thu nhỏ|phóng to|tương phản|lưu bài|theo dõi|like|share|đã xem)(?!\p{L})/gu
/** Words of dates, and of tools that only count beside another tool. */
const dateWords =
  /(?<!\p{L})(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày(?: đăng| cập nhật| xuất bản)?|tháng|năm|lúc|tăng|giảm|am|pm|sa|ch)(?!\p{L})/gu

/** A line of numbers alone is a counter, unless it is a bare year or number that a list may hold; so is a line of tools. */
function isCounter(line: string): boolean {
  return line.search(toolWords) >= 0 || /^\s*\d+(?:\s+\d+)+\s*$/.test(line)
}

/** Menus are often saved twice on one line: "Liên kết site Liên kết site". */
function repeatsItself(line: string): boolean {
  const words = line.split(/\s+/)
  const half = words.length / 2
  return words.length >= 4 && words.length % 2 === 0 && words.slice(0, half).join(' ') === words.slice(half).join(' ')
}

function breadcrumbs(line: string): boolean {
  const home = /^trang chủ/u.test(line)
  return line.length < 200 && (line.match(home ? /\s[»›>|/]\s/g : /\s[»›>]\s/g)?.length ?? 0) >= (home ? 1 : 2)
}

/** Short lines before the first line that could be a title are navigation. Heads of official papers are left alone. */
function markBeforeTitle(words: readonly string[], written: readonly string[], roles: LineRole[]): void {
  const first = roles.findIndex((role, i) => role === 'text' && couldBeTitle(words[i]!, written[i]!))
  if (first < 0 || first > 40) return
  const before = roles
    .slice(0, first)
    .flatMap((role, i) => (role === 'text' && !officialHead.test(words[i]!) ? [i] : []))
  // A page that goes on with prose has its title right above it, be it ever so short.
  const last = before.at(-1)
  if (isProse(written[first]!) && last !== undefined && words[last]!.split(/\s+/).length >= 3) before.pop()
  for (const i of before) roles[i] = 'furniture'
}

function couldBeTitle(line: string, written: string): boolean {
  if (portalName.test(line)) return false
  return (
    line.split(/\s+/, 6).length >= 6 ||
    /^#+\s|^\*\*/.test(written) ||
    officialHead.test(line) ||
    isUpperCase(written) ||
    markOf(written, new Map()) !== undefined
  )
}

/** The name of a portal above the page: "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH …", "Trang TTĐT Sở …". */
const portalName = /^(?:cổng|trang) (?:thông tin(?: điện tử)?|ttđt|dịch vụ công)(?!\p{L})[^.:?!]{0,100}$/u

function isUpperCase(written: string): boolean {
  return written.length >= 4 && written === written.toUpperCase() && /\p{Lu}{2}/u.test(written)
}

/** Lines with which official papers open. */
const officialHead =
  /^(?:số\s*[:.]?\s*\d|.{0,40},\s*ngày\s+\d|(?:dự thảo|nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|chương trình|thông báo|báo cáo|hướng dẫn|đề án|đề cương|công văn|công điện|tờ trình|biên bản|giấy mời|danh mục|danh sách|phụ lục|luật|nghị định|thông tư|quy định|quy chế)(?:\s|$))/u

/** Headings over links to other pages; what follows is furniture until prose comes again. */
const relatedHeading =
  /^(?:(?:các|những)\s+(?:tin|bài)(?:\s+(?:khác|đã đưa|đã đăng|liên quan|mới hơn|cũ hơn|mới|cũ|viết khác|viết liên quan))[^.]{0,30}|(?:tin|bài|bài viết|tin bài)(?: tức)?\s+(?:liên quan|khác|mới(?: nhất| cập nhật)?|cũ|cùng chuyên mục|cùng chủ đề|nổi bật|(?:được )?(?:đọc|xem|quan tâm) nhiều(?: nhất)?|hot|bài khác|tiêu điểm)|tiêu điểm|nổi bật|cùng chuyên mục|cùng chủ đề|văn bản liên quan|có thể bạn quan tâm|đọc thêm|xem thêm|(?:được )?(?:đọc|xem|quan tâm) nhiều(?: nhất)?|mới nhất|bình luận|ý kiến bạn đọc|ý kiến của bạn|phản hồi|gửi (?:bình luận|phản hồi|ý kiến)|từ khóa|tags?|chủ đề|key citations|chia sẻ bài viết)\s*(?:\(\d+\))?[:.…]?$/u

/** A link to another page on one line, and the count of readers' marks. */
const relatedLink =
  /^[-–+•*»>\s]*(?:(?:mời (?:bạn đọc )?)?(?:xem|đọc) (?:thêm|tiếp)|(?:tin|bài)(?: viết)? liên quan)\s*[:»]\s*\S|^tổng số điểm của bài viết/u

function markRelatedLinks(words: readonly string[], written: readonly string[], roles: LineRole[]): void {
  let inside = false
  for (let i = 0; i < words.length; i++) {
    if (relatedHeading.test(words[i]!.replace(/[*#_]/g, '').trim())) inside = true
    else if (inside && (isProse(written[i]!) || opensDivision(written[i]!))) inside = false
    if (inside) roles[i] = 'furniture'
  }
}

/** "II. NHIỆM VỤ", "Điều 3." – links may be numbered 1, 2, 3, but never so. */
function opensDivision(written: string): boolean {
  const kind = markOf(written, new Map())?.kind
  return kind !== undefined && kind !== 'arabic' && kind !== 'lower-letter' && kind !== 'decimal'
}

/** A line with at least one whole sentence: long enough, and ended. */
function isProse(written: string): boolean {
  return written.length >= 100 && /[.!?…]["”’)]*$/u.test(written) && !licence.test(written.toLowerCase())
}

/** By-lines, sources, licence and contact lines at the end of a page: read backwards from the end until the text begins. */
function markTail(words: readonly string[], written: readonly string[], roles: LineRole[]): void {
  const names: number[] = []
  let kept = 0
  for (let i = words.length - 1; i >= 0 && kept < 3; i--) {
    if (roles[i] !== 'text') continue
    const line = words[i]!
    // Names below a signature are the signers.
    if (signature.test(line)) return
    if (contact.test(line) || isSourceLine(written[i]!)) {
      roles[i] = 'furniture'
      kept = 0
    } else if (isContent(written[i]!)) break
    else if (isByLine(written[i]!) && !isBareType(line)) names.push(i)
    else kept++
  }
  // More names than an article has authors, or names among other short lines, are a list.
  if (names.length <= 2 && kept === 0) for (const i of names) roles[i] = 'furniture'
}

/** The line with which a signature begins, or a line of it: "T/M BỘ CHÍNH TRỊ", "KT. CHỦ TỊCH", "BÍ THƯ", "(Đã ký)", "Thư ký". */
const signature =
  /^(?:(?:tm|t\/m|kt|k\/t|tl|tuq|q)[.\s/]|thay mặt|nơi nhận|\(?đã ký|(?:phó |quyền )*(?:chủ tịch|(?:tổng )?bí thư|(?:tổng )?giám đốc|(?:bộ|thứ|cục|hiệu|viện) trưởng|thủ tướng|chánh văn phòng|trưởng (?:ban|phòng|đoàn)|chủ nhiệm)(?: (?:tỉnh|thành phố|ubnd|hđnd|ủy ban|sở)[^.,;:]{0,60})?$|(?:thư ký|chủ trì|chủ tọa|người ghi biên bản))/u
const contact =
  /^(?:(?:địa chỉ|trụ sở|điện thoại|đt|tel|fax|e-?mail|website|hotline|đường dây nóng|bản quyền|(?:phó )?(?:trưởng ban biên tập|tổng biên tập)|chịu trách nhiệm(?: nội dung)?|cơ quan chủ quản|đơn vị phát triển|(?:số )?lượt truy cập|đang truy cập|tổng truy cập|tổng số truy cập|đang trực tuyến)\s*[:.(]|bản quyền (?:thuộc|của)\s|copyright(?!\p{L})|©|mọi (?:chi tiết|thông tin)[^.]{0,20} liên hệ|ghi rõ nguồn|(?:cổng|trang) (?:thông tin điện tử|ttđt)(?!\p{L})|cổng ttđt|(?:thiết kế|phát triển|xây dựng) (?:và [^.]{2,20} )?bởi\s|hôm nay\s*:?\s*\d)/u

/** "Nguồn: …", "Tin, ảnh: Văn Mẫu", "(Theo Báo Bình An)", "Theo baobinhan.vn". */
function isSourceLine(written: string): boolean {
  if (written.length > 100) return false
  if (
    /^\(?(?:nguồn(?: tin)?|theo|bài(?: và|,| -) ảnh|tin(?:,|\/| và| -) (?:bài|ảnh)|tác giả(?: bài viết)?|người viết|tin|bài|ảnh|biên tập)\s*:\s*\S/iu.test(
      written,
    )
  )
    return true
  const from = /^\(?(?:nguồn|theo|tin|bài|ảnh)\s+(\S.*)$/iu.exec(written)?.[1]?.replace(/[).\s]+$/, '')
  return (
    from !== undefined &&
    (isByLine(from) || /^(?:báo|tạp chí|cổng|trang|đài|ttxvn|thông tấn xã)\s|^\S+\.\p{L}{2,}$/iu.test(from))
  )
}

/** A name standing alone at the end of an article: "Thanh Nga", "DK", "HỒNG HÀ (Thực hiện)", "T.H – N.N". */
function isByLine(written: string): boolean {
  if (written.length > 80) return false
  const name = written.replace(/\((?:[^()]{1,30})\)\s*$/u, '').trim()
  return name.length <= 40 && /^(?:\p{Lu}[\p{L}\p{M}.]*)(?:[\s\-–/&,]+\p{Lu}[\p{L}\p{M}.]*){0,5}$/u.test(name)
}

/** Text after which nothing is by-line any more: a sentence, a table, an item. */
function isContent(written: string): boolean {
  return written.length >= 60 || /[.!?…:;|]["”’)]*$/u.test(written) || /^[-+•*●▪]\s/u.test(written)
}

/** Captions stand beside a picture, name their photographer, or are a scene without a verb of the text. */
function markCaptions(words: readonly string[], written: readonly string[], roles: LineRole[]): void {
  for (let i = 0; i < words.length; i++) {
    if (roles[i] !== 'text') continue
    const line = words[i]!
    const afterImage = i > 0 && image.test(written[i - 1]!)
    const ended = /[.!?…:;]["”’)]*$/u.test(line)
    if (
      (line.length <= 400 && photoCredit.test(written[i]!.slice(-80))) ||
      (line.length <= 120 && scene.test(line)) ||
      (afterImage && !ended && line.length <= 250)
    ) {
      roles[i] = 'caption'
    }
  }
}

/** "Ảnh: V.M", "… phát biểu. Ảnh Văn Mẫu", "… - ảnh 1" at the end of a line; "dữ liệu hình ảnh: 12 tệp" is none. */
const photoCredit =
  /(?:^|[.!?…(|-]\s*)[Ảả]nh\s*:\s*[^:;]{1,40}$|-\s*[Ảả]nh\s*\d*$|[.!?…(-]\s*[Ảả]nh(?:\s+\p{Lu}[\p{L}.]*){1,4}\)?\.?$/u
const scene =
  /^(?:quang cảnh|toàn cảnh)\s[^.,;:]*\.?$|^(?:hình )?ảnh (?:minh h(?:ọa|oạ)|tư liệu|internet)[^.]{0,60}\.?$|^hình ảnh (?:tại|trong|buổi|cuộc|hội nghị|lễ)\s[^.,;:]*\.?$/u
