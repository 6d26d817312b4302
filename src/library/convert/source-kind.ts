import { extname } from 'node:path'
import { UserError } from '../errors.ts'
import type { SourceKind } from './converted.ts'

/**
 * What a file is, by its bytes; the name tells only plain text from Markdown.
 *
 * @param name for the error message
 * @throws UserError when it is nothing that can be read, with the way out.
 */
export function sourceKindOf(bytes: Uint8Array, name: string): SourceKind {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004')) return packageKind(bytes, name)
  for (const [sign, what, wayOut] of foreign) {
    if (sign.test(start)) throw new UserError(`Tệp “${name}” là ${what}; ${wayOut}.`)
  }
  const words = start.startsWith('ÿþ') || start.startsWith('þÿ') ? start.replaceAll('\0', '') : start
  if (htmlStart.test(words)) return 'html'
  const ending = extname(name).toLowerCase()
  if (ending === '.md') return 'markdown'
  if (textNames.has(ending)) return 'text'
  throw new UserError(
    `Tệp “${name}” không thuộc loại đọc được (.docx, .pdf, .html, .txt, .md); hãy chuyển sang một trong các loại này.`,
  )
}

/** Names under which plain text is taken for a document; tables of a program or settings are not. */
const textNames = new Set(['.txt', '.text', '.docx', '.doc', '.pdf', '.html', '.htm', '.rtf'])

const htmlStart =
  /^(?:ï»¿|ÿþ|þÿ)?(?:\s|<\?xml[^>]{0,200}\?>|<!--[^>]{0,2000}-->)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i

const asDocx = 'hãy mở bằng Word hoặc LibreOffice và lưu lại dưới dạng .docx'

/** Kinds that people have and that are not read, told from their first bytes. */
const foreign: readonly (readonly [RegExp, string, string])[] = [
  [/^ÐÏ\u0011à¡±\u001aá/, 'tài liệu Office kiểu cũ (.doc, .xls, .ppt) hoặc có mật khẩu', asDocx],
  [/^\{\\rtf/, 'tài liệu RTF', asDocx],
  [
    /^(?:From:|MIME-Version:)[\s\S]{0,2000}multipart\/related/i,
    'trang web lưu dạng .mht',
    'hãy lưu lại trang dưới dạng .html',
  ],
  [
    /^(?:ÿØÿ|\u0089PNG|GIF8|BM[\s\S]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/,
    'ảnh',
    'hãy chuyển ảnh chụp văn bản thành .pdf rồi nhập với --ocr',
  ],
  [/^(?:Rar!|7z¼¯|\u001f\u008b)/, 'tệp nén', 'hãy giải nén và nhập từng tệp'],
]

function packageKind(bytes: Uint8Array, name: string): SourceKind {
  const listing = Buffer.from(bytes).toString('latin1')
  if (listing.includes('word/document')) return 'docx'
  const what = listing.includes('xl/workbook')
    ? 'bảng tính (.xlsx)'
    : listing.includes('ppt/presentation')
      ? 'bản trình chiếu (.pptx)'
      : listing.includes('opendocument')
        ? 'tài liệu OpenDocument (.odt)'
        : undefined
  if (what) throw new UserError(`Tệp “${name}” là ${what}; hãy chuyển sang .docx hoặc .pdf.`)
  throw new UserError(`Tệp “${name}” là tệp nén, không phải văn bản; hãy giải nén và chuyển từng tệp.`)
}
