import { execFileSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Why no disk can be mounted; undefined when one can. */
export const whyNoDisk = mountable() ? undefined : 'needs the right to mount a file system in memory'

/** A disk of its own, of a few megabytes. */
export function smallDisk(megabytes = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  onTestFinished(() => {
    // What still has files open there keeps the disk until it ends.
    execFileSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  const filler = join(folder, 'filler')
  return {
    folder,
    /** Writes until nothing more fits. */
    fill() {
      const file = openSync(filler, 'w')
      try {
        for (const size of [65_536, 4_096, 1]) {
          const block = Buffer.alloc(size)
          for (;;) {
            try {
              writeSync(file, block)
            } catch {
              break
            }
          }
        }
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler),
    /** Nothing may have files open for writing there. */
    readOnly: (only: boolean) => void execFileSync('mount', ['-o', `remount,${only ? 'ro' : 'rw'}`, folder]),
  }
}

/** Why no disk can break; undefined when one can. */
export const whyNoBreakingDisk =
  whyNoDisk ??
  (existsSync('/dev/loop0') && existsSync('/sbin/mkfs.ext4') ? undefined : 'needs loop devices and e2fsprogs')

/** A disk of its own with a real file system, which goes read-only under open files when it finds itself broken, as a server's disk does. */
export function breakingDisk() {
  const room = mkdtempSync(join(tmpdir(), 'hoi-dap-disk-'))
  const folder = join(room, 'disk')
  mkdirSync(folder)
  const mount = (image: string) => execFileSync('mount', ['-o', 'loop', image, folder])
  let image = join(room, 'image')
  let disks = 1
  writeFileSync(image, '')
  truncateSync(image, 16 * 2 ** 20)
  execFileSync('mkfs.ext4', ['-q', image])
  mount(image)
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder])
    rmSync(room, { recursive: true, force: true })
  })
  return {
    folder,
    /** What its kernel does to a file system with an error. */
    break() {
      execFileSync('sync', ['--file-system', folder])
      execFileSync('mount', ['-o', 'remount,abort', folder])
    },
    /** Another disk with the same content takes its place. */
    replace() {
      const other = join(room, `image-${++disks}`)
      copyFileSync(image, other)
      execFileSync('umount', ['--lazy', folder])
      mount(other)
      image = other
    },
  }
}

function mountable(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
