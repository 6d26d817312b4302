import { type ChildProcess, fork } from 'node:child_process'
import type { Memory, Order } from './bot-server.ts'

/** A server in a process of its own. */
export interface Served {
  readonly port: number
  readonly process: ChildProcess
  /** What the process holds after everything that can go has gone. */
  memory(): Promise<Memory>
}

export function serve(order: Order): Promise<Served> {
  const child = fork(new URL('./bot-server.ts', import.meta.url), { execArgv: [...process.execArgv, '--expose-gc'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with status ${code}`)))
    child.once('message', ({ port }: { port: number }) =>
      resolve({
        port,
        process: child,
        memory: () =>
          new Promise((tell) => {
            child.once('message', (memory: Memory) => tell(memory))
            child.send('memory')
          }),
      }),
    )
    child.send(order)
  })
}
