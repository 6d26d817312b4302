/** How much is logged; each level holds those before it. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** What a log line may say besides its event: never a question, a name or a token. */
type Fields = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes one JSON object a line: time, level, event, fields. */
export interface Log {
  error(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  info(event: string, fields?: Fields): void
  debug(event: string, fields?: Fields): void
}

/**
 * @param level least important level that is written
 * @param secrets never written, wherever they turn up; nor is anything that looks like a bot token
 * @param write takes one line without its line end
 */
export function createLog(level: LogLevel, secrets: readonly string[], write: (line: string) => void): Log {
  const most = logLevels.indexOf(level)
  const hidden = secrets
    .flatMap((secret) => [secret, secret.slice(secret.indexOf(':') + 1)])
    .filter(({ length }) => length > 5)
  const line =
    (of: LogLevel) =>
    (event: string, fields: Fields = {}) => {
      if (logLevels.indexOf(of) > most) return
      write(redacted(JSON.stringify({ time: new Date().toISOString(), level: of, event, ...fields }), hidden))
    }
  return { error: line('error'), warn: line('warn'), info: line('info'), debug: line('debug') }
}

/** What may be logged of an error: its kind and where it happened. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line))
  return {
    error: error.name,
    ...(saysNothingOfPeople(error) && { message: error.message }),
    stack: frames?.slice(0, 5).join('\n'),
  }
}

/** Errors of the operating system, of the database file and of the platforms. Any other may quote what it was given. */
function saysNothingOfPeople(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    /^(?:E[A-Z]+|SQLITE_[A-Z_]+)$/.test(code) ||
    /^(?:Grammy|Http|Zalo|ZaloGateway|Transport|User)Error$/.test(error.name)
  )
}

const tokenLike = /\d{6,}:[\w-]{30,}/g

function redacted(line: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), line).replace(tokenLike, '***')
}
