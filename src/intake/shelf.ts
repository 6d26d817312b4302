import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Converter } from '../library/convert/converter.ts'
import type { Document, Metadata } from '../library/document.ts'
import { UserError } from '../library/errors.ts'
import { splitFrontMatter } from '../library/front-matter.ts'
import { readFolder } from '../library/load.ts'
import { idOf } from '../library/read-document.ts'
import { fold } from '../vietnamese/normal-form.ts'
import { disk, removeLeftovers } from './files.ts'
import { hashOf, isKept } from './versions.ts'

/** The documents that are there, as far as an import has to know them. */
export interface Shelf {
  readonly folder: string
  /** The document made of the same file, or of the same text. */
  sameContent(bytes: Uint8Array, text: string): Document | undefined
  /** The document that is the same paper: number, issuer, kind and year. */
  samePaper(metadata: Metadata): Document | undefined
  /** Whether a file of that name is there, or a document with the id that the name would give. */
  isTaken(file: string): boolean
  /** The document with an id. */
  document(id: string): Document | undefined
  /** Notes what an import has published. */
  put(document: Document, original: string, instead?: Document): void
}

/** Reads the folder, which may be missing, and finishes or clears what a cut-off import has left there. */
export async function openShelf(folder: string, dataDir: string, converter: Converter): Promise<Shelf> {
  for (const place of [folder, join(dataDir, 'originals'), join(dataDir, 'versions')]) removeLeftovers(place)
  removeReplaced(folder, dataDir)
  const { documents } = existsSync(folder) ? await readFolder(folder, converter) : { documents: [] }
  return shelfOf(folder, documents)
}

/** The shelf of documents that are read already; of each its metadata and its text are looked at. */
export function shelfOf(folder: string, documents: readonly Document[]): Shelf {
  const byFile = new Map(documents.map((document) => [document.file, document]))
  const originals = new Map(documents.map((document) => [document.file, originalOf(folder, document.file)]))
  const document = (id: string) => [...byFile.values()].find((each) => each.id === id)
  return {
    folder,
    sameContent(bytes, text) {
      const hash = hashOf(bytes)
      const words = text.trim()
      for (const document of byFile.values()) {
        const original = originals.get(document.file)
        if (original && hash.startsWith(original.replace(/\..*$/, ''))) return document
        if (document.text.trim() === words || (!original && isFile(join(folder, document.file), bytes, hash)))
          return document
      }
      return undefined
    },
    samePaper(metadata) {
      for (const document of byFile.values()) if (isSamePaper(document.metadata, metadata)) return document
      return undefined
    },
    isTaken: (file) => existsSync(join(folder, file)) || document(idOf(file)) !== undefined,
    document,
    put(document, original, instead) {
      if (instead) byFile.delete(instead.file)
      byFile.set(document.file, document)
      originals.set(document.file, original)
    },
  }
}

/** Removes files whose document is a Markdown file beside them by now, and which are kept as its earlier version. */
function removeReplaced(folder: string, dataDir: string): void {
  if (!existsSync(folder)) return
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names) {
    if (/\.md$/i.test(name) || !existsSync(join(folder, name.replace(/\.[^./\\]+$/, '.md')))) continue
    const path = join(folder, name)
    if (statSync(path).isFile() && isKept(dataDir, idOf(name), readFileSync(path))) disk.remove(path)
  }
}

/** The name of the kept original that an imported file was made of. */
function originalOf(folder: string, file: string): string | undefined {
  if (!/\.md$/i.test(file)) return undefined
  try {
    return splitFrontMatter(readFileSync(join(folder, file), 'utf8'), file).frontMatter.original
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

function isFile(path: string, bytes: Uint8Array, hash: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  return size === bytes.length && hashOf(readFileSync(path)) === hash
}

/** Numbers begin anew with every year, so that papers of two years are two papers. */
function isSamePaper(a: Metadata, b: Metadata): boolean {
  if (a.number === undefined || b.number === undefined || a.textKind !== b.textKind) return false
  const year = ({ issuedOn, number }: Metadata) =>
    issuedOn?.slice(0, 4) ?? /\/((?:19|20)\d\d)\//.exec(number ?? '')?.[1]
  return (
    plain(a.number) === plain(b.number) && agree(a.issuer, b.issuer) && agree(a.kind, b.kind) && agree(year(a), year(b))
  )
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || plain(a) === plain(b)
}

function plain(words: string): string {
  return fold(words).replace(/\s+/g, '')
}
