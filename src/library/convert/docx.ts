import mammoth from 'mammoth'
import type { Converted } from './converted.ts'
import { documentOf } from './dom.ts'
import { markdownOf } from './markdown-of-html.ts'
import { openPackage, type PackageParts } from './package-parts.ts'
import { tidied } from './tidy-lines.ts'
import { withLabels } from './word-labels.ts'

/**
 * Reads a Word document: body with headings, lists and tables. Heads and feet of its pages are margins.
 *
 * @throws BadPackage when the package is damaged, hostile, or holds macros
 */
export async function readDocx(bytes: Uint8Array): Promise<Converted> {
  const parts = openPackage(bytes)
  const { value: html } = await mammoth.convertToHtml(numberedFile(parts), {
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    styleMap,
    ignoreEmptyParagraphs: true,
  })
  const { text, headless } = markdownOf(documentOf(html).body)
  const pictures = parts.names.filter((name) => /^word\/media\//.test(name)).length
  const warnings = [
    ...(headless > 0 ? [`${headless} bảng không rõ dòng tiêu đề; hãy kiểm tra tên các cột`] : []),
    ...(pictures > 0 ? [`${pictures} ảnh trong tệp không được đọc`] : []),
  ]
  return { kind: 'docx', text: tidied(text), machineRead: false, margins: marginsOf(parts), warnings }
}

/** The package as mammoth reads it: with the automatic numbers as text, and no numbering of which mammoth would make its own. */
function numberedFile(parts: PackageParts): { buffer: Buffer } {
  const names = new Set(parts.names.filter((name) => !/^word\/numbering\d*\.xml$/.test(name)))
  const file = {
    exists: (name: string) => names.has(name),
    async read(name: string): Promise<string> {
      const xml = parts.xml(name) ?? ''
      return /^word\/document\d*\.xml$/.test(name) ? withLabels(xml, parts) : xml
    },
  }
  // An opened package is taken as `file` as well as bytes are as `buffer`; the types know only of the second.
  return { file } as unknown as { buffer: Buffer }
}

/** Styles of headings in Vietnamese and English Word; a title of Word's own kind is a heading of the first rank. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  'u => ',
  'strike => ',
  'comment-reference => ',
]

/** The words in heads and feet of the pages, in shapes there too: stamps and watermarks stand in them. */
function marginsOf(parts: PackageParts): string[] {
  const lines: string[] = []
  for (const name of parts.names) {
    if (!/^word\/(?:header|footer)\d*\.xml$/i.test(name)) continue
    const xml = parts.xml(name) ?? ''
    for (const paragraph of xml.split(/<\/w:p>/)) {
      const words = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
      if (words.trim() !== '') lines.push(words)
    }
    for (const [, words] of xml.matchAll(/<v:textpath\s[^>]*?string="([^"]*)"/g)) if (words) lines.push(words)
  }
  return lines
}
