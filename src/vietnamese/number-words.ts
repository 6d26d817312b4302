import { type FoldedText, originalText } from './folded-text.ts'
import { fold } from './normal-form.ts'
import type { FoundNumber } from './numbers.ts'
import { isPlain, sameSpelling } from './spelling.ts'
import { wordTable } from './word-table.ts'

/**
 * Numbers written in words, "ba", "mười hai", "hai mươi lăm", "một vạn", in a folded text. A single word counts only where it is surely
 * a number: "năm" only before something that is counted, "một" not in "một số", and in text without diacritics ("hai" may be "hải",
 * "nam" "năm" or "Nam") any of them only before something that is counted. Linear time.
 */
export function findNumberWords(folded: FoldedText, plain: boolean): FoundNumber[] {
  const words = Array.from(folded.text.matchAll(/[a-z]+/g), (match) => ({ at: match.index, text: match[0] }))
  const found: FoundNumber[] = []
  for (let at = 0; at < words.length; ) {
    const run = runAt(folded, words, at, plain)
    const first = words[at]
    const last = words[at + run.length - 1]
    if (first && last && run.value !== undefined && isSure(folded, words, at, run.length, plain)) {
      found.push({ at: first.at, end: last.at + last.text.length, value: run.value, kind: 'words' })
    }
    at += Math.max(1, run.length)
  }
  return found
}

interface FoldedWord {
  readonly at: number
  readonly text: string
}

const ones = wordTable<readonly [string, number]>({
  mot: ['một', 1],
  hai: ['hai', 2],
  ba: ['ba', 3],
  bon: ['bốn', 4],
  nam: ['năm', 5],
  sau: ['sáu', 6],
  bay: ['bảy', 7],
  tam: ['tám', 8],
  chin: ['chín', 9],
})
/** Units only behind "mươi" or "mười". */
const laterOnes = wordTable<readonly [string, number]>({
  mot: ['mốt', 1],
  tu: ['tư', 4],
  lam: ['lăm', 5],
  nham: ['nhăm', 5],
})
const scales = wordTable<readonly [string, number]>({
  nghin: ['nghìn', 1e3],
  ngan: ['ngàn', 1e3],
  van: ['vạn', 1e4],
  trieu: ['triệu', 1e6],
  ty: ['tỷ', 1e9],
})

/** The longest number that begins at a word, and how many words it has. */
function runAt(
  folded: FoldedText,
  words: readonly FoldedWord[],
  start: number,
  plain: boolean,
): { length: number; value?: number } {
  let total = 0
  let group = 0
  let one: number | undefined
  let tens = false
  let lastScale = 0
  let linked = false
  let length = 0
  const is = (at: number, name: string) => isWord(folded, words[at], name, plain)
  const multiplies = (at: number) =>
    ['mươi', 'trăm', 'nghìn', 'ngàn', 'vạn', 'triệu', 'tỷ'].some((name) => is(at, name))
  for (let at = start; at < words.length && (at === start || isNextWord(folded, words, at)); at++) {
    const text = words[at]?.text ?? ''
    const scale = scales[text]
    if (is(at, 'nửa') && length === (group === 0 && one === 1 ? 1 : 0) && !plain)
      return { length: length + 1, value: 0.5 }
    if (one === undefined && !tens && is(at, 'mười')) {
      group += 10
      tens = true
    } else if (one !== undefined && one > 1 && is(at, 'mươi')) {
      group += one * 10
      one = undefined
      tens = true
    } else if (one !== undefined && is(at, 'chục')) {
      group += one * 10
      one = undefined
    } else if (one !== undefined && !tens && is(at, 'trăm') && (!plain || length > 1)) {
      group += one * 100
      one = undefined
    } else if (
      scale &&
      (one !== undefined || group > 0 || total > 0) &&
      is(at, scale[0]) &&
      (text !== 'van' || !plain)
    ) {
      const part = group + (one ?? 0)
      total = scale[1] > lastScale ? (total + part) * scale[1] : total + part * scale[1]
      lastScale = scale[1]
      group = 0
      one = undefined
      tens = false
    } else if (
      one === undefined &&
      length > 0 &&
      !tens &&
      (is(at, 'linh') || is(at, 'lẻ')) &&
      ones[words[at + 1]?.text ?? '']
    ) {
      linked = true
    } else if (lastScale > 0 && one === undefined && group === 0 && is(at, 'rưỡi')) {
      return { length: length + 1, value: total + lastScale / 2 }
    } else if (one === undefined && tens && laterOnes[text] && is(at, laterOnes[text][0])) {
      one = laterOnes[text][1]
    } else if (one === undefined && ones[text] && (is(at, ones[text][0]) || (text === 'bay' && is(at, 'bẩy')))) {
      // "Mười năm" is ten years; five is "lăm" there.
      if (text === 'nam' && length > 0 && !linked && !multiplies(at + 1)) break
      if (length > 0 && !tens && group === 0 && total === 0) break
      one = ones[text][1]
    } else break
    length = at - start + 1
  }
  return length === 0 ? { length } : { length, value: total + group + (one ?? 0) }
}

function isWord(text: FoldedText, word: FoldedWord | undefined, name: string, plain: boolean): boolean {
  if (!word || word.text !== fold(name)) return false
  const raw = originalText(text, word.at, word.at + word.text.length)
  return sameSpelling(raw, name) || (plain && isPlain(raw))
}

function isNextWord(folded: FoldedText, words: readonly FoldedWord[], at: number): boolean {
  const last = words[at - 1]
  return last !== undefined && /^\s{1,2}$/.test(folded.text.slice(last.at + last.text.length, words[at]?.at))
}

/** What officials count. */
const counted =
  /^\s{1,2}(?:nhom|chi tieu|chi so|nhiem vu|muc tieu|giai phap|tru cot|dot pha|linh vuc|noi dung|dinh huong|quan diem|don vi|du an|de an|phan he|chuong trinh|nen tang|giai doan|thang\b|xa\b|huyen|tinh\b|thanh pho|so\b|nganh|cap\b|diem\b|van de|buoc|khau|hoat dong|ke hoach|dia phuong|trung tam|loai\b|nghi quyet|van ban|bo\b|co quan|to chuc|doanh nghiep|nguoi|ho so|dich vu|thu tuc|yeu to|tieu chi|huong|nhan to|phuong|lan\b|nam\b|ngay\b|tuan\b|khu\b|mui nhon|san pham|he thong|mo hinh|dot\b|hang muc|dia ban)/

const notBefore = new Set('thu thang quy mung mong lop khoa so dien ngay moc'.split(' '))
/** Words before "năm" that make it a year. */
const yearBefore = new Set(
  'den vao het trong cac moi hang tung dau cuoi qua sang nhieu giua nua tu nhung may vai tron hai ba bon sau bay tam chin muoi'.split(
    ' ',
  ),
)
const notAfterOne = new Set('so cach phan trong vai mat ben it chut lan loat cua khi dieu va cac'.split(' '))

function isSure(folded: FoldedText, words: readonly FoldedWord[], at: number, length: number, plain: boolean): boolean {
  const first = words[at]
  const last = words[at + length - 1]
  if (!first || !last) return false
  const before = isNextWord(folded, words, at) ? (words[at - 1]?.text ?? '') : ''
  const after = folded.text.slice(last.at + last.text.length, last.at + last.text.length + 20)
  if (notBefore.has(before) && length === 1) return false
  if (length > 1) return true
  if (first.text === 'nam')
    return (
      counted.test(after) &&
      !/^\s+nam\b/.test(after) &&
      !yearBefore.has(before) &&
      !/\d\s*$/.test(folded.text.slice(Math.max(0, first.at - 3), first.at))
    )
  if (plain) return counted.test(after) && first.text !== 'mot'
  const next = words[at + 1]
  if (next && isNextWord(folded, words, at + 1)) {
    if (next.text === 'la' || (first.text === 'chin' && next.text === 'muoi')) return false
    if (first.text === 'mot' && (notAfterOne.has(next.text) || !counted.test(after))) return false
    if (isCapital(folded, first) && isCapital(folded, next)) return false
  }
  return !(isCapital(folded, first) && before !== '')
}

function isCapital(folded: FoldedText, word: FoldedWord): boolean {
  return /^\p{Lu}/u.test(originalText(folded, word.at, word.at + 1))
}
