import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { IndexContent } from './corpus-index.ts'
import type { Postings, Segment } from './segment.ts'
import { Vocabulary } from './vocabulary.ts'

/** Raised with every change of the analyser, the fields or the layout: an older file is then built anew. */
const version = 4
const magic = 'HDVB'
const preamble = 16

/** Read and written in pieces, so that the event loop stays free. */
const pieceSize = 1 << 20

/** Why a snapshot is not used, or that it could not be written. */
export type SnapshotProblem = 'missing' | 'foreign' | 'other-version' | 'other-corpus' | 'damaged' | 'not-saved'

const arrayTypes = { Uint8Array, Uint16Array, Uint32Array }
type ArrayType = keyof typeof arrayTypes
type FlatArray = Uint8Array | Uint16Array | Uint32Array

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
  let checksum = 0
  const places = arrays.map((array) => {
    const place = { type: array.constructor.name as ArrayType, offset: size, length: array.length }
    checksum = crc32(bytesOf(array), checksum)
    size += padded(array.byteLength)
    return place
  })
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
    for (const array of arrays) {
      const bytes = bytesOf(array)
      for (let at = 0; at < bytes.length; at += pieceSize) await file.writeFile(bytes.subarray(at, at + pieceSize))
      await file.writeFile(new Uint8Array(padded(bytes.length) - bytes.length))
    }
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
    const bytes = new Uint8Array(header.size)
    for (let at = 0; at < header.size; ) {
      const read = await file.read(bytes, at, Math.min(pieceSize, header.size - at), first + at)
      if (read.bytesRead === 0) return 'damaged'
      at += read.bytesRead
    }
    if (!(await isIntact(header, bytes))) return 'damaged'
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

async function isIntact({ arrays, checksum }: Header, bytes: Uint8Array): Promise<boolean> {
  let actual = 0
  for (const { type, offset, length } of arrays) {
    const end = offset + length * arrayTypes[type].BYTES_PER_ELEMENT
    for (let at = offset; at < end; at += pieceSize) {
      actual = crc32(bytes.subarray(at, Math.min(end, at + pieceSize)), actual)
      await new Promise(setImmediate)
    }
  }
  return actual === checksum
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
function contentOf(header: Header, buffer: ArrayBuffer): IndexContent {
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

function bytesOf(array: FlatArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}
