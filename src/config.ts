import * as z from 'zod'
import { UserError } from './library/errors.ts'

/** The settings, read once at start. */
export interface Settings {
  readonly corpusDir: string
  /** Where the web page listens. */
  readonly host: string
  readonly port: number
  /** Address by which people reach the page from elsewhere, without a slash at its end. */
  readonly publicUrl?: string
}

/** An empty value in `.env` means that the setting is not set. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)

const schema = z.object({
  CORPUS_DIR: optional(z.string().default('corpus')),
  HOST: optional(z.string().default('127.0.0.1')),
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(8080)),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

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
  const { CORPUS_DIR, HOST, PORT, PUBLIC_URL } = result.data
  return {
    corpusDir: CORPUS_DIR,
    host: HOST,
    port: PORT,
    ...(PUBLIC_URL !== undefined && { publicUrl: PUBLIC_URL.replace(/\/+$/, '') }),
  }
}
