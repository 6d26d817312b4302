import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Assistant, createAssistant } from '../src/assistant.ts'
import { accessOf } from '../src/channels/access.ts'
import { startTelegram } from '../src/channels/telegram/channel.ts'
import { createWebServer } from '../src/channels/web/server.ts'
import { startZalo } from '../src/channels/zalo/channel.ts'
import type { BotSettings } from '../src/config.ts'
import { type Knowledge, loadKnowledge } from '../src/knowledge.ts'
import { createHealth, steadyLibrary } from '../src/operations/health.ts'
import { createLog } from '../src/operations/log.ts'
import { createMetrics } from '../src/operations/metrics.ts'
import { joinInstances } from '../src/operations/store/instances.ts'
import { openStore } from '../src/operations/store/open.ts'
import { rehearse } from '../src/rehearsal.ts'
import { warmUp } from '../src/warm-up.ts'

/** What the parent process asks for: the bot over a corpus, or a server that sends given bodies whatever it is asked. */
export type Order = BotOrder | { readonly bodies: readonly string[] }
interface BotOrder {
  readonly corpus: string
  readonly telegram?: BotSettings
  readonly zalo?: BotSettings
}

/** What the process holds, in bytes. */
export type Memory = Pick<NodeJS.MemoryUsage, 'heapUsed' | 'external' | 'rss'>

process.once('message', (order: Order) => {
  const listening = 'corpus' in order ? serveBot(order) : serveBodies(order.bodies)
  listening.then((port) => {
    process.on('message', () => process.send?.(memory()))
    process.send?.({ port })
  })
})

function memory(): Memory {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heapUsed, external, rss }
}

async function serveBot({ corpus, ...platforms }: BotOrder): Promise<number> {
  const loading = loadKnowledge(corpus)
  await rehearse(loading)
  const knowledge = await loading
  const assistant = createAssistant(() => knowledge)
  await warmUp(assistant)
  const health = createHealth()
  health.reportLibrary(steadyLibrary(knowledge.corpus))
  const web = createWebServer({
    knowledge: () => knowledge,
    assistant,
    health,
    metrics: createMetrics(health),
    onError: (error) => console.error(error),
    settings: { host: '127.0.0.1', port: 0 },
  })
  await web.start()
  if (platforms.telegram || platforms.zalo) await startChannels(platforms, assistant, knowledge)
  return Number(new URL(web.address).port)
}

/** With a store in a folder of its own, open to everybody. */
async function startChannels(
  { telegram, zalo }: Omit<BotOrder, 'corpus'>,
  assistant: Assistant,
  knowledge: Knowledge,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.once('SIGTERM', () => process.exit())
  const store = await openStore(folder)
  const log = createLog('error', [], (line) => console.error(line))
  const instance = await joinInstances(store, { log, shared: false })
  const parts = {
    store,
    instance,
    assistant,
    log,
    knowledge: () => knowledge,
    access: accessOf('everyone', []),
    limits: { person: 0, group: 0, total: 0 },
  }
  if (telegram) await startTelegram({ ...parts, settings: telegram })
  if (zalo) await startZalo({ ...parts, settings: zalo })
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
