import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

const magic = 'HDVT'
/** Magic, checksum, number of parts; then the length of each part, then the parts. */
const preamble = 12

/** Names what a code has read of a file with this content. */
export function volumeKey(code: string, file: string, bytes: Uint8Array): string {
  return createHash('sha256').update(`${code}\n${file}\n`).update(bytes).digest('hex').slice(0, 32)
}

/** The parts that were kept under a key; what cannot be used is told by name. */
export function loadVolume(folder: string, key: string): Uint8Array[] | 'missing' | 'damaged' {
  let bytes: Buffer
  try {
    bytes = readFileSync(fileOf(folder, key))
  } catch {
    return 'missing'
  }
  if (bytes.length < preamble || bytes.toString('latin1', 0, 4) !== magic) return 'damaged'
  if (crc32(bytes.subarray(8)) !== bytes.readUInt32LE(4)) return 'damaged'
  const count = bytes.readUInt32LE(8)
  let at = preamble + count * 4
  return Array.from({ length: count }, (_, i) => {
    const length = bytes.readUInt32LE(preamble + i * 4)
    // A copy of its own, which can be handed to another thread.
    const part = new Uint8Array(bytes.subarray(at, at + length))
    at += length
    return part
  })
}

/** Keeps parts under a key. The file appears whole or not at all. */
export function saveVolume(folder: string, key: string, parts: readonly Uint8Array[]): void {
  const head = Buffer.alloc(preamble + parts.length * 4)
  head.write(magic, 0, 'latin1')
  head.writeUInt32LE(parts.length, 8)
  parts.forEach((part, i) => {
    head.writeUInt32LE(part.length, preamble + i * 4)
  })
  const bytes = Buffer.concat([head, ...parts])
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4)
  mkdirSync(folder, { recursive: true })
  const unfinished = `${fileOf(folder, key)}.${process.pid}.part`
  try {
    writeFileSync(unfinished, bytes)
    renameSync(unfinished, fileOf(folder, key))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** Removes what is kept under other keys: nothing stays of a document that is gone. */
export function keepVolumes(folder: string, keys: ReadonlySet<string>): void {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return
  }
  for (const name of names) if (!keys.has(name.replace(/\.volume$/, ''))) rmSync(join(folder, name), { force: true })
}

function fileOf(folder: string, key: string): string {
  return join(folder, `${key}.volume`)
}
