import { canonicalSyllable, fold } from './normal-form.ts'
import { type Context, isCapitalised, isUpperInitial, type Word } from './place-words.ts'
import { isCity, type ProvincialUnit, provincialUnits } from './provincial-units.ts'
import { isPlain } from './spelling.ts'

const smallerUnits = new Set('thi xa|thi tran|huyen|tx|phuong|duong|quan|pho|xa|cau|song|tt'.split('|'))

/** True when the name is that of a town, a road or a person, or of Hồ Chí Minh himself. */
export function isElsewhere(context: Context, unit: ProvincialUnit, at: number, words: readonly Word[]): boolean {
  const before = context.words[at - 1]
  const start = words[0]
  if (!before || !start) return false
  const close = /^[\s.]*$/.test(start.gap)
  const two = `${context.words[at - 2]?.folded ?? ''} ${before.folded}`
  const city = close && (before.folded === 'tp' || two === 'thanh pho')
  if (city) return !isCity(unit.name)
  if (close && (smallerUnits.has(two) || isSmallerUnit(before, context.plain))) return true
  if (words[0]?.folded === 'ho') return !isPlaceAmongPlaces(context, at)
  return close && isPersonName(context, at)
}

function isSmallerUnit(word: Word, plain: boolean): boolean {
  if (/^(?:huyen|tx)$/.test(word.folded)) return true
  return (
    !plain &&
    smallerUnits.has(word.folded) &&
    ['quận', 'phường', 'xã', 'đường', 'phố', 'cầu', 'sông'].includes(word.raw.normalize('NFC').toLowerCase())
  )
}

/** Bare "Hồ Chí Minh" is mostly the man, his thought, the youth union; it is the city at the head of a text, after "ở", or in a list. */
function isPlaceAmongPlaces(context: Context, at: number): boolean {
  const before = context.words[at - 1]
  if (!before) return true
  if (/^(?:o|tai)$/.test(before.folded)) return true
  const gap = context.words[at]?.gap ?? ''
  const listed = /[,-]/.test(gap) || before.folded === 'va'
  const last = listed ? context.words[before.folded === 'va' && !/[,-]/.test(gap) ? at - 2 : at - 1] : undefined
  return last !== undefined && provincialUnits.some(({ name }) => fold(name).split(' ').at(-1) === last.folded)
}

const surnames = new Set('nguyễn trần lê phạm huỳnh phan vũ võ đặng bùi đỗ ngô thị văn'.split(' '))

function isPersonName(context: Context, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
    const word = context.words[back]
    if (!word || !/^\p{Lu}\p{M}*\p{Ll}/u.test(word.raw) || context.words[back + 1]?.gap !== ' ') return false
    if (surnames.has(word.raw.normalize('NFC').toLowerCase())) return true
  }
  return false
}

/** True when the syllables are parts of other words, as their neighbours, their case or the kind of text show. */
export function runsIntoNeighbours(
  context: Context,
  unit: ProvincialUnit,
  at: number,
  words: readonly Word[],
): boolean {
  const before = context.words[at - 1]
  const after = context.words[at + words.length]
  const capitalised = isCapitalised(words)
  if (
    neighbour(neighboursBefore[unit.name], before, /^\s+$/.test(words[0]?.gap ?? ''), capitalised && !context.shouted)
  )
    return true
  if (neighbour(neighboursAfter[unit.name], after, /^\s+$/.test(after?.gap ?? ''), capitalised && !context.shouted))
    return true
  const mixed = isUpperInitial(words[0]) && !capitalised
  if (mixed && isUpperInitial(before) && words[0]?.gap === ' ') return true
  if (!capitalised && commonWords.has(unit.name) && before?.folded !== 'tinh') return context.capitals
  return false
}

function neighbour(
  list: string | undefined,
  word: Word | undefined,
  adjacent: boolean,
  capitalisedName: boolean,
): boolean {
  if (!list || !word || !adjacent || (capitalisedName && !isUpperInitial(word))) return false
  const plain = isPlain(word.raw)
  return list
    .split(' ')
    .some((each) => (plain ? fold(each) === word.folded : canonicalSyllable(each) === canonicalSyllable(word.raw)))
}

/** Common nouns, spelled like provinces, that have to be capitalised or follow "tỉnh" in a text that uses capitals. */
const commonWords = new Set(['Hòa Bình', 'Hải Dương', 'Bình Định', 'Nghệ An', 'Nam Định', 'Long An', 'Bình Dương'])
/** Words that, before or after a name in lower case, show that the syllables belong elsewhere: "công nghệ an ninh". */
const neighboursBefore: Readonly<Record<string, string>> = {
  'Nghệ An': 'công',
  'Gia Lai': 'quốc tham chuyên đánh định đơn trị tăng',
  'Cao Bằng': 'nâng đề',
  'Phú Thọ': 'chính',
  'Phú Yên': 'chính',
  'Sơn La': 'ông bà anh chị',
  'Ninh Bình': 'an',
  'Nam Định': 'việt đến',
  'Hà Nam': 'hải',
}
const neighboursAfter: Readonly<Record<string, string>> = {
  'Nghệ An': 'ninh toàn sinh cư',
  'Long An': 'ninh toàn sinh cư',
  'Bình Định': 'hướng mức kỳ danh vị',
  'Nam Định': 'hướng mức kỳ danh vị',
  'Đà Nẵng': 'cao lực cấp động suất',
  'Cao Bằng': 'cách cấp',
  'Thanh Hóa': 'đơn',
  'Bắc Giang': 'đường',
  'Bình Dương': 'học',
}
