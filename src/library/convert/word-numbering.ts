import { tagsOf, type XmlTag } from './xml-tags.ts'

/** What stands before a numbered paragraph. */
export interface ListLabel {
  /** "Điều 1.", "I.", "a)", or the sign of a bullet; XML text, entities and all. */
  readonly text: string
  readonly bullet: boolean
}

/** How a paragraph names its numbering: what its own properties say, and its style. */
export interface NumberingReference {
  readonly numId?: string
  readonly level?: number
  readonly style?: string
}

interface Level {
  readonly format: string
  /** "%1.%2)": what is written, with the places of the numbers of the levels. */
  readonly text: string
  readonly start: number
  /** The level above, counted from 1, that lets this one begin anew; 0 when none does; undefined when each does. */
  readonly restart?: number
  /** All numbers in Arabic digits, as law books have them. */
  readonly legal: boolean
  readonly style?: string
}

interface Scheme {
  readonly levels: Map<number, Level>
  /** The numbering style that holds the levels instead. */
  styleLink?: string
}

interface List {
  scheme: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

interface Style {
  basedOn?: string
  numId?: string
  level?: number
}

/** Longer labels than Word can write are none. */
const longestText = 255
/** How far styles may rest on each other. */
const mostSteps = 20

/**
 * Counts the automatic numbers of a Word document; paragraphs are asked for in the order in which they stand.
 *
 * Rules: ECMA-376 part 1, section 17.9 (numbering), for `lvlText`, `numFmt`, `start`, `lvlRestart`, `isLgl`, `lvlOverride`,
 * `startOverride`, `numStyleLink` and numbering through paragraph styles.
 */
export class WordNumbering {
  readonly #schemes: ReadonlyMap<string, Scheme>
  readonly #lists: ReadonlyMap<string, List>
  readonly #styles: ReadonlyMap<string, Style>
  /** The last number of each level, of each scheme: lists of one scheme go on with each other's numbers. */
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #begun = new Set<string>()

  /** @param numbering and styles are the XML of these parts */
  constructor(numbering: string, styles: string) {
    const { schemes, lists } = listsIn(numbering)
    this.#schemes = schemes
    this.#lists = lists
    this.#styles = stylesIn(styles)
  }

  /** The label of the next paragraph; undefined when it has none. */
  next(paragraph: NumberingReference): ListLabel | undefined {
    const fromStyle = this.#ofStyle(paragraph.style)
    const numId = paragraph.numId ?? fromStyle?.numId
    const found = numId === undefined ? undefined : this.#schemeOf(numId)
    if (!found || numId === undefined) return undefined
    const { list, scheme, name } = found
    const levelOf = (at: number) => list.levels.get(at) ?? scheme.levels.get(at)
    const named = [...scheme.levels].find(([, { style }]) => style !== undefined && style === fromStyle?.style)?.[0]
    const at = paragraph.level ?? named ?? (paragraph.numId === undefined ? fromStyle?.level : undefined) ?? 0
    const level = levelOf(at)
    if (!level) return undefined
    const counts = this.#countsOf(name, numId, list)
    const startOf = (other: number) => list.starts.get(other) ?? levelOf(other)?.start ?? 1
    const last = counts.get(at)
    counts.set(at, last === undefined ? startOf(at) : last + 1)
    for (const deeper of [...counts.keys()]) {
      if (deeper > at && at < (levelOf(deeper)?.restart ?? deeper)) counts.delete(deeper)
    }
    if (level.format === 'bullet') return level.text === '' ? undefined : { text: bulletOf(level.text), bullet: true }
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = Number(digit) - 1
      const format = level.legal ? 'decimal' : (levelOf(other)?.format ?? 'decimal')
      return written(counts.get(other) ?? startOf(other), format)
    })
    return text.trim() === '' ? undefined : { text: text.trim(), bullet: false }
  }

  /** What a style says of numbering, and which of the styles that it rests on says so. */
  #ofStyle(name: string | undefined): (Style & { readonly style: string }) | undefined {
    for (let steps = 0, at = name; at !== undefined && steps < mostSteps; steps++) {
      const style = this.#styles.get(at)
      if (style?.numId !== undefined) return { ...style, style: at }
      at = style?.basedOn
    }
    return undefined
  }

  #schemeOf(numId: string): { readonly list: List; readonly scheme: Scheme; readonly name: string } | undefined {
    const list = this.#lists.get(numId)
    let name = list?.scheme
    for (let steps = 0; list && name !== undefined && steps < mostSteps; steps++) {
      const scheme = this.#schemes.get(name)
      if (scheme?.styleLink === undefined) return scheme && { list, scheme, name }
      name = this.#lists.get(this.#styles.get(scheme.styleLink)?.numId ?? '')?.scheme
    }
    return undefined
  }

  /** The counts of a scheme; a list with starts of its own begins them anew when it is first met. */
  #countsOf(scheme: string, numId: string, { starts }: List): Map<number, number> {
    const counts = this.#counts.get(scheme) ?? new Map<number, number>()
    this.#counts.set(scheme, counts)
    if (!this.#begun.has(numId)) for (const level of starts.keys()) counts.delete(level)
    this.#begun.add(numId)
    return counts
  }
}

function listsIn(xml: string): { schemes: Map<string, Scheme>; lists: Map<string, List> } {
  const schemes = new Map<string, Scheme>()
  const lists = new Map<string, List>()
  let scheme: Scheme | undefined
  let list: List | undefined
  let overridden = 0
  let level: { at: number; tags: Map<string, XmlTag> } | undefined
  for (const tag of tagsOf(xml)) {
    const value = tag.attribute('w:val')
    if (tag.name === 'w:abstractNum') {
      scheme = tag.kind === 'open' ? { levels: new Map() } : undefined
      if (scheme) schemes.set(tag.attribute('w:abstractNumId') ?? '', scheme)
    } else if (tag.name === 'w:num') {
      list = tag.kind === 'open' ? { scheme: '', starts: new Map(), levels: new Map() } : undefined
      if (list) lists.set(tag.attribute('w:numId') ?? '', list)
    } else if (tag.name === 'w:lvl') {
      if (tag.kind === 'open') level = { at: numberIn(tag.attribute('w:ilvl'), 0), tags: new Map() }
      else {
        if (level) (list ?? scheme)?.levels.set(level.at, levelOf(level.tags))
        level = undefined
      }
    } else if (level) level.tags.set(tag.name, tag)
    else if (tag.name === 'w:numStyleLink' && scheme && value !== undefined) scheme.styleLink = value
    else if (tag.name === 'w:abstractNumId' && list && value !== undefined) list.scheme = value
    else if (tag.name === 'w:lvlOverride') overridden = numberIn(tag.attribute('w:ilvl'), overridden)
    else if (tag.name === 'w:startOverride') list?.starts.set(overridden, numberIn(value, 1))
  }
  return { schemes, lists }
}

function levelOf(tags: ReadonlyMap<string, XmlTag>): Level {
  const value = (name: string) => tags.get(name)?.attribute('w:val')
  const text = value('w:lvlText') ?? ''
  const [restart, style] = [value('w:lvlRestart'), value('w:pStyle')]
  return {
    format: value('w:numFmt') ?? 'decimal',
    text: text.length > longestText ? '' : text,
    start: numberIn(value('w:start'), 0),
    legal: tags.has('w:isLgl') && !/^(?:0|false|off)$/.test(value('w:isLgl') ?? ''),
    ...(restart !== undefined && { restart: numberIn(restart, 0) }),
    ...(style !== undefined && { style }),
  }
}

function stylesIn(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style = {}
  for (const tag of tagsOf(xml)) {
    const value = tag.attribute('w:val')
    if (tag.name === 'w:style' && tag.kind !== 'close') {
      style = {}
      styles.set(tag.attribute('w:styleId') ?? '', style)
    } else if (value === undefined) continue
    else if (tag.name === 'w:basedOn') style.basedOn = value
    else if (tag.name === 'w:numId') style.numId = value
    else if (tag.name === 'w:ilvl') style.level = numberIn(value, 0)
  }
  return styles
}

function numberIn(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise
}

/** Vietnamese papers tell "+" under "-"; signs of symbol fonts are all the same. */
function bulletOf(text: string): string {
  return text.trim() === '+' ? '+' : '-'
}

function written(count: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  if (format === 'upperRoman' || format === 'lowerRoman') {
    const roman = romanOf(count)
    return format === 'lowerRoman' ? roman.toLowerCase() : roman
  }
  if ((format === 'upperLetter' || format === 'lowerLetter') && count >= 1 && count <= 26 * 20) {
    // Behind "z" Word writes "aa", "bb".
    const letter = String.fromCharCode((format === 'upperLetter' ? 65 : 97) + ((count - 1) % 26))
    return letter.repeat(Math.ceil(count / 26))
  }
  return String(count)
}

const romans = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

function romanOf(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let text = ''
  let rest = count
  for (const [letters, worth] of romans) {
    text += letters.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}
