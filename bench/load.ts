import { connect, type Socket } from 'node:net'

/** One stretch of load: how long each answer took, in milliseconds, and how long all of it, in seconds. */
export interface Stretch {
  readonly latencies: readonly number[]
  readonly seconds: number
}

/** What several stretches showed together; times in milliseconds. */
export interface LoadResult {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly slowest: number
  readonly answered: number
}

export function resultOf(stretches: readonly Stretch[]): LoadResult {
  const latencies = stretches.flatMap((stretch) => stretch.latencies).sort((a, b) => a - b)
  const seconds = stretches.reduce((sum, stretch) => sum + stretch.seconds, 0)
  const at = (share: number) =>
    round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0)
  return {
    perSecond: Math.round(latencies.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    slowest: at(1),
    answered: latencies.length,
  }
}

/**
 * Sends requests over kept-alive connections, on each the next as soon as the last is answered. Talks HTTP by hand: a full client
 * costs more than a bare server and would hide the difference.
 *
 * @param requests whole HTTP requests, taken in turn; each is answered with status 200 and a `content-length`
 * @param until stops the load: asked before every request with the number sent so far
 */
export async function putLoad(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  until: (sent: number) => boolean,
): Promise<Stretch> {
  const latencies: number[] = []
  let sent = 0
  const began = performance.now()
  const clients = Array.from({ length: connections }, async () => {
    const client = await open(port)
    while (!until(sent)) {
      const request = requests[sent++ % requests.length]!
      const start = performance.now()
      await client.exchange(request)
      latencies.push(performance.now() - start)
    }
    client.close()
  })
  await Promise.all(clients)
  return { latencies, seconds: (performance.now() - began) / 1000 }
}

/**
 * Keeps this process from sleeping while it waits. The system charges the waking of a client to the server that answers it, some
 * 25 µs each time; the client of a fast server never sleeps, so that only the slower of two would be charged.
 *
 * @returns lets it sleep again
 */
export function stayAwake(): () => void {
  let turn = setImmediate(function again() {
    turn = setImmediate(again)
  })
  return () => clearImmediate(turn)
}

/** A `POST` with a JSON body as bytes. */
export function jsonRequest(path: string, body: unknown): Buffer {
  const json = JSON.stringify(body)
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(json)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${json}`)
}

interface Client {
  /** @returns the body of the answer */
  exchange(request: Buffer): Promise<Buffer>
  close(): void
}

export async function open(port: number): Promise<Client> {
  const socket = await connected(port)
  let waiting: { resolve(body: Buffer): void; reject(error: Error): void } | undefined
  let received = Buffer.alloc(0)
  socket.on('data', (part) => {
    received = received.length === 0 ? part : Buffer.concat([received, part])
    const headEnd = received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = received.toString('latin1', 0, headEnd)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
      waiting?.reject(new Error(`unexpected answer: ${head.slice(0, 60)}`))
      return
    }
    const end = headEnd + 4 + Number(length)
    if (received.length < end) return
    const body = received.subarray(headEnd + 4, end)
    received = received.subarray(end)
    waiting?.resolve(body)
  })
  socket.on('error', (error) => waiting?.reject(error))
  return {
    exchange(request) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      })
    },
    close: () => socket.destroy(),
  }
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.setNoDelay(true)
    socket.once('error', reject)
  })
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
