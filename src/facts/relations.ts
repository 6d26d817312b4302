import type { Document } from '../library/document.ts'
import { type DocumentNumber, findDocumentNumbers, sameDocumentNumber } from '../vietnamese/document-numbers.ts'
import type { Fact, Ledger } from './fact.ts'

/** What a paper does to another: the newer one is named first. */
type RelationKind = 'replaces' | 'repeals' | 'amends' | 'implements'

/** A paper on one side of a relation. */
export interface Party {
  /** "Nghị quyết số 88-NQ/TU". */
  readonly name: string
  /** When it is in the corpus. */
  readonly document?: Document
}

/** How one paper stands to another, with the words that say so. */
export interface Relation {
  readonly kind: RelationKind
  readonly newer: Party
  readonly older: Party
  /** Its context is the sentence. */
  readonly fact: Fact
  /** The document that says it. */
  readonly said: Document
}

/** What relations are read from. */
interface Papers {
  readonly corpus: { readonly documents: readonly Document[] }
  readonly ledger: Ledger
}

const known = new WeakMap<Ledger, readonly Relation[]>()

/**
 * Relations of which at least one side is in the corpus, in the order of the facts. Only what the words say clearly: both papers by their whole
 * numbers, the effect neither planned nor denied, and the paper in the corpus surely the one that is meant.
 */
export function relationsOf({ corpus, ledger }: Papers): readonly Relation[] {
  const before = known.get(ledger)
  if (before) return before
  const bySerial = new Map<number, Numbered[]>()
  for (const each of corpus.documents.flatMap(numbered)) {
    bySerial.set(each.number.number, [...(bySerial.get(each.number.number) ?? []), each])
  }
  const byId = new Map(corpus.documents.map((document) => [document.id, document]))
  const relations = ledger.facts.flatMap((fact) => {
    const said = fact.kind === 'document_relation' ? byId.get(fact.document) : undefined
    const relation = said && relationOf(fact, said, ledger, (number) => bySerial.get(number) ?? [])
    return relation ? [relation] : []
  })
  known.set(ledger, relations)
  return relations
}

/** What other papers have done to a document: what takes it out of force first. */
export function effectsOn(document: Document, papers: Papers): readonly Relation[] {
  const effects = relationsOf(papers).filter(({ kind, older }) => kind !== 'implements' && older.document === document)
  return distinct(effects.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)))
}

/** What a document does to other papers. */
export function deedsOf(document: Document, papers: Papers): readonly Relation[] {
  return distinct(relationsOf(papers).filter(({ newer }) => newer.document === document))
}

/** The papers that carry a document out. */
export function carriedOutBy(document: Document, papers: Papers): readonly Relation[] {
  const all = relationsOf(papers).filter(({ kind, older }) => kind === 'implements' && older.document === document)
  return distinct(all)
}

const order: readonly RelationKind[] = ['replaces', 'repeals', 'amends', 'implements']

/** One relation for each pair of papers, as it is said first: by one of the two papers, else by another. */
function distinct(relations: readonly Relation[]): readonly Relation[] {
  const own = ({ said, newer, older }: Relation) => (said === newer.document || said === older.document ? 0 : 1)
  const pairs = new Map<string, Relation>()
  for (const relation of relations.toSorted((a, b) => own(a) - own(b))) {
    const key = [relation.kind, nameOf(relation.newer), nameOf(relation.older)].join('\n')
    if (!pairs.has(key)) pairs.set(key, relation)
  }
  return [...pairs.values()]
}

function nameOf({ name, document }: Party): string {
  return document?.id ?? name
}

interface Numbered {
  readonly document: Document
  readonly number: DocumentNumber
}

const numbers = new WeakMap<Document, readonly Numbered[]>()

/** Documents that are a paper with a number of its own; a report bears the number of what it reports on. */
function numbered(document: Document): readonly Numbered[] {
  const known = numbers.get(document) ?? numberOf(document)
  numbers.set(document, known)
  return known
}

function numberOf(document: Document): Numbered[] {
  const { number, kind = '', textKind } = document.metadata
  if (number === undefined || textKind === 'report') return []
  const [read] = findDocumentNumbers(`${kind} ${number}`.trim())
  return read?.symbol === undefined ? [] : [{ document, number: read }]
}

function relationOf(
  fact: Fact,
  said: Document,
  ledger: Ledger,
  withSerial: (serial: number) => readonly Numbered[],
): Relation | undefined {
  const kind = kindOf(fact.relation ?? '')
  if (!kind || isPlanned(fact, said, kind)) return undefined
  const [target] = findDocumentNumbers(fact.documentNumber ?? '')
  if (target?.symbol === undefined) return undefined
  const find = (number: DocumentNumber) => meant(number, withSerial(number.number), fact, said, ledger)
  const newer = actor(fact, said, find)
  if (!newer || (newer.document && newer.document.metadata.status === 'draft' && kind !== 'implements'))
    return undefined
  const older = { name: fact.value, ...optional(find(target)) }
  if (!newer.document && !older.document) return undefined
  if (newer.document !== undefined && newer.document === older.document) return undefined
  if (isEarlier(newer.document, older.document)) return undefined
  return { kind, newer, older, fact, said }
}

function kindOf(words: string): RelationKind | undefined {
  if (words.startsWith('thay thế')) return 'replaces'
  if (words.startsWith('bãi bỏ')) return 'repeals'
  if (/^(?:sửa đổi|bổ sung)/u.test(words)) return 'amends'
  return /thực hiện|^cụ thể hóa|^hướng dẫn/u.test(words) ? 'implements' : undefined
}

/** Longest way from the paper that acts to what it does, in characters. */
const longestReach = 200

/** What is still to be done, or is only asked for, has no effect; nor has what stands far from the paper that acts. */
function isPlanned({ quote, relation = '' }: Fact, { text }: Document, kind: RelationKind): boolean {
  const words = text.slice(quote.start, quote.end).normalize('NFC').replace(/\s+/g, ' ')
  const lead = words.slice(0, Math.max(0, words.toLowerCase().lastIndexOf(relation)))
  if (lead.length > longestReach) return true
  return (
    kind !== 'implements' &&
    /(?<![A-Za-zÀ-ỹ])(?:sẽ|chưa|không|dự kiến|dự thảo|đề nghị|đề xuất|kiến nghị|trình|xem xét|tham mưu|xây dựng|nghiên cứu|rà soát|chuẩn bị|để)(?![A-Za-zÀ-ỹ])/iu.test(
      lead,
    )
  )
}

/** The paper that acts: the document itself when it says "this resolution" or its own number, else the one that is named by number. */
function actor(
  { subject }: Fact,
  said: Document,
  find: (number: DocumentNumber) => Document | undefined,
): Party | undefined {
  const { metadata } = said
  const isOwn = metadata.textKind === 'original' && metadata.number !== undefined
  if (/ này$/u.test(subject)) {
    const name = `${capital(metadata.kind ?? 'văn bản')} số ${metadata.number}`
    return isOwn ? { name, document: said } : undefined
  }
  const [number] = findDocumentNumbers(subject)
  if (number?.symbol === undefined) return undefined
  if (isOwn && sameDocumentNumber(number, `${metadata.kind ?? ''} ${metadata.number}`)) {
    return { name: subject, document: said }
  }
  return { name: subject, ...optional(find(number)) }
}

/** The document that a number means; undefined when none has it, or when it may be another province's or another year's. */
function meant(
  number: DocumentNumber,
  candidates: readonly Numbered[],
  fact: Fact,
  said: Document,
  ledger: Ledger,
): Document | undefined {
  const dates = new Set(
    ledger
      .of(said.id)
      .filter(
        (one) => one.kind === 'issue_date' && one.documentNumber === number.normal && one.date?.iso?.length === 10,
      )
      .map(({ date }) => date!.iso),
  )
  const place = fact.place ?? said.metadata.place
  const fitting = candidates.filter((candidate) => {
    const { issuedOn, place: home } = candidate.document.metadata
    if (!sameDocumentNumber(number, candidate.number) || number.year !== candidate.number.year) return false
    if (dates.size > 0 && issuedOn !== undefined && !dates.has(issuedOn)) return false
    return !isLocal(candidate.number) || home === place
  })
  return fitting.length === 1 ? fitting[0]!.document : undefined
}

/** Every province counts its own. */
function isLocal({ body = '' }: DocumentNumber): boolean {
  return /^(?:TU|UBND|HĐND|HU|ĐU|BTV|S\p{Lu}+)/iu.test(body)
}

function isEarlier(newer: Document | undefined, older: Document | undefined): boolean {
  const [late, early] = [newer?.metadata.issuedOn, older?.metadata.issuedOn]
  return late !== undefined && early !== undefined && late < early
}

function optional(document: Document | undefined): { readonly document?: Document } {
  return document ? { document } : {}
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
