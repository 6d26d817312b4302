import { type Holder, holdersIn } from '../src/facts/holders.ts'
import type { Document } from '../src/library/document.ts'
import { sectionPath } from '../src/library/quote.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { expandAbbreviation } from '../src/vietnamese/abbreviations.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { findPlaces } from '../src/vietnamese/places.ts'
import { regionsIn } from '../src/vietnamese/regions.ts'
import { spelledOut } from '../src/vietnamese/spelled-out.ts'
import type { Request } from './handler.ts'
import { fitsYear } from './rankings.ts'
import { bareName, kindOfUnit } from './unit-names.ts'
import { type WordForms, wantedOf, wordForms } from './wanted.ts'

/** A place held in the ranking that a question means. */
export interface Held {
  readonly holder: Holder
  readonly document: Document
  /** Share of the weight of the ranking's words that stand beside it. */
  readonly coverage: number
}

/** Words of a question that ask for a place in a ranking and do not name the ranking. */
export const placeWords =
  /\b(?:(?:thu|hang|vi tri)(?: thu)? (?:nhat|nhi|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|(?:tinh|thanh pho|tinh thanh|dia phuong|huyen|thi xa|quan|xa|phuong|so|ban|bo|nganh|don vi|co quan|vung|nuoc|quoc gia|truong)(?: (?:thanh pho|thanh|nganh|thi xa))* nao|dang|dung|xep|dan dau|dau bang|dau|cuoi(?: cung)?|chot|bet|day|(?<!chuyen )doi so|bang|xep hang|thu hang|hang(?! muc)|vi tri|ngoi|nhat|nhi|thu|bac|ca nuoc|toan quoc|toan tinh|so diem|diem so|diem|may|voi|la|cao|thap|tot|kem|hon|tren|duoi|sau|truoc|giua|khoi|cap|gia tri|dat|nao|tinh|thanh pho|dia phuong|don vi|ben|nam|quan quan|so 1|so voi|so sanh|vung|khu vuc|trong|hay|va|cung|la)\b/g

/** How much words count of the clause, of what its paragraph says before, its headings, the paragraph before, and the document's title. */
const ringWeights = [1, 0.97, 0.94, 0.9, 0.9]
/** The same where the clause says itself what is ranked: what stands around it speaks of something else. */
const besideOwn = [1, 0.6, 0.7, 0.5, 0.6]
const saysItself = /(?:^|\s)(?:về|chỉ số)\s+\p{L}/iu

/**
 * The places held in the ranking that a question names, best first. Its region has to be that of the ranking, its index no other one, and
 * its year that of the sentence, the headings or the document.
 *
 * @param topic words that name the ranking
 */
export function placesHeld({ reading, knowledge }: Request, topic: string): Held[] {
  const regions = regionsIn(reading.text)
  const subject = withoutRegions(topic.replace(/\d[\d.,/]*%?/g, ' ')).trim()
  if (subject === '' && regions.length === 0) return []
  const asked = [...new Set([subject, spelledOut(subject)])].map((each) =>
    wantedOf(each, reading.plain, knowledge.rarity),
  )
  const indices = indicesIn(subject, 'key')
  return knowledge.corpus.documents
    .flatMap((document) =>
      holdersIn(document).flatMap((holder): Held[] => {
        if (!withinRegions(holder, document, regions) || !ofYears(holder, document, reading.years)) return []
        if (!ofIndices(holder, document, indices)) return []
        const rings = ringsOf(holder, document)
        const ringWeight = !holder.header && saysItself.test(holder.words) ? besideOwn : ringWeights
        const coverage = Math.max(
          ...asked.map(({ terms, by }) => {
            const total = terms.reduce((sum, { weight }) => sum + weight, 0)
            const held = terms.reduce((sum, { form, weight }) => {
              const ring = rings.findIndex((forms) => forms[by].has(form))
              return sum + (ring < 0 ? 0 : weight * ringWeight[ring]!)
            }, 0)
            // "Xếp thứ 3 vùng Đồng bằng sông Hồng": the region alone names the ranking.
            return total > 0 ? held / total : subject === '' ? 1 : 0
          }),
        )
        return coverage > 0 ? [{ holder, document, coverage }] : []
      }),
    )
    .sort(
      (a, b) =>
        b.coverage - a.coverage ||
        (a.document.file < b.document.file ? -1 : a.document.file > b.document.file ? 1 : 0) ||
        a.holder.span.start - b.holder.span.start,
    )
}

function withoutRegions(topic: string): string {
  const words = topic.split(/\s+/)
  // Each region is named by its words; what is left without them names the ranking.
  return regionsIn(topic).length === 0
    ? topic
    : words
        .filter(
          (word) =>
            !/^(?:dong|bang|song|cuu|long|hong|dbscl|dbsh|tay|nguyen|nam|bo|bac|trung|mien|duyen|hai|asean|a|chau|the|gioi|toan|cau|du|nui|phia)$/.test(
              fold(word),
            ),
        )
        .join(' ')
}

const rings = new WeakMap<Holder, readonly WordForms[]>()

function ringsOf(holder: Holder, document: Document): readonly WordForms[] {
  let forms = rings.get(holder)
  if (!forms) {
    forms = textsAround(holder, document).map(wordForms)
    rings.set(holder, forms)
  }
  return forms
}

function textsAround({ words, block: at, span, header }: Holder, document: Document): string[] {
  const { blocks, text, metadata } = document
  const block = blocks[at]!
  const above = header ? blocks.findIndex(({ start }) => start === header.start) : at
  // Over a table stands what it is about, also over the second one of a section.
  const opening = blocks
    .slice(0, above)
    .findLast(({ kind, section }) => kind !== 'table-row' && kind !== 'furniture' && section === block.section)
  return [
    words,
    header ? '' : text.slice(block.start, span.start),
    sectionPath(document, block.section).join('. '),
    opening ? text.slice(opening.start, opening.end) : '',
    `${metadata.title} ${metadata.kind ?? ''}`,
  ]
}

/** A ranking within a region answers only for it, and one of the whole country not for a region. */
function withinRegions(holder: Holder, document: Document, asked: readonly string[]): boolean {
  const named = regionsIn(holder.name)
  const block = document.blocks[holder.block]!
  const own = [...regionsIn(holder.words), ...regionsIn(sectionPath(document, block.section).at(-1) ?? '')].filter(
    (region) => !named.includes(region),
  )
  return asked.every((region) => own.includes(region)) && own.every((region) => asked.includes(region))
}

function yearsOf(text: string): number[] {
  return [...text.replace(/so với[^,;.)]*/giu, ' ').matchAll(/(?<![\d/.,-])(?:19|20)\d{2}(?!\d)/g)].map(([year]) =>
    Number(year),
  )
}

function ofYears(holder: Holder, document: Document, years: readonly number[]): boolean {
  if (years.length === 0) return true
  const [sentence, block, headings, before, title] = textsAround(holder, document)
  for (const text of [sentence!, headings!.split('. ').at(-1)!, block!, headings!, before!, title!]) {
    const named = yearsOf(text)
    if (named.length > 0) return years.some((year) => named.includes(year))
  }
  return fitsYear({}, document, years)
}

/** The indices that a text names by their initials or their names. */
const indices: readonly (readonly [short: string, name: string, key: string])[] = [
  'DTI',
  'PCI',
  'PAR INDEX',
  'PAPI',
  'SIPAS',
  'ICT Index',
  'GII',
  'EGDI',
  'PII',
].flatMap((short) =>
  expandAbbreviation(short)
    .filter(({ kind }) => kind === 'index')
    .map(({ expansion }) => {
      const name = fold(expansion)
      return [
        fold(short),
        name,
        name.replace(/^chi so (?:danh gia muc do )?/, '').replace(/ (?:ve|cap) .*$/, ''),
      ] as const
    }),
)

/** @param by whether a name has to have "chỉ số" before it, as in a text about many things, or its key words do */
function indicesIn(text: string, by: 'name' | 'key'): string[] {
  const folded = ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `
  return indices.flatMap(([short, name, key]) =>
    folded.includes(` ${short} `) ||
    folded.includes(` ${by === 'name' ? `chi so ${key}` : key} `) ||
    folded.includes(` ${name} `)
      ? [short]
      : [],
  )
}

/** What stands nearest to a place and names an index at all has to name the one asked for. */
function ofIndices(holder: Holder, document: Document, asked: readonly string[]): boolean {
  if (asked.length === 0) return true
  for (const text of textsAround(holder, document)) {
    const named = indicesIn(text, 'name')
    if (named.length > 0) return named.some((index) => asked.includes(index))
  }
  return true
}

/** Coverage from which a ranking is the one asked about. */
export const sameRanking = 0.75

/**
 * The ranked that a question names, in its order, and their places in the ranking it means. A province whose districts are ranked is
 * their owner, not one of them.
 */
export function unitsNamed(request: Request): { readonly names: readonly string[]; readonly held: readonly Held[] } {
  const { reading } = request
  const question = ` ${fold(reading.text).replace(/[^a-z0-9]+/g, ' ')} `
  const owners = new Set(reading.places.map(({ place }) => bareName(place)))
  const subject = withoutPhrases(reading.subject, placeWords)
  const all = placesHeld(request, subject)
    .map(({ holder }) => holder)
    .filter((holder) => !owners.has(bareName(holder.name)) || kindOfUnit(holder.name, holder.heading) === 'province')
    .map(({ name }) => bareName(name))
    .filter((name) => question.includes(` ${name} `))
  const names = [...new Set(all)]
    .filter((name, _, every) => !every.some((other) => other !== name && other.includes(name)))
    .sort((a, b) => question.indexOf(` ${a} `) - question.indexOf(` ${b} `))
  const topic = names.reduce((rest, name) => withoutWords(rest, name), subject)
  const held = placesHeld(request, topic).filter(
    ({ coverage, holder }) => coverage >= sameRanking && names.includes(bareName(holder.name)),
  )
  return { names, held: held.filter((each) => isOf(each, ownersOf(request, names))) }
}

/** The provinces that a question names beside the ranked. */
function ownersOf({ reading }: Request, names: readonly string[]): string[] {
  return reading.places.map(({ place }) => place).filter((place) => !names.includes(bareName(place)))
}

/** Whether a place is told of a province or unit that a question names as its owner: "bảng xếp hạng của Sóc Trăng". */
export function isOf({ document, holder }: Held, places: readonly string[]): boolean {
  if (places.length === 0) return true
  const { metadata } = document
  if (metadata.place !== undefined) return places.includes(metadata.place)
  return findPlaces(textsAround(holder, document).join('. ')).some(
    ({ place }) => place !== undefined && places.includes(place),
  )
}

/** The words of a reading's subject without some words. */
export function withoutWords(subject: string, words: string): string {
  const away = new Set(fold(words).split(/\s+/))
  return subject
    .split(/\s+/)
    .filter((word) => !away.has(fold(word)))
    .join(' ')
}
