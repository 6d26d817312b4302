import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { inventedCorpus } from './telegram-bot.ts'

const root = new URL('../../', import.meta.url).pathname

/** The product as people start it, in a process of its own. */
export interface Product {
  readonly process: ChildProcess
  /** Everything it wrote to both outputs so far. */
  output(): string
  /** Resolves when it has written something that matches. */
  says(pattern: RegExp): Promise<void>
  /** Exit status and signal. */
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>
}

/** @param settings besides a corpus of our own invention and a free port */
export function startProduct(settings: Readonly<Record<string, string>>): Product {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      CORPUS_DIR: inventedCorpus,
      PORT: '0',
      LOG_LEVEL: 'debug',
      LIMIT_PERSON: '0',
      LIMIT_TOTAL: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
      for (const watcher of [...watchers]) watcher()
    })
  }
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    process: child,
    output: () => output,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(output)) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        child.once('exit', () => reject(new Error(`ended without saying ${pattern}: ${output}`)))
        look()
      }),
    ended: once(child, 'exit').then(([code, signal]) => [code, signal] as const),
  }
}
