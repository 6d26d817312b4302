import { type FileHandle, mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as immediate } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { IndexContent } from './corpus-index.ts'
import type { Postings, Segment } from './segment.ts'
import { Vocabulary } from './vocabulary.ts'

/** Raised with every change of the analyser, the fields or the layout: an older file is then built anew. */
const version = 5
const magic = 'HDVB'
const preamble = 16

/** Read and written in pieces, so that the event loop stays free; read so many pieces ahead of the one that is checked. Bytes. */
const pieceSize = 1 << 22
const ahead = 4

/** Why a snapshot is not used, or that it could not be written. */
export type SnapshotProblem = 'missing' | 'foreign' | 'other-version' | 'other-corpus' | 'damaged' | 'not-saved'

type FlatArray = Uint8Array | Uint16Array | Uint32Array
type View = new (buffer: ArrayBufferLike, offset: number, length: number) => FlatArray
type ArrayType = 'Uint8Array' | 'Uint16Array' | 'Uint32Array'
const arrayTypes: Readonly<Record<ArrayType, View>> = { Uint8Array, Uint16Array, Uint32Array }

interface Header {
  readonly key: string
  readonly checksum: number
  readonly size: number
  readonly passages: readonly number[]
  readonly defined: readonly (readonly [string, string])[]
  readonly arrays: readonly { readonly type: ArrayType; readonly offset: number; readonly length: number }[]
}

/**
 * Writes an index to a file: preamble with the header's length and checksum, header as JSON, then the arrays, each at a multiple of eight bytes. The file appears whole or
 * not at all.
 * @param key names the content: the same documents must give the same key
 */
export async function saveSnapshot(path: string, key: string, content: IndexContent): Promise<void> {
  const arrays = flatArrays(content)
  let size = 0
  const places = arrays.map((array) => {
    const place = { type: array.constructor.name as ArrayType, offset: size, length: array.length }
    size += padded(array.byteLength)
    return place
  })
  let checksum = 0
  for (const piece of piecesOf(arrays)) {
    checksum = crc32(piece, checksum)
    await immediate()
  }
  const header: Header = {
    key,
    checksum,
    size,
    passages: content.segments.map(({ passages }) => passages),
    defined: [...content.defined],
    arrays: places,
  }
  const json = Buffer.from(JSON.stringify(header))
  const start = Buffer.alloc(preamble + padded(json.length))
  start.write(magic, 0, 'latin1')
  start.writeUInt32LE(version, 4)
  start.writeUInt32LE(json.length, 8)
  start.writeUInt32LE(crc32(json), 12)
  json.copy(start, preamble)
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}.part`
  const file = await open(unfinished, 'w')
  try {
    await file.writeFile(start)
    for (const piece of piecesOf(arrays)) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, path)
}

/** Reads an index back; its arrays point into the bytes read. Damage is noticed before anything is used. */
export async function loadSnapshot(path: string, key: string): Promise<IndexContent | SnapshotProblem> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return 'missing'
  try {
    const start = Buffer.alloc(preamble)
    const { bytesRead } = await file.read(start, 0, preamble, 0)
    if (bytesRead < preamble || start.toString('latin1', 0, 4) !== magic) return 'foreign'
    if (start.readUInt32LE(4) !== version) return 'other-version'
    const { size: fileSize } = await file.stat()
    const headerLength = start.readUInt32LE(8)
    if (preamble + headerLength > fileSize) return 'damaged'
    const json = Buffer.alloc(headerLength)
    await file.read(json, 0, headerLength, preamble)
    if (crc32(json) !== start.readUInt32LE(12)) return 'damaged'
    const header = parseHeader(json)
    if (!header) return 'damaged'
    if (header.key !== key) return 'other-corpus'
    const first = preamble + padded(headerLength)
    if (fileSize !== first + header.size) return 'damaged'
    // Shared memory is not charged to this thread's heap: a hundred megabytes more on it at once would make V8 go through everything the
    // library holds, which takes twice as long as reading them; and the thread that builds an update reads the words without a copy.
    const bytes = new Uint8Array(new SharedArrayBuffer(header.size))
    if ((await readAll(file, bytes, first)) !== header.checksum) return 'damaged'
    return contentOf(header, bytes.buffer)
  } finally {
    await file.close()
  }
}

function parseHeader(json: Buffer): Header | undefined {
  try {
    return JSON.parse(json.toString()) as Header
  } catch {
    return undefined
  }
}

/**
 * Fills `bytes` from a place in the file; each piece is checked while the next ones are being read.
 *
 * @returns their checksum; undefined when the file ends too early or cannot be read
 */
async function readAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<number | undefined> {
  const pieces: { readonly piece: Uint8Array; readonly whole: Promise<boolean> }[] = []
  let checksum = 0
  for (let checked = 0, asked = 0; checked < bytes.length; checked += pieceSize) {
    for (; asked < bytes.length && asked <= checked + ahead * pieceSize; asked += pieceSize) {
      const piece = bytes.subarray(asked, asked + pieceSize)
      pieces.push({ piece, whole: readPiece(file, piece, position + asked).catch(() => false) })
    }
    const { piece, whole } = pieces.shift()!
    if (!(await whole)) return undefined
    checksum = crc32(piece, checksum)
  }
  return checksum
}

async function readPiece(file: FileHandle, piece: Uint8Array, position: number): Promise<boolean> {
  for (let at = 0; at < piece.length; ) {
    const { bytesRead } = await file.read(piece, at, piece.length - at, position + at)
    if (bytesRead === 0) return false
    at += bytesRead
  }
  return true
}

function flatArrays({ vocabulary, segments }: IndexContent): FlatArray[] {
  const { units, starts, slots, foldedHashes, foldedWords } = vocabulary.arrays
  return [
    ...[units, starts, slots, foldedHashes, foldedWords],
    ...segments.flatMap(({ tokens, fieldStarts, words, pairs }) => [
      tokens,
      fieldStarts,
      ...postingArrays(words),
      ...postingArrays(pairs),
    ]),
  ]
}

function postingArrays({ keys, starts, passages, impacts }: Postings): FlatArray[] {
  return [keys, starts, passages, impacts]
}

/** The inverse of `flatArrays`: takes the arrays in the same order. */
function contentOf(header: Header, buffer: ArrayBufferLike): IndexContent {
  let at = 0
  const next = <T extends FlatArray>(): T => {
    const { type, offset, length } = header.arrays[at++]!
    // The file says which type stands here, and it was written by `flatArrays` in this order.
    return new arrayTypes[type](buffer, offset, length) as T
  }
  const postings = (): Postings => ({ keys: next(), starts: next(), passages: next(), impacts: next() })
  const vocabulary = new Vocabulary({
    units: next(),
    starts: next(),
    slots: next(),
    foldedHashes: next(),
    foldedWords: next(),
  })
  const segments: Segment[] = header.passages.map((passages) => ({
    passages,
    tokens: next(),
    fieldStarts: next(),
    words: postings(),
    pairs: postings(),
  }))
  return { vocabulary, segments, defined: new Map(header.defined) }
}

/** The bytes of the file behind its header: after each array as many zeros as bring the next one to a multiple of eight. */
function* piecesOf(arrays: readonly FlatArray[]): Generator<Uint8Array> {
  for (const { buffer, byteOffset, byteLength } of arrays) {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength)
    for (let at = 0; at < byteLength; at += pieceSize) yield bytes.subarray(at, at + pieceSize)
    yield new Uint8Array(padded(byteLength) - byteLength)
  }
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}
