import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** The changes that an import makes on the disk, one after the other; each is whole or not at all. */
export interface Files {
  /** Writes a new file aside, in the folder where it will stand. */
  writeAside(path: string, content: Uint8Array): string
  /** Moves a file that was written aside to its place; what stood there is gone. */
  putInPlace(aside: string, path: string): void
  remove(path: string): void
}

const asideName = /^\.nhap-\d+-[0-9a-f]+$/

/** The disk. */
export const disk: Files = {
  writeAside(path, content) {
    const folder = dirname(path)
    mkdirSync(folder, { recursive: true })
    const aside = join(folder, `.nhap-${process.pid}-${Math.random().toString(16).slice(2)}`)
    const file = openSync(aside, 'wx')
    try {
      for (let at = 0; at < content.length; ) at += writeSync(file, content, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return aside
  },
  putInPlace: renameSync,
  remove: (path) => rmSync(path, { force: true }),
}

/** Removes what an import that was cut off has left aside in a folder. */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && asideName.test(entry.name) && !isAlive(entry.name))
      disk.remove(join(entry.parentPath, entry.name))
  }
}

/** Whether the process that wrote a file aside is still there. */
function isAlive(name: string): boolean {
  const process = Number(name.split('-')[1])
  if (process === globalThis.process.pid) return false
  try {
    return globalThis.process.kill(process, 0)
  } catch {
    return false
  }
}
