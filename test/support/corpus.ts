import { type Corpus, corpusOf } from '../../src/library/corpus.ts'
import type { Block, BlockKind, Document } from '../../src/library/document.ts'
import { readDocument } from '../../src/library/read-document.ts'

/**
 * A document from a template string: indentation that all lines share is taken off, and the blank lines around it.
 *
 * @param file names the document; a file that ends in ".md" may have front matter
 */
export function documentOf(text: string, file = 'mau.txt'): Document {
  return readDocument(unindented(text), file)
}

/** A corpus from texts by file name, in the order given. */
export function corpusFrom(texts: Readonly<Record<string, string>>): Corpus {
  return corpusOf(Object.entries(texts).map(([file, text]) => documentOf(text, file)))
}

/** The words of every block of a kind. */
export function wordsOf(document: Document, ...kinds: readonly BlockKind[]): string[] {
  return document.blocks.filter(({ kind }) => kinds.includes(kind)).map((block) => wordsOfBlock(document, block))
}

/** The words of a block on one line. */
export function wordsOfBlock(document: Document, { start, end }: Pick<Block, 'start' | 'end'>): string {
  return document.text.slice(start, end).replace(/\s+/g, ' ')
}

/** The text without the indentation that all its lines share. */
export function unindented(text: string): string {
  const lines = text
    .replace(/^[ \t]*\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length)
  const shared = Math.min(...indents, 80)
  return lines.map((line) => line.slice(shared)).join('\n')
}
