import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The rooms whose code decides what is read from a document, and the lock file that names the packages they use. */
const rooms = ['../library/', '../facts/', '../vietnamese/', '../search/', './']

/** Changes with every change of the code that reads documents, so that nothing an older code has read is taken for its own. */
export function codeVersion(): string {
  const hash = createHash('sha256').update(process.versions.v8)
  for (const room of rooms) {
    const folder = fileURLToPath(new URL(room, import.meta.url))
    for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
      if (/\.(?:ts|json)$/.test(name)) hash.update(name).update(readFileSync(`${folder}${name}`))
    }
  }
  const lock = new URL('../../package-lock.json', import.meta.url)
  return hash.update(readFileSync(lock)).digest('hex').slice(0, 16)
}
