import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Document, Passage } from '../src/library/document.ts'

export interface TestQuery {
  readonly id: string
  readonly text: string
  /** Where the question comes from; figures are also given by source. */
  readonly src?: string
}

/** A corpus with questions and, for each question, the ids of the passages that answer it and how well. */
export interface TestSet {
  readonly passages: readonly Passage[]
  /** Record id of each passage. */
  readonly ids: readonly string[]
  readonly queries: readonly TestQuery[]
  readonly relevant: ReadonlyMap<string, ReadonlyMap<string, number>>
}

interface CorpusRecord {
  readonly id: string
  readonly title?: string
  readonly text: string
  /** "Điều 5 Luật số 57/2020/QH14 …": the article and its document, as the codification of law writes it. */
  readonly source?: string
  readonly topic?: string
  readonly chapter?: string
}

/**
 * Reads corpus, queries and qrels (JSON lines, plain or gzip) from a folder.
 * @throws Error with one sentence that names the missing file.
 */
export function readTestSet(folder: string, questions: 'queries' | 'cite-queries' = 'queries'): TestSet {
  const records = readLines<CorpusRecord>(folder, 'corpus')
  const queries = readLines<TestQuery>(folder, questions)
  const labels = readLines<{ q: string; d: string; s?: number }>(folder, questions.replace('queries', 'qrels'))
  const relevant = new Map<string, Map<string, number>>()
  for (const { q, d, s } of labels) {
    if (s === 0) continue
    const answers = relevant.get(q) ?? new Map<string, number>()
    relevant.set(q, answers.set(d, s ?? 1))
  }
  return {
    passages: passagesOf(records),
    ids: records.map((record) => record.id),
    queries: queries.filter((query) => relevant.has(query.id)),
    relevant,
  }
}

/** @throws Error with one sentence that names the missing file. */
export function checkTestSet(folder: string): void {
  for (const name of ['corpus', 'queries', 'qrels']) foundPath(folder, name)
}

function foundPath(folder: string, name: string): string {
  const path = pathOf(folder, name)
  if (path === undefined) throw new Error(`${folder} has no ${name}.jsonl or ${name}.jsonl.gz`)
  return path
}

function pathOf(folder: string, name: string): string | undefined {
  return [`${name}.jsonl`, `${name}.jsonl.gz`].map((file) => join(folder, file)).find((path) => existsSync(path))
}

function readLines<T>(folder: string, name: string): T[] {
  const path = foundPath(folder, name)
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line) as T]
    } catch {
      throw new Error(`${path}: line ${i + 1} is not JSON`)
    }
  })
}

/** Each record becomes a document of one passage; the document's name is known wherever one of its articles tells it. */
function passagesOf(records: readonly CorpusRecord[]): Passage[] {
  const names = new Map<string, string>()
  const sources = records.map((record) => readSource(record.source ?? ''))
  for (const { number, name } of sources) {
    if (number && name.length > (names.get(number)?.length ?? 0)) names.set(number, name)
  }
  return records.map((record, index) => {
    const { article, number, kind, name } = sources[index]!
    const title = (number ? names.get(number) : undefined) ?? name
    const headings = [
      ...(record.topic ? [{ mark: 'part', label: '', heading: record.topic } as const] : []),
      ...(record.chapter ? [{ mark: 'chapter', label: '', heading: record.chapter } as const] : []),
      ...(record.title || article ? [{ mark: 'article', label: article, heading: record.title ?? '' } as const] : []),
    ]
    const span = { start: 0, end: record.text.length }
    const document: Document = {
      id: record.id,
      file: record.id,
      metadata: {
        title,
        ...(number ? { number } : {}),
        ...(kind ? { kind } : {}),
        status: 'unknown',
        textKind: 'original',
      },
      text: record.text,
      blocks: [],
      sections: [
        { mark: 'document', depth: 0, label: '', heading: '', parent: -1, span },
        ...headings.map((heading, i) => ({ ...heading, depth: i + 1, parent: i, span })),
      ],
    }
    return { index, document, section: headings.length, ...span }
  })
}

/** "Điều 2 Luật số 57/2020/QH14 Luật Thanh niên ngày …, có hiệu lực …" in its parts; what is missing is empty. */
function readSource(source: string) {
  const text = source.replace(/\s+/g, ' ').trim()
  const article = text.match(/^Điều\s+\S+/)?.[0] ?? ''
  const rest = text.slice(article.length).trim()
  const head = rest.split(/,?\s*có (?:hiệu lực|nội dung)/)[0]!.trim()
  const numbered = head.match(/^(.{0,40}?)\s+số:?\s+(\S*\d\S*)\s*(.*)$/u)
  if (!numbered)
    return { article, number: '', kind: head.match(/^(Bộ luật|Luật)/)?.[0].toLowerCase() ?? '', name: head }
  const [, kind = '', number = '', name = ''] = numbered
  return { article, number: number.replace(/,$/, ''), kind: kind.toLowerCase(), name: `${kind} ${name}`.trim() }
}
