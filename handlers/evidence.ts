import type { FactKind, Ledger } from '../src/facts/fact.ts'
import type { Knowledge } from '../src/knowledge.ts'
import { Quote, sectionPath } from '../src/library/quote.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { type DocumentNumber, sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fullTokens } from '../src/vietnamese/full-tokens.ts'
import type { Span } from '../src/vietnamese/sentences.ts'
import { type Token, tokenize } from '../src/vietnamese/tokens.ts'
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
  const qualifiers = qualifiersOf(reading)
  const telling = tellingSpans(ledger, new Set(hits.map(({ passage }) => passage.document.id)))
  const found = hits.flatMap(({ passage, why }) =>
    unitsOf(passage).map((unit) => ({
      ...weigh(unit, wanted, reading, {
        holdsFact: holdsFact(unit, telling.get(unit.document.id) ?? []),
        inCiting: citing.has(unit.document.id),
        inOnlyDocument: within?.size === 1,
        qualifiers,
      }),
      ...(why && { why }),
    })),
  )
  found.sort((a, b) => b.score - a.score || order(a.quote, b.quote))
  return withoutOverlaps(found)
}

function order(a: Quote, b: Quote): number {
  return a.document.file < b.document.file ? -1 : a.document.file > b.document.file ? 1 : a.start - b.start
}

/** Keeps the best of quotations that share words. */
function withoutOverlaps(found: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = []
  for (const evidence of found) {
    const { document, start, end } = evidence.quote
    if (!kept.some(({ quote }) => quote.document === document && quote.start < end && start < quote.end))
      kept.push(evidence)
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

function tellingSpans(ledger: Ledger, documents: ReadonlySet<string>): Map<string, readonly Span[]> {
  return new Map(
    [...documents].map((id) => [
      id,
      ledger.of(id).flatMap(({ kind, quote }) => (tellingKinds.has(kind) ? [quote] : [])),
    ]),
  )
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
  /** The question can only mean this document, so that the words of its name are settled. */
  readonly inOnlyDocument: boolean
  readonly qualifiers: Qualifiers | undefined
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

function weigh(unit: Unit, wanted: Wanted, reading: Reading, around: Surroundings): Evidence {
  let held = 0
  let total = 0
  let run: { readonly weight: number; readonly words: number; readonly absent: boolean } | undefined
  let missing = 0
  let heldNear = 0
  const usual = around.inOnlyDocument ? ringWeights.with(2, ofOnlyDocument) : ringWeights
  const weights = reading.asks.includes('reason') ? usual.with(1, besideReason) : usual
  const forms = unit.tokens.map((token) => token[wanted.by])
  const rings = unit.rings.map((ring) => ring[wanted.by])
  wanted.terms.forEach(({ weight }, i) => {
    total += weight
    const share = presence(forms, rings, wanted, i, weights)
    held += weight * share
    const near = presence(forms, rings, wanted, i, nearWeights)
    heldNear += weight * near
    run =
      near > 0
        ? undefined
        : { weight: (run?.weight ?? 0) + weight, words: (run?.words ?? 0) + 1, absent: run?.absent || share === 0 }
    if (run?.absent && run.words > 1 && run.weight > missing) missing = run.weight
  })
  const ofWords = total
  for (const asked of reading.documents) {
    total += documentWeight
    if (bearsNumber(unit.document, asked) || unit.documents.some((number) => sameDocumentNumber(number, asked))) {
      held += documentWeight
    } else if (around.inCiting) held += documentWeight * citingShare
  }
  const answers =
    total > 0 &&
    !(unit.asks && !reading.asks.includes('quote')) &&
    !(missing >= ownThing && countsThings(reading)) &&
    !(around.inOnlyDocument && countsThings(reading) && heldNear < ofWords * leastNear) &&
    givesWhatIsAsked(unit, forms, reading, wanted) &&
    inYear(unit, reading) &&
    namesOffices(unit, reading) &&
    saysMoreThanName(forms, rings, reading, wanted) &&
    (around.qualifiers === undefined || hasQualifiers(unit, around.qualifiers))
  const coverage = answers ? (held / total) * presentShare(unit, reading) : 0
  return {
    quote: new Quote(unit.document, unit.span),
    ...(unit.header && { header: new Quote(unit.document, unit.header) }),
    coverage,
    score:
      coverage +
      suitability(unit, reading) +
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
function givesWhatIsAsked(
  unit: Unit,
  forms: readonly string[],
  { asks, counted, text }: Reading,
  wanted: Wanted,
): boolean {
  const withHeader = unit.header ? unit.document.text.slice(unit.header.start, unit.header.end) + unit.text : unit.text
  if (asks.includes('percent')) return /%|phần trăm/u.test(withHeader)
  if (asks.includes('money'))
    return /\d/.test(unit.text) && /(?:\d|triệu|tỷ|tỉ|nghìn|\()\s*(?:đồng|tỷ|tỉ|triệu|USD)/iu.test(withHeader)
  if (asks.includes('reason')) return givesReason(unit)
  const first = asks.find((ask) => decisive.includes(ask) || ask === 'count')
  if (first === 'date' && asksDay.test(text))
    return /\d{1,2}\s?[/.-]\s?\d{1,2}|ngày\s+\d|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) h[ằà]ng tuần/iu.test(
      unit.text,
    )
  if (first === 'agency' && officeAbove(unit) !== undefined) return true
  if (first !== undefined && first !== 'count') return signs[first]!.test(unit.text)
  if (first === undefined) return true
  if (counted === undefined) return unit.tokens.some(isNumber)
  const [word, second] = fullTokens(counted).map((token) => token[wanted.by])
  if (second !== undefined && !forms.includes(second) && !unit.rings[0]?.[wanted.by].has(second)) return false
  return forms.some((form, at) => form === word && unit.tokens.slice(Math.max(0, at - numberReach), at).some(isNumber))
}

const reasons = /(?:^|[\s,;:("“])(?:do|vì|bởi|nguyên nhân|nhờ|xuất phát từ|(?<!nêu rõ )(?:lý do|lí do))(?=[\s,:])/iu
const names = /(?<!\p{L})nguyên nhân(?!\p{L})/iu

/** The heading above a task that begins with the duty itself, where the heading is the name of an office: "3. Sở Tư pháp". */
function officeAbove({ document, section, text }: Unit): string | undefined {
  if (
    !/^(?:[a-zđ]\)|[-–+•]|\d+(?:\.\d+)*[.)])?\s*(?:chủ trì|phối hợp|tham mưu|hướng dẫn|tổ chức|bố trí|rà soát|xây dựng|bảo đảm|theo dõi|tổng hợp|hoàn thành|triển khai|ban hành|tiếp nhận|là\s|mở\s|đề xuất|thẩm định|khảo sát|kiểm tra|thanh tra|công khai|công bố|vận hành|đôn đốc|tuyên truyền|liên thông|giải quyết)/iu.test(
      text,
    )
  )
    return undefined
  return sectionPath(document, section)
    .toReversed()
    .map((heading) => heading.normalize('NFC'))
    .find((heading) => signs.agency!.test(heading))
}

/** A reason is given by the words before it, or stands under a heading of reasons. */
function givesReason({ text, document, section }: Unit): boolean {
  return reasons.test(text) || /nguyên nhân|lý do/iu.test(sectionPath(document, section).join(' ').normalize('NFC'))
}

const office =
  /(?<!\p{L})(?:Sở|Bộ|Cục|Chi cục|Ban|Hội|Công an|Trung tâm|Trường|Tập đoàn|Công ty|Bệnh viện)(?:\s+(?:và\s+)?\p{Lu}[\p{L}\p{M}]*)+/gu

/** An office that the question names has to be named in the sentence, its paragraph or its headings. */
function namesOffices({ tokens, rings }: Unit, { text }: Reading): boolean {
  const offices = [...text.matchAll(office)].map(([name]) => fullTokens(name).map(({ folded }) => folded))
  if (offices.length === 0) return true
  const own = new Set(tokens.map(({ folded }) => folded))
  return offices.every((words) => words.every((word) => own.has(word) || rings.some(({ folded }) => folded.has(word))))
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
function presentShare(unit: Unit, reading: Reading): number {
  return asksForAims(reading) ||
    !(reading.asks.includes('percent') || reading.asks.includes('count')) ||
    !targetWords.test(unit.text)
    ? 1
    : aimShare
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

/** How much of a term a unit has: 1 beside a neighbour of the question, less apart from it or around the unit. */
function presence(
  forms: readonly string[],
  rings: readonly ReadonlySet<string>[],
  { terms }: Wanted,
  i: number,
  weights: readonly number[],
): number {
  const { form } = terms[i]!
  let found = 0
  for (let at = forms.indexOf(form); at >= 0; at = forms.indexOf(form, at + 1)) {
    const beside = [terms[i - 1]?.form, terms[i + 1]?.form]
    if (
      terms.length === 1 ||
      (at > 0 && forms[at - 1] === beside[0]) ||
      (at + 1 < forms.length && forms[at + 1] === beside[1])
    )
      return 1
    found = apart
  }
  if (found > 0) return found
  return Math.max(0, ...rings.map((held, ring) => (held.has(form) ? weights[ring]! : 0)))
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
function suitability({ text, years: named }: Unit, { asks, years }: Reading): number {
  const sign = asks.map((ask) => signs[ask]).find((pattern) => pattern !== undefined)
  let score = sign === undefined ? 0 : sign.test(text) ? 0.15 : -0.2
  if (asks.includes('reason') && names.test(text)) score += 0.15
  if (years.length > 0) {
    if (named.some((year) => years.includes(year))) score += 0.2
  }
  return score
}
