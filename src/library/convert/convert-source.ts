import { UserError } from '../errors.ts'
import type { Converted, ConvertOptions } from './converted.ts'
import { readOldVietnamese, shareOfSyllables } from './old-encodings.ts'
import { BadPackage } from './package-parts.ts'
import { sourceKindOf } from './source-kind.ts'

/**
 * Reads a file of any kind as text. Its kind is told from its bytes. Hostile files can take long and much memory here: see
 * `createConverter`.
 *
 * @param name of the file, for messages
 * @throws UserError when the file cannot be read, with the way out
 */
export async function convertSource(bytes: Uint8Array, name: string, options: ConvertOptions = {}): Promise<Converted> {
  const kind = sourceKindOf(bytes, name)
  try {
    return inUnicode(await converted(bytes, name, kind, options))
  } catch (error) {
    if (error instanceof UserError) throw error
    const reason = error instanceof BadPackage ? error.message : 'bị hỏng'
    throw new UserError(`Tệp “${name}” không đọc được (${reason}); hãy mở bằng chương trình gốc và lưu lại.`, {
      cause: error,
    })
  }
}

async function converted(
  bytes: Uint8Array,
  name: string,
  kind: Converted['kind'],
  options: ConvertOptions,
): Promise<Converted> {
  if (kind === 'text' || kind === 'markdown') return (await import('./text.ts')).readText(bytes, name, kind)
  if (kind === 'html') return (await import('./html.ts')).readHtml(bytes, name)
  if (kind === 'docx') return emptyRefused(await (await import('./docx.ts')).readDocx(bytes), name)
  return (await import('./pdf.ts')).readPdf(bytes, name, options)
}

function emptyRefused(read: Converted, name: string): Converted {
  if (read.text.trim() === '')
    throw new UserError(`Tệp “${name}” không có chữ nào (có thể chỉ có ảnh quét); hãy xuất ra .pdf rồi nhập với --ocr.`)
  return read
}

/** Documents set in fonts from before Unicode hold the letters of their old encoding. */
function inUnicode(read: Converted): Converted {
  if (read.kind === 'text' || read.kind === 'markdown' || read.machineRead) return read
  if (
    /[^\0-\u00ff\u2010-\u2026]/.test(read.text.slice(0, 20_000)) ||
    shareOfSyllables(read.text.slice(0, 20_000)) >= 0.5
  )
    return read
  const old = readOldVietnamese(read.text)
  return old
    ? {
        ...read,
        text: old.text,
        warnings: [...read.warnings, `chuyển từ phông chữ cũ ${old.encoding}; hãy kiểm tra dấu`],
      }
    : read
}
