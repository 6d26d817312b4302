import { decodeText } from '../decode.ts'
import { UserError } from '../errors.ts'
import type { Converted } from './converted.ts'
import { readOldVietnamese, shareOfSyllables } from './old-encodings.ts'

/** Reads plain text or Markdown; text in an old encoding becomes Unicode, and that is said. */
export function readText(bytes: Uint8Array, name: string, kind: 'text' | 'markdown'): Converted {
  const { text, note } = decodeAny(bytes, name)
  return { kind, text, machineRead: false, margins: [], warnings: note ? [note] : [] }
}

/**
 * Decodes UTF-8, UTF-16 and the old Vietnamese encodings, told from the bytes.
 *
 * @param name for the error message
 * @throws UserError when the bytes are empty, binary, or in an encoding that cannot be told
 */
export function decodeAny(bytes: Uint8Array, name: string): { readonly text: string; readonly note?: string } {
  const wide = unmarkedUtf16(bytes)
  if (wide !== undefined) return { text: wide }
  let refusal: UserError
  try {
    return { text: decodeText(bytes, name) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    refusal = error
  }
  const isMarked = bytes[0] === 0xff || bytes[0] === 0xfe
  const old = isMarked || bytes.includes(0) ? undefined : readOldVietnamese(bytes)
  if (!old) throw refusal
  return { text: old.text, note: `chuyển từ bảng mã cũ ${old.encoding}; hãy kiểm tra dấu` }
}

/** UTF-16 without its mark: every other byte of the ASCII letters and line ends is zero, and the words are Vietnamese. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 8 || bytes.length % 2 !== 0) return undefined
  const sample = bytes.subarray(0, 4000)
  const zeros = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
  })
  const half = sample.length / 2
  const encoding =
    zeros[1]! > half / 2 && zeros[0] === 0
      ? 'utf-16le'
      : zeros[0]! > half / 2 && zeros[1] === 0
        ? 'utf-16be'
        : undefined
  if (!encoding) return undefined
  const text = new TextDecoder(encoding, { fatal: false }).decode(bytes)
  return !text.includes('\ufffd') && shareOfSyllables(text) >= 0.9 ? text : undefined
}
