import * as z from 'zod'
import { UserError } from './library/errors.ts'

/** The settings, read once at start. */
export interface Settings {
  readonly corpusDir: string
}

/** An empty value in `.env` means that the setting is not set. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)

const schema = z.object({
  CORPUS_DIR: optional(z.string().default('corpus')),
})

/**
 * @param environment such as `process.env`
 * @throws UserError naming the first setting that is wrong, without its value, which may be a secret.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const result = schema.safeParse(environment)
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0] ?? '')
    throw new UserError(`Thiết lập ${name} không hợp lệ; hãy sửa trong tệp .env theo mẫu .env.example.`)
  }
  return { corpusDir: result.data.CORPUS_DIR }
}
