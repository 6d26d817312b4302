import type { FactKind, Ledger } from '../src/facts/fact.ts'
import type { Knowledge } from '../src/knowledge.ts'
import { Quote, sectionPath } from '../src/library/quote.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { type DocumentNumber, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { type Token, tokenize } from '../src/vietnamese/tokens.ts'
import { speaksOf } from './about-place.ts'
import { hasQualifiers, type Qualifiers, qualifiersOf } from './qualifiers.ts'
import { bearsNumber } from './scope.ts'
import { type Unit, unitsOf } from './units.ts'
import { type Wanted, wantedOf } from './wanted.ts'

/** A sentence, or part of a long one, that may answer a question. */
export interface Evidence {
  readonly quote: Quote
  readonly header?: Quote
  /** What put its passage among the first, where the search tells. */
  readonly why?: Readonly<Record<string, number>>
  /** Share of the subject's weight found in the quoted words and, counting less, around them: 0-1. */
  readonly coverage: number
  /** Coverage, and how well the words fit what is asked. */
  readonly score: number
}

/** Passages that are looked into for sentences. */
const passagesRead = 40

/**
 * The sentences that fit a question best, best first; equal ones in the order of the text.
 *
 * @param within documents that may answer; all when missing
 */
export async function findEvidence(
  { retriever, rarity, ledger }: Knowledge,
  reading: Reading,
  within: ReadonlySet<string> | undefined,
): Promise<Evidence[]> {
  const { hits } = await retriever.search({
    text: [reading.subject, ...reading.documents.map(({ raw }) => raw), ...reading.years].join(' '),
    limit: passagesRead,
    repaired: true,
    ...(within && { filter: { documents: within } }),
  })
  const wanted = wantedOf(reading.subject, reading.plain, rarity)
  const citing = new Set(
    reading.documents.length === 0
      ? []
      : hits.flatMap(({ passage: { document } }) =>
          cites(ledger, document.id, reading.documents) ? [document.id] : [],
        ),
  )
  const question = questionOf(reading, wanted, within?.size === 1)
  const found = hits.flatMap((hit) => {
    const { document } = hit.passage
    const facts = tellingSpans(ledger, document.id)
    return unitsOf(hit.passage).map((unit) => {
      const around = { holdsFact: holdsFact(unit, facts), inCiting: citing.has(document.id) }
      return { hit, unit, ...weigh(unit, question, around) }
    })
  })
  found.sort((a, b) => b.score - a.score || order(a.unit, b.unit))
  return withoutOverlaps(found).map(({ hit: { why }, unit: { document, span, header }, coverage, score }) => ({
    quote: new Quote(document, span),
    ...(header && { header: new Quote(document, header) }),
    ...(why && { why }),
    coverage,
    score,
  }))
}

function order(a: Unit, b: Unit): number {
  return a.document.file < b.document.file ? -1 : a.document.file > b.document.file ? 1 : a.span.start - b.span.start
}

/** Keeps the best of units that share words. */
function withoutOverlaps<T extends { readonly unit: Unit }>(found: readonly T[]): T[] {
  const kept: T[] = []
  for (const each of found) {
    const { document, span } = each.unit
    if (
      !kept.some(({ unit }) => unit.document === document && unit.span.start < span.end && span.start < unit.span.end)
    )
      kept.push(each)
    if (kept.length >= 8) break
  }
  return kept
}

/** Kinds of facts that make a sentence worth more than one that only names its subject. */
const tellingKinds = new Set<FactKind>([
  'target',
  'indicator',
  'result',
  'ranking',
  'task_group_count',
  'indicator_count',
  'other_count',
  'deadline',
])
const factBonus = 0.08

const tellingByLedger = new WeakMap<Ledger, Map<string, readonly Span[]>>()

/** Where a document's telling facts stand. Found once for each version. */
function tellingSpans(ledger: Ledger, document: string): readonly Span[] {
  const byDocument = tellingByLedger.get(ledger) ?? new Map<string, readonly Span[]>()
  tellingByLedger.set(ledger, byDocument)
  let spans = byDocument.get(document)
  if (!spans) {
    spans = ledger.of(document).flatMap(({ kind, quote }) => (tellingKinds.has(kind) ? [quote] : []))
    byDocument.set(document, spans)
  }
  return spans
}

function holdsFact({ span }: Unit, facts: readonly Span[]): boolean {
  return facts.some(({ start, end }) => start < span.end && span.start < end)
}

/** Weight of a term that stands in the unit, but apart from the words beside it in the question. */
const apart = 0.75
/** Weight of a term found only in the rest of the sentence, in the passage, in the document's name or headings, in the question above. */
const ringWeights = [0.75, 0.5, 0.4, 0.85]
/** The same for the passage where a reason is asked for: it stands beside what it explains. */
const besideReason = 0.75
/** The same for the name and the headings where only one document can be meant. */
const ofOnlyDocument = 0.7
/** Weight of a document that the question names, beside the weights of its words, which are at most 1. */
const documentWeight = 1.5
/** Share of it for a sentence of a document that cites the one named elsewhere. */
const citingShare = 0.6

/** What is known of a unit beside its words. */
interface Surroundings {
  readonly holdsFact: boolean
  readonly inCiting: boolean
}

function cites(ledger: Ledger, document: string, asked: readonly DocumentNumber[]): boolean {
  return ledger
    .of(document)
    .some(
      ({ kind, documentNumber }) =>
        kind === 'document_number' &&
        documentNumber !== undefined &&
        asked.some((number) => sameDocumentNumber(number, documentNumber)),
    )
}

/** Weight of words beside each other from which they name a thing of their own: a figure without them is one of something else. */
const ownThing = 0.9
/** Near a figure stand its sentence, its passage and the question it answers; a heading may have one of the words by chance. */
const nearWeights = [1, 1, 0, 1]

/** Share of the words that have to stand near a figure of the one paper that can be meant: its name may have all the others. */
const leastNear = 0.4

/** Whether a figure is asked for, which says nothing without the thing it measures. */
function countsThings({ asks }: Reading): boolean {
  return asks.includes('count') || asks.includes('percent') || asks.includes('money') || asks.includes('rank')
}

/** What is looked at of a question for every unit, found out once. */
interface Question {
  readonly reading: Reading
  readonly wanted: Wanted
  /** The question can only mean one document, so that the words of its name are settled. */
  readonly inOnlyDocument: boolean
  readonly qualifiers: Qualifiers | undefined
  readonly weights: readonly number[]
  readonly countsThings: boolean
  /** Folded words of each office that it names. */
  readonly offices: readonly (readonly string[])[]
  /** The first words of what is counted. */
  readonly counted: readonly string[] | undefined
  readonly sign: RegExp | undefined
  /** Asked is how things stand, not what is aimed at. */
  readonly ofPresent: boolean
}

function questionOf(reading: Reading, wanted: Wanted, inOnlyDocument: boolean): Question {
  const { asks, counted, text } = reading
  const usual = inOnlyDocument ? ringWeights.with(2, ofOnlyDocument) : ringWeights
  return {
    reading,
    wanted,
    inOnlyDocument,
    qualifiers: qualifiersOf(reading),
    weights: asks.includes('reason') ? usual.with(1, besideReason) : usual,
    countsThings: countsThings(reading),
    offices: [...text.matchAll(office)].map(([name]) => fullTokens(name).map(({ folded }) => folded)),
    counted: counted === undefined ? undefined : fullTokens(counted).map((token) => token[wanted.by]),
    sign: asks.map((ask) => signs[ask]).find((pattern) => pattern !== undefined),
    ofPresent: !asksForAims(reading) && (asks.includes('percent') || asks.includes('count')),
  }
}

function weigh(unit: Unit, question: Question, around: Surroundings): { coverage: number; score: number } {
  const { reading, wanted, weights } = question
  let held = 0
  let heldNear = 0
  let total = 0
  let missing = 0
  // The run of words that are not near the unit: their weight, how many, and whether one of them is not there at all.
  let runWeight = 0
  let runWords = 0
  let runAbsent = false
  const forms = unit.forms[wanted.by]
  const rings = unit.rings.map((ring) => ring[wanted.by])
  wanted.terms.forEach(({ form, weight }, i) => {
    total += weight
    let share = presence(forms, wanted, i)
    let near = share
    if (share === 0) {
      for (let ring = 0; ring < rings.length; ring++) {
        if (!rings[ring]!.has(form)) continue
        share = Math.max(share, weights[ring]!)
        near = Math.max(near, nearWeights[ring]!)
      }
    }
    held += weight * share
    heldNear += weight * near
    if (near > 0) {
      runWeight = 0
      runWords = 0
      runAbsent = false
      return
    }
    runWeight += weight
    runWords++
    runAbsent ||= share === 0
    if (runAbsent && runWords > 1 && runWeight > missing) missing = runWeight
  })
  const ofWords = total
  for (const asked of reading.documents) {
    total += documentWeight
    if (bearsNumber(unit.document, asked) || unit.documents.some((number) => sameDocumentNumber(number, asked))) {
      held += documentWeight
    } else if (around.inCiting) held += documentWeight * citingShare
  }
  const asked = reading.places.map(({ place }) => place)
  const answers =
    total > 0 &&
    !(unit.asks && !reading.asks.includes('quote')) &&
    !(missing >= ownThing && question.countsThings) &&
    !(question.inOnlyDocument && question.countsThings && heldNear < ofWords * leastNear) &&
    givesWhatIsAsked(unit, question) &&
    inYear(unit, reading) &&
    speaksOf(unit, asked) &&
    namesOffices(unit, question.offices) &&
    saysMoreThanName(forms, rings, reading, wanted) &&
    (question.qualifiers === undefined || hasQualifiers(unit, question.qualifiers))
  const coverage = answers ? (held / total) * presentShare(unit, question) : 0
  return {
    coverage,
    score:
      coverage +
      suitability(unit, question) +
      (around.holdsFact ? factBonus : 0) -
      Math.min(0.1, unit.text.length / 10_000),
  }
}

/**
 * Whether a unit can speak of the years asked: it names one of them, or it names none and its heading, its paragraph or its document's
 * dates do.
 */
function inYear({ years: named, rings, document, section }: Unit, { years }: Reading): boolean {
  if (years.length === 0 || named.some((year) => years.includes(year))) return true
  if (named.length > 0) return false
  const wanted = years.map(String)
  const inHeadings =
    sectionPath(document, section)
      .join(' ')
      .match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
  if (inHeadings.length > 0) return inHeadings.some((year) => wanted.includes(year))
  const { title, issuedOn, source } = document.metadata
  return (
    rings.some(({ folded }) => wanted.some((year) => folded.has(year))) ||
    wanted.some((year) => [title, issuedOn, source?.publishedOn].some((text) => text?.includes(year)))
  )
}

/** Words between a number and what it counts: "19 chiếc xe tải", "gần 450 thủ tục". */
const numberReach = 3

/** Kinds of answers that a sentence either gives or does not. */
const decisive: readonly Ask[] = ['date', 'rank', 'agency', 'person', 'venue']

const asksDay = /(?:ngày|ngay)\s+(?:nào|nao|mấy|may|bao nhiêu|bao nhieu|tháng|thang)|hôm nào|hom nao/iu

/** Whether a unit holds the kind of answer asked for: a number before what is counted, an amount, a percentage, a date, a name. */
function givesWhatIsAsked(unit: Unit, { reading, wanted, counted }: Question): boolean {
  const { asks, text } = reading
  if (asks.includes('percent')) return /%|phần trăm/u.test(withHeader(unit))
  if (asks.includes('money'))
    return (
      /\d/.test(unit.text) && /(?:\d|triệu|tỷ|tỉ|nghìn|\()\s*(?:đồng|tỷ|tỉ|triệu|USD)(?!\p{L})/iu.test(withHeader(unit))
    )
  if (asks.includes('reason')) return givesReason(unit)
  const first = asks.find((ask) => decisive.includes(ask) || ask === 'count')
  if (first === 'date' && asksDay.test(text)) return says(unit, givesDay)
  if (first === 'agency' && officeAbove(unit) !== undefined) return true
  if (first !== undefined && first !== 'count') return says(unit, signs[first]!)
  if (first === undefined) return true
  if (counted === undefined) return unit.tokens.some(isNumber)
  const [word, second] = counted
  const forms = unit.forms[wanted.by]
  if (second !== undefined && !forms.includes(second) && !unit.rings[0]?.[wanted.by].has(second)) return false
  return forms.some((form, at) => form === word && unit.tokens.slice(Math.max(0, at - numberReach), at).some(isNumber))
}

const givesDay = /\d{1,2}\s?[/.-]\s?\d{1,2}|ngày\s+\d|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) h[ằà]ng tuần/iu

function withHeader({ document, header, text }: Unit): string {
  return header ? document.text.slice(header.start, header.end) + text : text
}

const said = new WeakMap<Unit, Map<RegExp, boolean>>()

/** Whether a pattern finds anything in the words of a unit; every unit is asked the same few patterns over and over. */
function says(unit: Unit, pattern: RegExp): boolean {
  let known = said.get(unit)
  if (!known) {
    known = new Map()
    said.set(unit, known)
  }
  let found = known.get(pattern)
  if (found === undefined) {
    found = pattern.test(unit.text)
    known.set(pattern, found)
  }
  return found
}

const reasons =
  /(?:^|[\s,;:("“])(?:(?<!l[ýí] )do|vì|bởi|nguyên nhân|nhờ|xuất phát từ|(?<!nêu rõ )(?:lý do|lí do)(?! và))(?=[\s,:])/iu
const names = /(?<!\p{L})nguyên nhân(?!\p{L})/iu

/** The heading above a task that begins with the duty itself, where the heading is the name of an office: "3. Sở Tư pháp". */
function officeAbove(unit: Unit): string | undefined {
  if (!says(unit, beginsWithDuty)) return undefined
  return sectionPath(unit.document, unit.section)
    .toReversed()
    .map((heading) => heading.normalize('NFC'))
    .find((heading) => signs.agency!.test(heading))
}

const beginsWithDuty =
  /^(?:[a-zđ]\)|[-–+•]|\d+(?:\.\d+)*[.)])?\s*(?:chủ trì|phối hợp|tham mưu|hướng dẫn|tổ chức|bố trí|rà soát|xây dựng|bảo đảm|theo dõi|tổng hợp|hoàn thành|triển khai|ban hành|tiếp nhận|là\s|mở\s|đề xuất|thẩm định|khảo sát|kiểm tra|thanh tra|công khai|công bố|vận hành|đôn đốc|tuyên truyền|liên thông|giải quyết)/iu

/** A reason is given by the words before it, or stands under a heading of reasons. */
function givesReason(unit: Unit): boolean {
  const { document, section } = unit
  return says(unit, reasons) || /nguyên nhân|lý do/iu.test(sectionPath(document, section).join(' ').normalize('NFC'))
}

const office =
  /(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Ban|Hội|Công an|Trung tâm|Trường|Tập đoàn|Công ty|Bệnh viện)(?:\s+(?:và\s+)?\p{Lu}[\p{L}\p{M}]*)+/gu

/** An office that the question names has to be named in the sentence, its paragraph or its headings. */
function namesOffices({ forms, rings }: Unit, offices: Question['offices']): boolean {
  return offices.every((words) =>
    words.every((word) => forms.folded.includes(word) || rings.some(({ folded }) => folded.has(word))),
  )
}

/** What is asked about a person has to stand beside the name: a name alone is no answer. */
function saysMoreThanName(
  forms: readonly string[],
  rings: readonly ReadonlySet<string>[],
  { persons, asks }: Reading,
  { terms }: Wanted,
): boolean {
  if (persons.length === 0 || asks.includes('role') || asks.includes('person')) return true
  const names = new Set(persons.flatMap((name) => tokenize(name).flatMap(({ term, folded }) => [term, folded])))
  const rest = terms.filter(({ form, weight }) => !names.has(form) && weight > 0.1)
  const total = rest.reduce((sum, { weight }) => sum + weight, 0)
  const held = rest.reduce(
    (sum, { form, weight }) => sum + (forms.includes(form) || rings[0]?.has(form) ? weight : 0),
    0,
  )
  return rest.length === 0 || held > total / 2
}

const targetWords = /phấn đấu|mục tiêu|chỉ tiêu|đến (?:hết )?năm \d{4}|(?:^|\s)sẽ\s|dự kiến/iu
/** Share of its coverage that a sentence about an aim keeps when the present state is asked for. */
const aimShare = 0.7

/** Questions about the present are not answered with aims. */
function presentShare(unit: Unit, { ofPresent }: Question): number {
  return ofPresent && says(unit, targetWords) ? aimShare : 1
}

/** Whether a question is about what is to be reached: it names a year or an aim. */
export function asksForAims({ asks, years, text }: Reading): boolean {
  return (
    years.length > 0 ||
    asks.includes('target') ||
    /(?:^|\s)(?:muốn|mong|kỳ vọng|yêu cầu|phải|muon|mong|ky vong|yeu cau|phai)(?:\s|$)/iu.test(text)
  )
}

function isNumber({ kind, folded }: Token): boolean {
  return (
    kind === 'number' || /^(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|tram|nghin|ngan|van|trieu|ty)$/.test(folded)
  )
}

/** How much of a term a unit has in its own words: 1 beside a neighbour of the question, less apart from it. */
function presence(forms: readonly string[], { terms }: Wanted, i: number): number {
  const { form } = terms[i]!
  let at = forms.indexOf(form)
  if (at < 0) return 0
  if (terms.length === 1) return 1
  const before = terms[i - 1]?.form
  const after = terms[i + 1]?.form
  for (; at >= 0; at = forms.indexOf(form, at + 1)) {
    if ((at > 0 && forms[at - 1] === before) || (at + 1 < forms.length && forms[at + 1] === after)) return 1
  }
  return apart
}

/** Signs of the kinds of answer, in the text as written. */
const signs: Partial<Record<Ask, RegExp>> = {
  date: /\d{1,2}\s?[/.-]\s?\d{1,2}|ngày\s+\d|tháng\s+\d|quý\s+[\dIVX]|năm\s+\d{4}|h[ằà]ng (?:ngày|tuần|tháng|quý|năm)/iu,
  percent: /%|phần trăm/iu,
  count: /\d|(?:^|\s)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s/iu,
  rank: /(?:xếp|đứng)\s+(?:thứ|hạng|vị trí|ở|cuối|đầu|nhất)|thứ\s+\d|hạng\s+(?:thứ\s+)?\d|top\s+\d|nhóm\s+\p{L}|nhóm\s+\d|dẫn đầu|(?<![\d/])\d{1,2}\/\d{2}(?![\d/])/iu,
  person: /(?:\p{Lu}[\p{Ll}\p{M}]+\s+){2,}\p{Lu}[\p{Ll}\p{M}]+/u,
  agency:
    /(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Tổng cục|Ban|Hội|Công an|Trung tâm|Trường|Tập đoàn|Công ty|Bệnh viện|Văn phòng|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Tỉnh [uủ][ỷy]|Thành [uủ][ỷy]|Huyện [uủ][ỷy]|Đảng [uủ][ỷy]|Thanh tra|Liên minh|Viện|Đoàn|Bộ Chỉ huy|Phòng|Bưu điện|Kho bạc|Chi nhánh|Ngân hàng|Mặt trận|VNPT|Viettel)(?!\p{L})/u,
  role: /bí thư|chủ tịch|giám đốc|trưởng|phó|ủy viên|tổng/iu,
  venue: /(?:^|\s)(?:tại|ở)\s/iu,
  reason: reasons,
  list: /[;:]|,.*,/u,
  issuer: /ban hành|của/iu,
  target: /đến năm|phấn đấu|mục tiêu|đạt|tối thiểu|trên\s+\d|\d\s?%/iu,
  number: /\d+\s*[-/]\s*\p{Lu}/u,
}

/** How well words fit what is asked: the kind of answer, and the years. */
function suitability(unit: Unit, { reading: { asks, years }, sign }: Question): number {
  let score = sign === undefined ? 0 : says(unit, sign) ? 0.15 : -0.2
  if (asks.includes('reason') && says(unit, names)) score += 0.15
  return unit.years.some((year) => years.includes(year)) ? score + 0.2 : score
}
