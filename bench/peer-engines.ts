import { create, insertMultiple, search } from '@orama/orama'
import flexsearch from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import sqlite from 'node-sqlite3-wasm'
import type { Passage } from '../src/library/document.ts'
import { sectionPath } from '../src/library/quote.ts'
import type { Contender } from './contenders.ts'

interface Entry {
  readonly id: number
  readonly title: string
  readonly text: string
}

/** Other full-text engines as they come: title and text as fields, no options but those without which nothing is found. */
export const peerEngines = {
  'minisearch-plain': plainMiniSearch,
  flexsearch: flexSearch,
  orama,
  lunr: lunrIndex,
  'sqlite-fts5': sqliteFts,
} satisfies Record<string, (passages: readonly Passage[]) => Promise<Contender>>

function entriesOf(passages: readonly Passage[]): Entry[] {
  return passages.map(({ document, section, start, end }, id) => ({
    id,
    title: sectionPath(document, section).at(-1) ?? '',
    text: document.text.slice(start, end),
  }))
}

async function plainMiniSearch(passages: readonly Passage[]): Promise<Contender> {
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(entriesOf(passages))
  return {
    search: async (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => id as number),
  }
}

async function flexSearch(passages: readonly Passage[]): Promise<Contender> {
  const index = new flexsearch.Index()
  for (const { id, title, text } of entriesOf(passages)) index.add(id, `${title}\n${text}`)
  // A document must hold every word unless it is told to suggest.
  return { search: async (text, limit) => index.search(text, { limit, suggest: true }).map(Number) }
}

async function orama(passages: readonly Passage[]): Promise<Contender> {
  // Its own tokenizer takes Vietnamese letters for spaces.
  const tokenizer = { language: 'english', normalizationCache: new Map<string, string>(), tokenize: wordsOf }
  const index = create({ schema: { title: 'string', text: 'string' } as const, components: { tokenizer } })
  await insertMultiple(
    index,
    entriesOf(passages).map(({ id, title, text }) => ({ id: String(id), title, text })),
  )
  return {
    search: async (term, limit) => (await search(index, { term, limit })).hits.map(({ id }) => Number(id)),
  }
}

async function lunrIndex(passages: readonly Passage[]): Promise<Contender> {
  const index = lunr((builder) => {
    builder.ref('id')
    builder.field('title')
    builder.field('text')
    // Its stemmer and trimmer are for English and would cut Vietnamese letters away.
    builder.pipeline.reset()
    builder.searchPipeline.reset()
    for (const entry of entriesOf(passages)) builder.add(entry)
  })
  return {
    search: async (text, limit) =>
      index
        .query((query) => query.term(wordsOf(text), {}))
        .slice(0, limit)
        .map(({ ref }) => Number(ref)),
  }
}

async function sqliteFts(passages: readonly Passage[]): Promise<Contender> {
  const database = new sqlite.Database()
  database.exec(`CREATE VIRTUAL TABLE passages USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 0')`)
  const insert = database.prepare('INSERT INTO passages(rowid, title, text) VALUES (?, ?, ?)')
  database.exec('BEGIN')
  for (const { id, title, text } of entriesOf(passages)) insert.run([id + 1, title, text])
  database.exec('COMMIT')
  const select = database.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?')
  return {
    search: async (text, limit) => {
      const words = wordsOf(text).map((word) => `"${word}"`)
      return words.length === 0 ? [] : select.all([words.join(' OR '), limit]).map(({ rowid }) => Number(rowid) - 1)
    },
  }
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [])]
}
