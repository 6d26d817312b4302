import { createHash } from 'node:crypto'
import type { Document } from '../../library/document.ts'
import type { SearchFilter } from '../engine.ts'
import { filterValuesOf } from '../filter.ts'
import type { KnownTerm } from '../known-terms.ts'

/** Raised with every change of the analyser, the fields or the layout: an older index is then built anew. */
export const layoutVersion = 1

/** A shard for so many passages: below that one is quickest. */
const passagesToAShard = 250_000

/** Longer words are shortened: the engine takes no more than 32 kilobytes, and nobody types them. */
const longestName = 200

/** What an index says of itself. */
export interface VersionNotes {
  /** All passages are in it. */
  readonly complete: boolean
  /** Passages put in or taken out since it was last built from nothing. */
  readonly changed: number
}

/** While an index is filled it has no second copy: indexing a passage costs the nodes far more than copying what was indexed. */
export const fillingSettings = { number_of_replicas: 0, auto_expand_replicas: 'false' } as const

/** A full index has a second copy wherever there is a second node. */
export const servingSettings = { auto_expand_replicas: '0-1' } as const

/**
 * An index for so many passages, to be filled. Terms come with how much they count, so nothing is analysed, nothing but terms and
 * filters is kept, and a score is a sum of products, the same on every copy of a shard.
 */
export function indexBody(passages: number, notes: VersionNotes) {
  return {
    settings: {
      index: {
        number_of_shards: Math.max(1, Math.ceil(passages / passagesToAShard)),
        refresh_interval: '-1',
        ...fillingSettings,
      },
    },
    mappings: {
      dynamic: 'strict',
      _source: { enabled: false },
      _meta: { ...notes },
      properties: {
        terms: { type: 'rank_features' },
        prior: { type: 'float', index: false },
        position: { type: 'integer', index: false },
        document: { type: 'keyword' },
        place: { type: 'keyword' },
        kind: { type: 'keyword' },
        year: { type: 'integer' },
      },
    },
  } as const
}

/**
 * What is kept of a passage, as a line of JSON.
 * @param terms a JSON object
 * @param position decides between equal scores
 */
export function entryOf(document: Document, terms: string, prior: number, position: number): string {
  const others = JSON.stringify({ ...filterValuesOf(document), prior, position })
  return `{"terms":${terms},${others.slice(1)}`
}

/**
 * The best passages for the terms: the sum of weight × impact, times the passage's prior.
 * @param documents ids of all documents in the index
 */
export function searchBody(
  terms: readonly KnownTerm[],
  filter: SearchFilter,
  size: number,
  documents: ReadonlySet<string>,
) {
  return {
    size,
    track_total_hits: false,
    query: {
      function_score: {
        query: {
          bool: {
            ...limitsOf(filter, documents),
            should: terms.map(({ term, weight }) => ({
              rank_feature: { field: `terms.${nameOf(term)}`, boost: weight / 255, linear: {} },
            })),
            minimum_should_match: 1,
          },
        },
        field_value_factor: { field: 'prior' },
        boost_mode: 'multiply',
      },
    },
    sort: [{ _score: 'desc' }, { position: 'asc' }],
  }
}

function limitsOf({ documents, places, kinds, years }: SearchFilter, all: ReadonlySet<string>) {
  // Most people may see most documents: the few others are then the shorter list.
  const most = documents && documents.size > all.size / 2
  const limits = { document: most ? undefined : documents, place: places, kind: kinds, year: years }
  return {
    filter: Object.entries(limits).flatMap(([field, values]) => (values ? [oneOf(field, [...values])] : [])),
    must_not: most
      ? [
          oneOf(
            'document',
            [...all].filter((id) => !documents.has(id)),
          ),
        ]
      : [],
  }
}

/** Most values that the engine takes in one list. */
const mostValues = 65_536

function oneOf(field: string, values: readonly (string | number)[]): object {
  if (values.length <= mostValues) return { terms: { [field]: values } }
  const parts = Array.from({ length: Math.ceil(values.length / mostValues) }, (_, i) => {
    return { terms: { [field]: values.slice(i * mostValues, (i + 1) * mostValues) } }
  })
  return { bool: { should: parts, minimum_should_match: 1 } }
}

function nameOf(term: string): string {
  return term.split(' ').map(wordName).join(' ')
}

/** A word as a name in the index; the engine reads a dot in a name as a path. */
export function wordName(word: string): string {
  if (word.length > longestName) return `#${createHash('sha256').update(word).digest('hex')}`
  return word.replaceAll('.', '\u2024')
}
