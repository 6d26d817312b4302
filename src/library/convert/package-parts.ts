import { inflateRawSync } from 'node:zlib'

/** The package cannot be read, or holds what no document needs; the message says what, in Vietnamese. */
export class BadPackage extends Error {}

/** Most bytes that the parts of a package may have together, and one of them that is read as XML. */
const mostBytes = 300 * 1024 * 1024
const mostXml = 60 * 1024 * 1024
const mostParts = 20_000

/** The parts of a zip package that are XML, each inflated once within bounds. */
export interface PackageParts {
  readonly names: readonly string[]
  /** The text of an XML part; undefined when there is none. */
  xml(name: string): string | undefined
}

/**
 * Reads the directory of a zip package and checks that it is what it says: the parts no larger than declared, all together within
 * bounds, no macros, no definitions of entities. What another program then unpacks has passed these checks.
 *
 * Format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16.
 * @throws BadPackage
 */
export function openPackage(bytes: Uint8Array): PackageParts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directoryOf(buffer)
  let total = 0
  for (const entry of entries.values()) total += entry.size
  if (total > mostBytes) throw new BadPackage('giải nén ra quá lớn')
  for (const name of entries.keys()) if (/vbaProject|macros?\//i.test(name)) throw new BadPackage('có macro')
  const texts = new Map<string, string>()
  for (const [name, entry] of entries) {
    const isXml = /\.(?:xml|rels)$/i.test(name)
    const content = inflated(buffer, entry, isXml ? mostXml : mostBytes)
    if (!isXml) continue
    const text = content.toString('utf8')
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new BadPackage('có khai báo thực thể XML')
    texts.set(name, text)
  }
  return { names: [...entries.keys()], xml: (name) => texts.get(name) }
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

function directoryOf(buffer: Buffer): Map<string, Entry> {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > buffer.length) throw new BadPackage('bị cắt cụt hoặc hỏng')
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  if (count > mostParts) throw new BadPackage('có quá nhiều phần')
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) throw new BadPackage('bị cắt cụt hoặc hỏng')
    const flags = buffer.readUInt16LE(at + 8)
    if (flags & 1) throw new BadPackage('có mật khẩu')
    const nameLength = buffer.readUInt16LE(at + 28)
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)
    // The same name twice would let two readers see two documents.
    if (entries.has(name)) throw new BadPackage('bị cắt cụt hoặc hỏng')
    entries.set(name, {
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function inflated(buffer: Buffer, { method, packed, size, offset }: Entry, most: number): Buffer {
  if (size > most) throw new BadPackage('giải nén ra quá lớn')
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== 0x04034b50)
    throw new BadPackage('bị cắt cụt hoặc hỏng')
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const content = buffer.subarray(start, start + packed)
  if (content.length !== packed) throw new BadPackage('bị cắt cụt hoặc hỏng')
  if (method === 0) return content
  if (method !== 8) throw new BadPackage('nén theo cách không đọc được')
  let out: Buffer
  try {
    out = inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const tooLong = error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new BadPackage(tooLong ? 'giải nén ra lớn hơn đã khai' : 'bị cắt cụt hoặc hỏng')
  }
  if (out.length !== size) throw new BadPackage('bị cắt cụt hoặc hỏng')
  return out
}
