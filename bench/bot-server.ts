import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAssistant } from '../src/assistant.ts'
import { createWebServer } from '../src/channels/web/server.ts'
import { loadKnowledge } from '../src/knowledge.ts'
import { createHealth, steadyLibrary } from '../src/operations/health.ts'
import { createMetrics } from '../src/operations/metrics.ts'

/** What the parent process asks for: the bot over a corpus, or a server that sends given bodies whatever it is asked. */
export type Order = { readonly corpus: string } | { readonly bodies: readonly string[] }

process.once('message', (order: Order) => {
  const listening = 'corpus' in order ? serveBot(order.corpus) : serveBodies(order.bodies)
  listening.then((port) => process.send?.({ port }))
})

async function serveBot(corpus: string): Promise<number> {
  const knowledge = await loadKnowledge(corpus)
  const health = createHealth()
  health.reportLibrary(steadyLibrary(knowledge.corpus))
  const web = createWebServer({
    knowledge: () => knowledge,
    assistant: createAssistant(() => knowledge),
    health,
    metrics: createMetrics(health),
    onError: (error) => console.error(error),
    settings: { host: '127.0.0.1', port: 0 },
  })
  await web.start()
  return Number(new URL(web.address).port)
}

function serveBodies(bodies: readonly string[]): Promise<number> {
  const bytes = bodies.map((body) => Buffer.from(body))
  let next = 0
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      const body = bytes[next++ % bytes.length]!
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      response.end(body)
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)) // A TCP server's address is one.
  })
}
