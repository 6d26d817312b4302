import { UserError } from './errors.ts'

/**
 * Reads the bytes of a text file: UTF-8, or UTF-16 with a byte-order mark. The byte-order mark is not part of the text.
 *
 * @param file name for the error message
 * @throws UserError when the bytes are empty, binary, or in another encoding.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length === 0)
    throw new UserError(`Tệp “${file}” trống; hãy thay bằng tệp có nội dung hoặc xóa khỏi thư mục.`)
  const encoding = markedEncoding(bytes)
  if (encoding === 'utf-8' && bytes.includes(0)) {
    throw new UserError(`Tệp “${file}” không phải văn bản (dữ liệu nhị phân); hãy lưu lại dưới dạng .txt hoặc .md.`)
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.trim() === '')
      throw new UserError(`Tệp “${file}” không có chữ nào; hãy thay bằng tệp có nội dung hoặc xóa khỏi thư mục.`)
    return text
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`Tệp “${file}” không dùng bảng mã UTF-8; hãy mở và lưu lại với bảng mã UTF-8.`, {
      cause: error,
    })
  }
}

function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
