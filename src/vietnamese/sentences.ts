/** A stretch of a text, as UTF-16 offsets: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The sentences of `text` between two offsets, in order. White space around a sentence lies outside its span; every other
 * character belongs to exactly one sentence. Made for administrative text: "TP. Hồ Chí Minh", "T.Ư", "22.12.2024", "Điều 5."
 * and a line broken by a page layout do not end a sentence; a blank line, a list label and a heading begin one. Linear time.
 */
export function findSentences(text: string, from = 0, to = text.length): Span[] {
  const sentences: Span[] = []
  let start = skipSpace(text, from, to)
  let lineStart = start
  const close = (end: number) => {
    const span = trimmed(text, { start, end })
    if (span) sentences.push(span)
    start = skipSpace(text, end, to)
  }
  const borders = /[.!?…]+|\n/g
  borders.lastIndex = start
  for (let match = borders.exec(text); match && match.index < to; match = borders.exec(text)) {
    const [written] = match
    if (written === '\n') {
      const next = skipSpace(text, match.index, to)
      if (next < to && start < match.index) {
        const line = text.slice(Math.max(lineStart, match.index - 400), match.index).trim()
        if (breaksSentence(line, text.slice(match.index, next), text.slice(next, Math.min(to, next + 200)))) close(next)
      }
      lineStart = next
      borders.lastIndex = Math.max(next, match.index + 1)
    } else {
      const stop = { start: match.index, end: Math.min(to, match.index + written.length) }
      const end = withClosers(text, stop.end, to)
      if (endsSentence(text, start, stop, end, to)) {
        close(end)
        borders.lastIndex = end
      }
    }
  }
  close(to)
  return sentences
}

/**
 * The clauses of a sentence: cut at each ";" that stands outside brackets and quotation marks and ends no HTML entity. The ";"
 * and white space lie outside the spans. A bracket or quotation mark without its partner does not count. Linear time.
 */
export function findClauses(text: string, span: Span): Span[] {
  const closing = partners(text, span)
  const clauses: Span[] = []
  let start = span.start
  const cut = (end: number) => {
    const clause = trimmed(text, { start, end })
    if (clause) clauses.push(clause)
    start = end + 1
  }
  for (let at = span.start; at < span.end; at++) {
    at = closing.get(at) ?? at
    if (text[at] === ';' && !/&#?\w{1,8}$/.test(text.slice(Math.max(start, at - 10), at))) cut(at)
  }
  cut(span.end)
  return clauses
}

/** Words before a stop that it only shortens: titles, place words, references. */
const shortened = new Set(
  'ts ths pgs gs gs.ts pgs.ts gs.tskh tskh bs ths.bs ks cn ths.ks kts ls ds ncs tp tx tt q p h x tr trg vd st nxb đc đ/c mr mrs dr no stt đt tel fax'.split(
    ' ',
  ),
)

/** A label that opens a sentence or heading and belongs to it: "1", "2.1", "IV", "a", "Điều 5", "- 3". */
const label =
  /^[-–+*•#>\s]{0,6}(?:(?:điều|khoản|mục|tiểu mục|chương|phần|phụ lục|điểm|bảng|biểu|hình|câu)\s+)?(?:(?:[IVXL]{1,7}|\d{1,4}|\p{L})(?:\.\d{1,3}){0,4}\p{L}?)$/iu

const lineOpeners =
  /^(?:[-–—+*•●▪►○]\s|#{1,6}\s|>|\||\d{1,3}(?:\.\d{1,3}){0,4}[.)]\s|\d{1,3}(?:\.\d{1,3}){1,4}\s|[a-zđ]\)\s|[A-ZĐ][.)]\s|[IVXL]{1,7}[.)-]\s|(?:Điều|Chương|Phần|Mục|Phụ lục)\s+[\dIVXL])/u

function endsSentence(text: string, start: number, stop: Span, end: number, to: number): boolean {
  if (end < to && !isSpace(text, end)) return stop.end === end && missesSpace(text, stop, to)
  const next = skipSpace(text, end, to)
  if (next >= to) return true
  const opener = firstLetter(text, next, to)
  if (/\p{Ll}/u.test(opener)) return false
  const written = text.slice(stop.start, stop.end)
  if (written !== '.') return true
  if (stop.start - start <= 24 && label.test(text.slice(start, stop.start))) return false
  const word = wordBefore(text, start, stop.start)
  if (shortened.has(word.toLowerCase().normalize('NFC'))) return false
  if (/^\p{Ll}$/u.test(word)) return false
  if (/^\p{Lu}$/u.test(word))
    return /(?:quý|mục|phần|chương|khối|loại|nhóm|hạng|vùng)\s+[A-ZĐ]$/iu.test(before(text, start, stop.start))
  return true
}

/** A stop glued to the next sentence, "chuyển đổi số.Tỉnh cũng": two lower-case letters or more before, a capitalised word after. */
function missesSpace(text: string, stop: Span, to: number): boolean {
  const word = wordBefore(text, 0, stop.start)
  return (
    stop.end - stop.start === 1 &&
    /^\p{Ll}{2,}$/u.test(word.normalize('NFC')) &&
    !shortened.has(word.normalize('NFC')) &&
    /^\p{Lu}\p{M}*(?:\p{Ll}\p{M}*)*[\s,]/u.test(text.slice(stop.end, Math.min(to, stop.end + 12)))
  )
}

/** Whether a line break parts two sentences, given the line before it, the white space itself and what follows. */
function breaksSentence(line: string, space: string, rest: string): boolean {
  if (/\n[^\S\n]*\n/.test(space) || /^[#|]/.test(line) || lineOpeners.test(rest)) return true
  if (/^["“‘«(]*\p{Ll}/u.test(rest) || /[,–-]$/.test(line)) return false
  if (/[:;]$/.test(line)) return true
  if (isUpperCase(line) !== isUpperCase(rest.split('\n', 1)[0] ?? '')) return true
  // Layouts break lines of 40 to 150 characters; a shorter line ended by itself, a longer one is a whole paragraph.
  return line.length < 40 || line.length > 150
}

function isUpperCase(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line)
}

/** The offset after the quotation marks, brackets and emphasis that close directly behind a stop. */
function withClosers(text: string, at: number, to: number): number {
  let end = at
  while (end < to && '"”’»)]}*_'.includes(text[end] ?? '')) end++
  const next = skipSpace(text, end, Math.min(to, end + 2))
  if (next > end && next < to && '”»'.includes(text[next] ?? '') && text[end] !== '\n') return next + 1
  return end
}

/** The first character behind opening marks. */
function firstLetter(text: string, at: number, to: number): string {
  return /^["“‘«([{*_]*(.)/su.exec(text.slice(at, Math.min(to, at + 8)))?.[1] ?? ''
}

function wordBefore(text: string, start: number, end: number): string {
  return /[^\s([{"“‘«]*$/u.exec(before(text, start, end))?.[0] ?? ''
}

function before(text: string, start: number, end: number): string {
  return text.slice(Math.max(start, end - 24), end)
}

/** For each opening bracket or quotation mark that is closed inside the span: the offset of its partner. */
function partners(text: string, span: Span): Map<number, number> {
  const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '”': '“', '»': '«' }
  const open: Record<string, number[]> = { '(': [], '[': [], '{': [], '“': [], '«': [], '"': [] }
  const found = new Map<number, number>()
  for (let at = span.start; at < span.end; at++) {
    const letter = text[at] ?? ''
    const opener = letter === '"' && open['"']?.length ? '"' : pairs[letter]
    const from = opener === undefined ? undefined : open[opener]?.pop()
    if (from !== undefined) found.set(from, at)
    else open[letter]?.push(at)
  }
  return found
}

function trimmed(text: string, span: Span): Span | undefined {
  const start = skipSpace(text, span.start, span.end)
  let end = span.end
  while (end > start && isSpace(text, end - 1)) end--
  return end > start ? { start, end } : undefined
}

function skipSpace(text: string, at: number, to: number): number {
  let next = at
  while (next < to && isSpace(text, next)) next++
  return next
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(text[at] ?? ''))
}
