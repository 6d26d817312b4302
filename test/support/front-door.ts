import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * One address in front of several servers, as a reverse proxy gives it: each request goes to the next in turn, to another when that
 * one takes no connection; 502 when none does or the answer breaks off.
 */
export async function frontDoor() {
  const backends: string[] = []
  let turn = 0
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const first = turn++
    const attempt = (tried: number): void => {
      const backend = backends[(first + tried) % backends.length]
      if (backend === undefined || tried === backends.length) {
        outgoing.writeHead(502).end()
        return
      }
      const { host: _, connection: __, ...headers } = incoming.headers
      const forwarded = request(backend + incoming.url, { method: incoming.method, headers, agent: false })
      forwarded.on('response', (response) => {
        outgoing.writeHead(response.statusCode ?? 502)
        response.on('error', () => outgoing.destroy())
        response.pipe(outgoing)
      })
      forwarded.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') attempt(tried + 1)
        else if (!outgoing.headersSent) outgoing.writeHead(502).end()
      })
      forwarded.end(Buffer.concat(chunks))
    }
    attempt(0)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Lets a server behind the address be asked from now on. */
    add: (backend: string) => void backends.push(backend),
  }
}
