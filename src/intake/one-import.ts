import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../library/errors.ts'

/**
 * Runs an import while no other process of this machine imports with the same data folder: two at once could take each other's place in
 * the corpus. The lock is the file `importing.lock`, which names its process; what a process left that is gone is taken over. Within
 * one process the caller lets imports follow each other.
 *
 * @throws UserError when another import is under way
 */
export async function asOnlyImport<Result>(dataDir: string, run: () => Promise<Result>): Promise<Result> {
  const path = join(dataDir, 'importing.lock')
  mkdirSync(dataDir, { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, begun: begunAt(process.pid) })
  take(path, mine)
  try {
    return await run()
  } finally {
    if (contentOf(path) === mine) rmSync(path, { force: true })
  }
}

/** A lock appears whole, by a link, and is taken over by a rename: of several processes one succeeds. */
function take(path: string, mine: string): void {
  const aside = `${path}.${process.pid}-${Math.random().toString(16).slice(2)}`
  writeFileSync(aside, mine)
  try {
    const found = contentOf(path)
    if (found !== undefined) {
      if (isHeld(found)) throw busy()
      moveAway(path, found, `${aside}.old`)
    }
    linkSync(aside, path)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? busy() : error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Moves a left lock away; one that another process has put in its place meanwhile is put back. */
function moveAway(path: string, left: string, aside: string): void {
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  try {
    if (contentOf(aside) !== left) linkSync(aside, path)
  } finally {
    rmSync(aside, { force: true })
  }
}

function busy(): UserError {
  return new UserError('Một lần nhập khác đang chạy; hãy đợi xong rồi nhập lại.')
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whether the process that a lock names is still the one that took it, and another one than this. */
function isHeld(lock: string): boolean {
  const [, pid, begun] = /^\{"pid":(\d+),"begun":"(\d*)"\}$/.exec(lock) ?? []
  if (pid === undefined || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return begun === begunAt(Number(pid))
}

/** When a process began, in ticks of the kernel: numbers of processes come again. Empty where there is no /proc. */
function begunAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
