import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { documentFiles, unreadableFolder } from '../library/load.ts'

/** What stands in a folder at one moment. */
export interface FolderState {
  /** For each document file, in the order of their paths: what changes when its content does, and how long ago it changed, in milliseconds. */
  readonly files: ReadonlyMap<string, { readonly stamp: string; readonly age: number }>
  /** The folder itself and the folders in it, each with the number that the file system knows it by: a folder made anew has another. */
  readonly folders: ReadonlyMap<string, number>
}

/** Files looked at side by side. */
const atOnce = 32

/** @throws UserError when the folder cannot be read */
export async function lookInto(folder: string): Promise<FolderState> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    throw unreadableFolder(folder, error)
  })
  const now = Date.now()
  const files = await each(documentFiles(folder, entries), async (name) => {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const { size, mtimeMs, ctimeMs, ino } = found
    return { stamp: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, age: now - Math.max(mtimeMs, ctimeMs) }
  })
  const inside = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  const folders = await each([folder, ...inside], async (name) => (await stat(name).catch(() => undefined))?.ino)
  return { files, folders }
}

/** What is found for each name; names for which nothing is found are left out. */
async function each<Found>(
  names: readonly string[],
  find: (name: string) => Promise<Found | undefined>,
): Promise<Map<string, Found>> {
  const all = new Map<string, Found>()
  for (let from = 0; from < names.length; from += atOnce) {
    const some = names.slice(from, from + atOnce)
    const found = await Promise.all(some.map(find))
    found.forEach((one, i) => {
      if (one !== undefined) all.set(some[i]!, one)
    })
  }
  return all
}

/** Tells when something happens in folders. */
export interface FolderWatch {
  /** Watches these folders from now on, and no others. */
  follow(folders: FolderState['folders']): void
  stop(): void
}

/**
 * Watches each folder by itself: to watch whole trees is not possible on every platform.
 *
 * @param onEvent something may have changed
 * @param onProblem a folder cannot be watched; changes in it are found by looking again from time to time
 */
export function watchFolders(onEvent: () => void, onProblem: (error: unknown) => void): FolderWatch {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly number: number }>()
  const drop = (folder: string) => {
    watchers.get(folder)?.watcher.close()
    watchers.delete(folder)
  }
  return {
    follow(folders) {
      for (const [folder, { number }] of [...watchers]) if (folders.get(folder) !== number) drop(folder)
      for (const [folder, number] of folders) {
        if (watchers.has(folder)) continue
        try {
          const watcher = watch(folder, { persistent: false }, onEvent)
          watchers.set(folder, { watcher, number })
          watcher.on('error', (error) => {
            drop(folder)
            onProblem(error)
          })
        } catch (error) {
          onProblem(error)
        }
      }
    },
    stop() {
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}
