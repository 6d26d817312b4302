import type { Document } from '../library/document.ts'
import { localUnitOf } from '../library/local-unit.ts'
import { placesNamed } from '../library/places-named.ts'
import { type DocumentNumber, findDocumentNumbers } from '../vietnamese/document-numbers.ts'
import { fold } from '../vietnamese/normal-form.ts'
import type { Fact, Ledger } from './fact.ts'

/**
 * What a library is asked by: numbers, provinces, people. Looked up, so that a question costs the same however many documents there
 * are. Documents come in the order of the library.
 */
export interface Catalog {
  /** Documents whose own number, or title beginning with a number, has this serial number. */
  bearing(serial: number): readonly Document[]
  /** Documents that cite a document with this serial number. */
  citing(serial: number): readonly Document[]
  /** Documents that name a province. */
  naming(place: string): readonly Document[]
  /** Documents that name a province more often than any other. */
  mainlyAbout(place: string): readonly Document[]
  /**
   * Communes, wards and districts whose papers there are, by folded name with or without its type ("xa son phuoc", "son phuoc"). Each can be
   * looked up like a province; where several provinces have one of that name, the province stands behind it: "xã Sơn Phước, Yên Bái".
   */
  localUnits(folded: string): readonly string[]
  /** Provinces, and units below them, that documents are mainly about. */
  readonly places: readonly string[]
  /** Documents that say something of a person, by the key of the name. */
  speakingOf(person: string): readonly Document[]
}

/** @param turn awaited after each document: a large library takes a while */
export async function catalogOf(
  documents: readonly Document[],
  ledger: Ledger,
  turn: () => Promise<void> = async () => {},
): Promise<Catalog> {
  const bearing = new Map<number, Document[]>()
  const citing = new Map<number, Document[]>()
  const naming = new Map<string, Document[]>()
  const mainly = new Map<string, Document[]>()
  const people = new Map<string, Document[]>()
  const local = new Map<string, Document[]>()
  for (const document of documents) {
    const { serial, cited, names } = entryOf(document, ledger.of(document.id))
    const places = placesNamed(document)
    if (serial !== undefined) add(bearing, serial, document)
    for (const each of cited) add(citing, each, document)
    for (const place of places) add(naming, place, document)
    if (places[0] !== undefined) add(mainly, places[0], document)
    const unit = localUnitOf(document)
    if (unit !== undefined) add(local, unit, document)
    for (const name of names) add(people, name, document)
    await turn()
  }
  const units = unitsByKey(local, mainly)
  return {
    bearing: (serial) => bearing.get(serial) ?? [],
    citing: (serial) => citing.get(serial) ?? [],
    naming: (place) => naming.get(place) ?? [],
    mainlyAbout: (place) => mainly.get(place) ?? [],
    localUnits: (name) => units.get(name) ?? [],
    places: [...mainly.keys()],
    speakingOf: (person) => people.get(person) ?? [],
  }
}

/** The catalog of some of the documents. */
export function catalogWithin(catalog: Catalog, within: ReadonlySet<string>): Catalog {
  const kept = (documents: readonly Document[]) => documents.filter(({ id }) => within.has(id))
  return {
    bearing: (serial) => kept(catalog.bearing(serial)),
    citing: (serial) => kept(catalog.citing(serial)),
    naming: (place) => kept(catalog.naming(place)),
    mainlyAbout: (place) => kept(catalog.mainlyAbout(place)),
    localUnits: (name) => catalog.localUnits(name).filter((unit) => kept(catalog.mainlyAbout(unit)).length > 0),
    places: catalog.places.filter((place) => catalog.mainlyAbout(place).some(({ id }) => within.has(id))),
    speakingOf: (person) => kept(catalog.speakingOf(person)),
  }
}

/** Adds the units to the lists by place, and gives their names by key. */
function unitsByKey(
  local: ReadonlyMap<string, readonly Document[]>,
  mainly: Map<string, Document[]>,
): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>()
  for (const [unit, documents] of local) {
    const provinces = new Set(documents.map((document) => placesNamed(document)[0]))
    for (const document of documents) {
      const province = placesNamed(document)[0]
      const name = provinces.size > 1 && province !== undefined ? `${unit}, ${province}` : unit
      add(mainly, name, document)
      for (const key of [
        plainWords(unit),
        plainWords(unit.replace(/^(?:đặc khu|phường|thị trấn|xã|huyện|quận|thị xã|thành phố) /u, '')),
      ]) {
        const known = names.get(key) ?? []
        if (!known.includes(name)) names.set(key, [...known, name])
      }
    }
  }
  return names
}

/** The number a document bears: its own, or the one its title begins with. Read once for each document. */
export function ownNumber(document: Document): DocumentNumber | undefined {
  const known = numbers.get(document)
  if (known) return known.number
  const { number, title } = document.metadata
  const named = findDocumentNumbers(number ?? title)[0]
  const own = number || named?.start === 0 ? named : undefined
  numbers.set(document, { number: own })
  return own
}

const numbers = new WeakMap<Document, { readonly number: DocumentNumber | undefined }>()

/** What the catalog has of one document; the facts of a document stay the same list while it does not change. */
interface Entry {
  readonly serial: number | undefined
  readonly cited: ReadonlySet<number>
  readonly names: ReadonlySet<string>
}

const entries = new WeakMap<readonly Fact[], Entry>()

function entryOf(document: Document, facts: readonly Fact[]): Entry {
  const known = entries.get(facts)
  if (known) return known
  const numbered = facts.flatMap(({ documentNumber }) => documentNumber ?? [])
  const entry: Entry = {
    serial: ownNumber(document)?.number,
    cited: new Set([...new Set(numbered)].flatMap((number) => findDocumentNumbers(number)[0]?.number ?? [])),
    names: new Set(
      facts.flatMap(({ kind, person, subject }) => (kind === 'person_role' ? plainWords(person?.name ?? subject) : [])),
    ),
  }
  entries.set(facts, entry)
  return entry
}

/** The folded words of a name with single spaces, as the catalog has it. */
export function plainWords(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function add<Key>(lists: Map<Key, Document[]>, key: Key, document: Document): void {
  const list = lists.get(key)
  if (list) list.push(document)
  else lists.set(key, [document])
}
