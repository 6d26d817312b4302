import { fold } from '../vietnamese/normal-form.ts'
import type { Document, Source } from './document.ts'
import { UserError } from './errors.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readHead } from './head.ts'
import { pageStarts } from './lines.ts'
import { structureOf } from './structure.ts'

/** What is known about a text before it is read. */
interface KnownSource {
  readonly source?: Source
  readonly machineRead?: boolean
}

/**
 * Builds a document from the content of a text or Markdown file.
 *
 * @param file path inside the corpus folder, with forward slashes; names the document and its id
 * @param known what the form of the source says; the front matter goes before it
 * @throws UserError when the front matter cannot be read, or nothing stands below it.
 */
export function readDocument(content: string, file: string, known: KnownSource = {}): Document {
  const { frontMatter, body } = /\.md$/i.test(file)
    ? splitFrontMatter(content, file)
    : { frontMatter: {}, body: content }
  if (body !== content && body.trim() === '')
    throw new UserError(`Tệp “${file}” không có nội dung dưới phần khai báo; hãy bổ sung hoặc xóa khỏi thư mục.`)
  const { blocks, sections, title, head, signature } = structureOf(body)
  const pages = pageStarts(body)
  const unnamed = {
    id: frontMatter.id ?? idOf(file),
    file,
    text: body,
    blocks,
    sections,
    ...(head && { head }),
    ...(signature && { signature }),
    ...(pages && { pages }),
  }
  const metadata = readHead(unnamed, title, frontMatter)
  const source = metadata.source || known.source ? { ...metadata.source, ...known.source } : undefined
  const machineRead = frontMatter.machine_read ?? known.machineRead ?? false
  const { visibility } = frontMatter
  return {
    ...unnamed,
    metadata: {
      ...metadata,
      ...(source && { source }),
      ...(machineRead && { machineRead }),
      ...(visibility && { visibility }),
    },
  }
}

/** The id of a document that declares none: the file's path without its ending, as letters, digits and hyphens. */
export function idOf(file: string): string {
  const plain = fold(file.replace(/\.[^./]+$/, ''))
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'van-ban'
}
