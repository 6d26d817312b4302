import { createHmac } from 'node:crypto'
import * as z from 'zod'
import { type LimitSettings, usualLimits } from './channels/limits.ts'
import { UserError } from './library/errors.ts'
import { type LogLevel, logLevels } from './operations/log.ts'
import type { SettingValue } from './operations/settings-audit.ts'
import { type Keeping, usualKeeping } from './operations/store/keeping.ts'

/** The settings, read once at start. */
export interface Settings {
  readonly corpusDir: string
  readonly dataDir: string
  /** The PostgreSQL database of the store; without it the store is a file in the data folder. Holds a password. */
  readonly databaseUrl?: string
  /** Where the web page listens. */
  readonly host: string
  readonly port: number
  /** Address by which people reach the page from elsewhere, without a slash at its end. */
  readonly publicUrl?: string
  /** Ids of the people and groups who may ask; those of other platforms begin with its name and a colon. */
  readonly allowedChats: readonly string[] | 'everyone'
  readonly admins: readonly string[]
  readonly limits: LimitSettings
  readonly keeping: Keeping
  readonly logLevel: LogLevel
  /** `auto` takes MiniSearch for small libraries and the compact index for large ones. */
  readonly searchEngine: 'auto' | 'minisearch' | 'compact'
  /** Nodes of the OpenSearch cluster that searches instead of an engine of this process. */
  readonly openSearchUrls?: readonly string[]
  readonly telegram?: BotSettings
  readonly zalo?: BotSettings
}

/** A bot of a platform; how it receives what people write decides which settings there are. */
export type BotSettings = {
  readonly token: string
  readonly apiRoot: string
} & (
  | { readonly mode: 'polling' }
  | {
      readonly mode: 'webhook'
      /** Where the platform delivers. */
      readonly address: string
      /** What the platform shows to prove itself. */
      readonly secret: string
    }
)

/** An empty value in `.env` means that the setting is not set. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

const addresses = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(address).min(1))

/** Ids parted by commas or spaces: Telegram's are numbers, others have their platform before a colon. */
const ids = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^(?:-?\d+|[a-z]+:\S+)$/)))

const limit = (usual: number) => optional(z.coerce.number().int().min(0).max(1_000_000).default(usual))

const schema = z.object({
  CORPUS_DIR: optional(z.string().default('corpus')),
  HOST: optional(z.string().default('127.0.0.1')),
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(8080)),
  DATA_DIR: optional(z.string().default('data')),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(?:ql)?$/ }).optional()),
  PUBLIC_URL: optional(address.optional()),
  TELEGRAM_BOT_TOKEN: optional(
    z
      .string()
      .regex(/^\d+:[\w-]+$/)
      .optional(),
  ),
  TELEGRAM_API_ROOT: optional(address.default('https://api.telegram.org')),
  TELEGRAM_MODE: optional(z.enum(['polling', 'webhook']).default('polling')),
  ZALO_BOT_TOKEN: optional(
    z
      .string()
      .regex(/^\d+:[\w.-]+$/)
      .optional(),
  ),
  ZALO_API_ROOT: optional(address.default('https://bot-api.zaloplatforms.com')),
  ZALO_MODE: optional(z.enum(['polling', 'webhook']).default('polling')),
  WEBHOOK_SECRET: optional(
    z
      .string()
      .regex(/^[\w-]{8,256}$/)
      .optional(),
  ),
  ALLOWED_CHATS: optional(z.union([z.literal('none').transform(() => []), ids]).optional()),
  ADMINS: optional(ids.default([])),
  QUESTIONS_DAYS: optional(z.coerce.number().int().min(0).max(3650).default(usualKeeping.questionsDays)),
  AUDIT_DAYS: optional(z.coerce.number().int().min(1).max(3650).default(usualKeeping.auditDays)),
  LIMIT_PERSON: limit(usualLimits.person),
  LIMIT_GROUP: limit(usualLimits.group),
  LIMIT_TOTAL: limit(usualLimits.total),
  SEARCH_ENGINE: optional(z.enum(['auto', 'minisearch', 'compact', 'opensearch']).default('auto')),
  OPENSEARCH_URL: optional(addresses.optional()),
  LOG_LEVEL: optional(z.enum(logLevels).default('info')),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

type Environment = Readonly<Record<string, string | undefined>>

/** Where one process runs, not what the bot does. */
const ofOneProcess: ReadonlySet<string> = new Set(['HOST', 'PORT', 'DATA_DIR'])
/** Secrets, and addresses that may hold a password. */
const secretSettings: ReadonlySet<string> = new Set([
  'TELEGRAM_BOT_TOKEN',
  'ZALO_BOT_TOKEN',
  'WEBHOOK_SECRET',
  'DATABASE_URL',
  'OPENSEARCH_URL',
])

/**
 * What the bot does by its settings, as it can be compared from start to start: the values in force, however they are written.
 *
 * @throws UserError as `readSettings`
 */
export function settingValues(environment: Environment): ReadonlyMap<string, SettingValue> {
  const data = parsed(environment)
  const names = settingNames.filter((name) => !ofOneProcess.has(name)) as (keyof typeof data)[]
  return new Map(names.map((name) => [name, settingValue(name, data[name])]))
}

function settingValue(name: string, value: unknown): SettingValue {
  if (name === 'ALLOWED_CHATS' && !(Array.isArray(value) && value.length > 0)) {
    return { kind: 'plain', value: value === undefined ? 'everyone' : 'none' }
  }
  // Lists of ids once they are read.
  if (name === 'ALLOWED_CHATS' || name === 'ADMINS') return { kind: 'ids', ids: value as readonly string[] }
  return { kind: secretSettings.has(name) ? 'secret' : 'plain', value: value === undefined ? '' : String(value) }
}

/**
 * @param environment such as `process.env`
 * @throws UserError naming the first setting that is wrong, without its value, which may be a secret.
 */
export function readSettings(environment: Environment): Settings {
  const data = parsed(environment)
  const telegram = botSettings('telegram', data)
  const zalo = botSettings('zalo', data)
  return {
    corpusDir: data.CORPUS_DIR,
    dataDir: data.DATA_DIR,
    host: data.HOST,
    port: data.PORT,
    allowedChats: data.ALLOWED_CHATS ?? 'everyone',
    admins: data.ADMINS,
    keeping: { questionsDays: data.QUESTIONS_DAYS, auditDays: data.AUDIT_DAYS },
    limits: { person: data.LIMIT_PERSON, group: data.LIMIT_GROUP, total: data.LIMIT_TOTAL },
    logLevel: data.LOG_LEVEL,
    ...searchSettings(data),
    ...(data.DATABASE_URL !== undefined && { databaseUrl: data.DATABASE_URL }),
    ...(data.PUBLIC_URL !== undefined && { publicUrl: data.PUBLIC_URL }),
    ...(telegram && { telegram }),
    ...(zalo && { zalo }),
  }
}

/** @throws UserError naming the first setting that is wrong */
function parsed(environment: Environment): z.infer<typeof schema> {
  const result = schema.safeParse(environment)
  if (result.success) return result.data
  const name = String(result.error.issues[0]?.path[0] ?? '')
  throw new UserError(`Thiết lập ${name} không hợp lệ; hãy sửa trong tệp .env theo mẫu .env.example.`)
}

/** @throws UserError when OpenSearch is chosen without its address */
function searchSettings({ SEARCH_ENGINE: engine, OPENSEARCH_URL: urls }: z.infer<typeof schema>) {
  if (engine !== 'opensearch') return { searchEngine: engine }
  if (urls === undefined) {
    throw new UserError(
      'Thiếu thiết lập OPENSEARCH_URL: SEARCH_ENGINE=opensearch cần địa chỉ các máy chủ OpenSearch, hoặc đặt SEARCH_ENGINE=auto.',
    )
  }
  return { searchEngine: 'auto' as const, openSearchUrls: urls }
}

/** @throws UserError when webhook mode lacks its address */
function botSettings(platform: 'telegram' | 'zalo', data: z.infer<typeof schema>): BotSettings | undefined {
  const prefix = platform === 'telegram' ? 'TELEGRAM' : 'ZALO'
  const { [`${prefix}_BOT_TOKEN` as const]: token, [`${prefix}_API_ROOT` as const]: apiRoot } = data
  const mode = data[`${prefix}_MODE`]
  if (token === undefined) return undefined
  if (mode === 'polling') return { token, apiRoot, mode }
  const { PUBLIC_URL: publicUrl, WEBHOOK_SECRET: secret = secretFrom(token) } = data
  if (publicUrl === undefined) {
    const name = platform === 'telegram' ? 'Telegram' : 'Zalo'
    throw new UserError(
      `Thiếu thiết lập PUBLIC_URL: ${prefix}_MODE=webhook cần địa chỉ công khai để ${name} gửi tin đến.`,
    )
  }
  return { token, apiRoot, mode, secret, address: `${publicUrl}/webhooks/${platform}` }
}

/** Every instance of one bot has to know the same secret, and nobody who does not know the bot's token. */
function secretFrom(token: string): string {
  return createHmac('sha256', token).update('webhook').digest('base64url')
}
