import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { disk, type Files } from './files.ts'

/** A text of a document that a newer one has replaced. */
export interface EarlierVersion {
  readonly path: string
  /** ISO time at which it was replaced, in UTC. */
  readonly replacedAt: string
}

const versionName = /^(?<day>\d{8})T(?<time>\d{6})Z-(?<hash>[0-9a-f]{16})\.\w+$/

/**
 * The earlier texts of a document, the latest first: `versions/ID/` under the data folder.
 *
 * @param current the content of the document's file now: an import that was cut off may have kept it already
 */
export function earlierVersions(dataDir: string, id: string, current?: Uint8Array): EarlierVersion[] {
  const folder = join(dataDir, 'versions', id)
  if (!existsSync(folder)) return []
  const now = current && hashOf(current).slice(0, 16)
  return readdirSync(folder)
    .flatMap((name) => {
      const { day, time, hash } = versionName.exec(name)?.groups ?? {}
      if (!day || !time || hash === now) return []
      const replacedAt = `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`
      return [{ path: join(folder, name), replacedAt }]
    })
    .sort((a, b) => (a.replacedAt < b.replacedAt ? 1 : -1))
}

/** The documents that have earlier texts: when the latest of them was replaced, by id. */
export function revisedDocuments(dataDir: string): ReadonlyMap<string, string> {
  const folder = join(dataDir, 'versions')
  const ids = existsSync(folder) ? readdirSync(folder) : []
  return new Map(
    ids.flatMap((id) =>
      earlierVersions(dataDir, id)
        .slice(0, 1)
        .map(({ replacedAt }) => [id, replacedAt]),
    ),
  )
}

/** Keeps a copy of a document's file before a newer text takes its place. The same content is kept once. */
export function keepVersion(dataDir: string, id: string, path: string, now: Date, files: Files = disk): void {
  const content = readFileSync(path)
  const folder = join(dataDir, 'versions', id)
  const hash = hashOf(content).slice(0, 16)
  if (isKept(dataDir, id, content)) return
  const stamp = now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')
  const place = join(folder, `${stamp}-${hash}${extname(path).toLowerCase()}`)
  files.putInPlace(files.writeAside(place, content), place)
}

/** Whether a content is kept as an earlier version of a document. */
export function isKept(dataDir: string, id: string, content: Uint8Array): boolean {
  const folder = join(dataDir, 'versions', id)
  const hash = hashOf(content).slice(0, 16)
  return existsSync(folder) && readdirSync(folder).some((name) => versionName.exec(name)?.groups?.hash === hash)
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
