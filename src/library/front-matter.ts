import { parse } from 'yaml'
import * as z from 'zod'
import { UserError } from './errors.ts'
import { visibilityId } from './visibility.ts'

/** A key without a value, or with an empty one, is not declared. */
const declared = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional())

const text = declared(z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1)))
const isoDate = declared(z.iso.date())

/** One id or a list of them. Whoever writes the key wants to restrict: what cannot be understood is refused, never taken for nothing. */
const visibility = z
  .preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(visibilityId))),
  )
  .optional()

const schema = z.object({
  id: declared(z.string().regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: text,
  kind: text,
  number: text,
  issuer: text,
  issued_on: isoDate,
  place: text,
  status: declared(z.enum(['draft', 'issued', 'amended', 'replaced', 'unknown'])),
  text: declared(z.enum(['original', 'abstract', 'report'])),
  visibility,
  machine_read: declared(z.boolean()),
  original: declared(z.string().regex(/^[0-9a-f]{16,64}\.[a-z]{2,8}$/)),
  source: declared(z.object({ title: text, publisher: text, published_on: isoDate })),
})

/** Metadata as written at the head of a Markdown file. */
export type FrontMatter = z.infer<typeof schema>

/**
 * Splits a Markdown file into its front matter (YAML between two lines of `---`) and its body, which is the stored text.
 *
 * @param file name for the error message
 * @throws UserError when the front matter is not closed, not YAML, or holds a value that is not allowed.
 */
export function splitFrontMatter(content: string, file: string): { frontMatter: FrontMatter; body: string } {
  const opening = /^---[ \t]*\r?\n/.exec(content)
  if (!opening) return { frontMatter: {}, body: content }
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(content.slice(opening[0].length))
  if (!closing)
    throw new UserError(`Phần khai báo ở đầu tệp “${file}” chưa đóng; hãy thêm một dòng “---” sau phần khai báo.`)
  const yaml = content.slice(opening[0].length, opening[0].length + closing.index)
  const body = content.slice(opening[0].length + closing.index + closing[0].length)
  const result = schema.safeParse(parseYaml(yaml, file))
  if (!result.success) {
    const key = result.error.issues[0]?.path.join('.') || 'phần khai báo'
    throw new UserError(`Khai báo “${key}” ở đầu tệp “${file}” không hợp lệ; hãy sửa theo mẫu trong README.`)
  }
  return { frontMatter: result.data, body }
}

function parseYaml(yaml: string, file: string): unknown {
  try {
    // Dates stay strings: the core schema of YAML 1.2 has no timestamps. What is merely odd is not said on stderr by the parser itself.
    return parse(yaml, { schema: 'core', maxAliasCount: 0, logLevel: 'error' }) ?? {}
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : ''
    throw new UserError(`Phần khai báo ở đầu tệp “${file}” không đọc được (${reason}); hãy sửa lại theo YAML.`, {
      cause: error,
    })
  }
}
