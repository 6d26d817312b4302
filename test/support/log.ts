import { createLog, type Log } from '../../src/operations/log.ts'

/** A log that keeps its lines. */
export function keptLog(secrets: readonly string[] = []): Log & { readonly lines: string[] } {
  const lines: string[] = []
  return { ...createLog('debug', secrets, (line) => lines.push(line)), lines }
}
