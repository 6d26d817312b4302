import { canonicalSyllable, fold } from './normal-form.ts'
import { isElsewhere, runsIntoNeighbours } from './place-surroundings.ts'
import { type Context, contextOf, isCapitalised, isUpperInitial, joins, type Word } from './place-words.ts'
import { type ProvincialUnit, provincialUnits } from './provincial-units.ts'
import { remembered } from './remembered.ts'
import type { Span } from './sentences.ts'
import { isPlain } from './spelling.ts'

/** A province or centrally run city named in a text. */
export interface PlaceMention extends Span {
  readonly raw: string
  /** Its name before 1 July 2025, "Vĩnh Phúc"; missing when an abbreviation may stand for several. */
  readonly place?: string
  readonly via: 'name' | 'alias' | 'abbreviation' | 'slip'
  /** All it may stand for; one, unless it is an abbreviation. */
  readonly candidates: readonly string[]
}

/**
 * Every mention of a province, in the order of the text. Whole syllables only and the longest name wins; written diacritics have
 * to be those of the name, apart from common slips ("Vỉnh Phúc", "vũng tầu"). Districts, towns, roads and persons of the same
 * name are left out, and so are words that merely run into a name ("công nghệ an ninh"). Linear time.
 */
export function findPlaces(text: string): PlaceMention[] {
  const context = contextOf(text)
  const found: PlaceMention[] = []
  for (let at = 0; at < context.words.length; ) {
    if (!mayBegin(context.words[at]!)) {
      at++
      continue
    }
    const match = longestName(context, at) ?? abbreviationAt(context, at) ?? slipAt(context, at)
    if (match?.mention) found.push(match.mention)
    at += match?.length ?? 1
  }
  return found
}

/** Whether each word seen may begin a mention, as far as the word alone can tell: most of a text cannot, and says the same words over and over. */
const beginners = new Map<string, boolean>()

function mayBegin(word: Word): boolean {
  const known = beginners.get(word.raw)
  if (known !== undefined) return known
  const { raw, folded } = word
  const begins =
    byFirstSyllable.has(folded) ||
    (raw.length === 2 && byInitials.has(raw.normalize('NFC').toUpperCase())) ||
    slipBeginnings.has(slipKey(folded)) ||
    joinedName(word) !== undefined
  if (raw.length < 20 && beginners.size < 50_000) beginners.set(raw, begins)
  return begins
}

interface Name {
  readonly syllables: readonly string[]
  readonly canonical: readonly string[]
  readonly unit?: ProvincialUnit
  readonly via: 'name' | 'alias' | 'abbreviation'
}

interface Match {
  /** Words used up, also when they turn out to name no province. */
  readonly length: number
  readonly mention?: PlaceMention
}

/** Phrases that hold the name of a province and are none. */
const otherPhrases = ['Thái Bình Dương', 'hải dương học']

const names: readonly Name[] = [
  ...provincialUnits.flatMap((unit) => [
    nameOf(unit.name, 'name', unit),
    ...unit.aliases.map((alias) => nameOf(alias, 'alias', unit)),
    ...unit.abbreviations.map((short) => nameOf(short, 'abbreviation', unit)),
    // "tp hcm" and "tp.hcm" are one name, "hcm" alone is another.
    ...(unit.abbreviations.includes('HCM') ? [nameOf('TP HCM', 'abbreviation', unit)] : []),
  ]),
  ...otherPhrases.map((phrase) => nameOf(phrase, 'name')),
]

const byFirstSyllable = new Map<string, Name[]>()
for (const name of names) {
  const first = name.syllables[0] ?? ''
  byFirstSyllable.set(first, [...(byFirstSyllable.get(first) ?? []), name])
}
for (const list of byFirstSyllable.values()) list.sort((a, b) => b.syllables.length - a.syllables.length)

/** No Vietnamese syllable doubles a letter, holds a w or ends in s, f, r, x, j: these are keystrokes of the telex method. */
const slipKey: (folded: string) => string = remembered(
  (folded) =>
    folded
      .replace(/w/g, '')
      .replace(/(.)\1+/g, '$1')
      .replace(/([^sfrxj])[sfrxj]$/, '$1')
      .replace(/^k(?=[aou])/, 'c'),
  10_000,
)

/** Names by the key of their joined syllables, for words run together and telex left-overs. */
const bySlip = new Map<string, ProvincialUnit>()
/** Keys of the first syllables of these names. */
const slipBeginnings = new Set<string>()
for (const { unit, syllables, via } of names) {
  if (!unit || via === 'abbreviation' || syllables.length < 2) continue
  bySlip.set(syllables.map(slipKey).join(''), unit)
  slipBeginnings.add(slipKey(syllables[0]!))
}

const byInitials = new Map<string, ProvincialUnit[]>()
for (const unit of provincialUnits) {
  const syllables = unit.name.split(' ')
  if (syllables.length !== 2) continue
  const initials = syllables.map((syllable) => syllable[0]).join('')
  for (const key of new Set([initials, initials.replace('Đ', 'D').replace('Đ', 'D')])) {
    byInitials.set(key, [...(byInitials.get(key) ?? []), unit])
  }
}

/** Initials that far more often mean something else; only after "tỉnh" do they name a province. */
const busyInitials = new Set(
  'KH CT HD NĐ ND TB BC NQ QD TT QT TH HB NB ST SL LA LC PT DT DN TV TQ LĐ LD KT BT CB NT'.split(' '),
)
/** Initials that are typed in lower case, "xep hang vp"; the others are words. */
const lowerInitials = new Set('ht vp tn qn bd yb'.split(' '))

/** Without diacritics these read as other words first: diễn biến, đa năng, cao bằng, giá lại. */
const commonWhenPlain = new Set(['Điện Biên'])

function nameOf(written: string, via: Name['via'], unit?: ProvincialUnit): Name {
  const syllables = written.match(/[\p{L}\p{M}]+/gu) ?? []
  return { syllables: syllables.map(fold), canonical: syllables.map(canonicalSyllable), via, ...(unit ? { unit } : {}) }
}

function longestName(context: Context, at: number): Match | undefined {
  const first = context.words[at]
  for (const name of byFirstSyllable.get(first?.folded ?? '') ?? []) {
    const words = context.words.slice(at, at + name.syllables.length)
    if (!name.syllables.every((syllable, i) => words[i]?.folded === syllable && (i === 0 || joins(words[i]?.gap))))
      continue
    const via = spelled(context, name, at, words)
    if (!via) continue
    if (!name.unit) return { length: words.length }
    if (name.via === 'abbreviation' && isPartOfSymbol(context, at, words)) continue
    if (isElsewhere(context, name.unit, at, words)) return via === 'slip' ? undefined : { length: words.length }
    if (runsIntoNeighbours(context, name.unit, at, words)) return undefined
    return { length: words.length, mention: mentionOf(context, words, via, [name.unit]) }
  }
  return undefined
}

/** How the words spell the name: rightly, with a slip, or not at all. */
function spelled(context: Context, name: Name, at: number, words: readonly Word[]): PlaceMention['via'] | undefined {
  if (name.via === 'abbreviation') return 'abbreviation'
  const right = words.map((word, i) => canonicalSyllable(word.raw) === name.canonical[i])
  if (right.every(Boolean)) return name.via
  if (words.every((word) => isPlain(word.raw))) {
    const busy = name.unit !== undefined && commonWhenPlain.has(name.unit.name) && !isCapitalised(words)
    return busy && context.words[at - 1]?.folded !== 'tinh' ? undefined : name.via
  }
  if (words.length === 1) return undefined
  const slip = words.every((word, i) => right[i] || smallSlip(word.raw, name.canonical[i] ?? '', isCapitalised(words)))
  return slip ? 'slip' : undefined
}

/** hỏi for ngã or the other way round, a missing breve or circumflex, or, in a capitalised name, no diacritics at all. */
function smallSlip(raw: string, canonical: string, capitalised: boolean): boolean {
  const written = canonicalSyllable(raw)
  const swapped = written.replace(/[34]$/, (tone) => (tone === '3' ? '4' : '3'))
  if (swapped === canonical) return true
  const tone = (syllable: string) => /\d$/.exec(syllable)?.[0]
  const letters = (syllable: string) => fold(syllable).replace(/\d$/, '')
  if (isPlain(raw)) return capitalised && letters(canonical) === fold(raw)
  return (
    tone(written) === tone(canonical) &&
    letters(written) === letters(canonical) &&
    /^d/.test(written) === /^d/.test(canonical)
  )
}

/** "HT", "QN": initials in capitals that stand alone, or as people type them after "tỉnh" or in a short question. */
function abbreviationAt(context: Context, at: number): Match | undefined {
  const word = context.words[at]
  if (word?.raw.length !== 2) return undefined
  const key = word.raw.normalize('NFC').toUpperCase()
  const units = byInitials.get(key)
  if (!units || isPartOfSymbol(context, at, [word])) return undefined
  const next = context.words[at + 1]
  // "VP Tỉnh ủy" is an office.
  if (key === 'VP' && next && isUpperInitial(next) && /^\s+$/.test(next.gap)) return undefined
  const before = context.words[at - 1]
  const asProvince = before?.folded === 'tinh' && /^\s+$/.test(word.gap)
  const upper = word.raw === key && !context.shouted && !/^\d{1,3}$/.test(next?.raw ?? '')
  const lower = lowerInitials.has(word.raw) && context.words.length <= 12
  const capitalsAlone = word.raw === key && context.words.length <= 2
  if (!asProvince && !((upper || capitalsAlone || lower) && !busyInitials.has(key))) return undefined
  return { length: 1, mention: mentionOf(context, [word], 'abbreviation', units) }
}

/** Syllables run together ("vinhphuc", "hạngvĩnhphúc") or with keystrokes left over ("vinhx phucs", "haf tinhx"). */
function slipAt(context: Context, at: number): Match | undefined {
  const word = context.words[at]
  if (!word || isPartOfAddress(context, at)) return undefined
  const joined = joinedName(word)
  if (joined) return { length: 1, mention: mentionOf(context, [joined.part], 'slip', [joined.unit]) }
  const second = context.words[at + 1]
  if (!second || !joins(second.gap)) return undefined
  const words = [word, second]
  const unit = bySlip.get(words.map((each) => slipKey(each.folded)).join(''))
  if (!unit || !words.every((each) => isPlain(each.raw)) || !sameCut(unit, words)) return undefined
  return { length: 2, mention: mentionOf(context, words, 'slip', [unit]) }
}

/** "tỉnh.vinhphuc.example" names a site. */
function isPartOfAddress(context: Context, at: number): boolean {
  const word = context.words[at]
  const next = context.words[at + 1]
  return /[./@_-]$/.test(word?.gap ?? '') || /^[./@_-]$/.test(next?.gap ?? '')
}

/** A name written as one word, alone or at the end of a word that is longer than any syllable. */
function joinedName(word: Word): { part: Word; unit: ProvincialUnit } | undefined {
  const { folded } = word
  if (folded.length < 5 || folded.length > 24) return undefined
  const whole = bySlip.get(slipKey(folded))
  if (whole && fold(whole.name).replace(/[ -]/g, '') !== folded && !isPlain(word.raw)) return undefined
  if (whole) return { part: word, unit: whole }
  if (folded.length < 9 || folded.length !== word.raw.length) return undefined
  for (let cut = 1; cut <= folded.length - 6; cut++) {
    const unit = bySlip.get(folded.slice(cut))
    if (unit) {
      const raw = word.raw.slice(cut)
      return { part: { start: word.start + cut, end: word.end, raw, folded: word.folded, gap: word.gap }, unit }
    }
  }
  return undefined
}

function sameCut(unit: ProvincialUnit, words: readonly Word[]): boolean {
  const syllables = unit.name.split(' ').map((syllable) => slipKey(fold(syllable)))
  const typed = words.map((word) => slipKey(word.folded))
  return (
    typed.join(' ') === syllables.join(' ') &&
    words.some((word, i) => word.folded !== fold(unit.name.split(' ')[i] ?? ''))
  )
}

/** "TTH" in "1552/BTTTT-TTH" is an office. */
function isPartOfSymbol(context: Context, at: number, words: readonly Word[]): boolean {
  const last = words.at(-1)
  const after = context.words[at + words.length]?.gap ?? context.text.slice(last?.end, (last?.end ?? 0) + 1)
  return /[-/&@]$/.test(words[0]?.gap ?? '') || /^(?:[/&@]|-\S|-$)/.test(after)
}

function mentionOf(
  context: Context,
  words: readonly Word[],
  via: PlaceMention['via'],
  units: readonly ProvincialUnit[],
): PlaceMention {
  const start = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? start
  const [first] = units
  return {
    start,
    end,
    raw: context.text.slice(start, end),
    via,
    candidates: units.map(({ name }) => name),
    ...(units.length === 1 && first ? { place: first.name } : {}),
  }
}
