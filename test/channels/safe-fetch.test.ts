import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { safeFetch, TransportError } from '../../src/channels/safe-fetch.ts'
import { closedPort } from '../support/closed-port.ts'

const token = '7654321:AAinventedTokenForTestsOnly_0123456789'

async function server(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bot${token}/getMe`
}

const failure = (address: string, signal?: AbortSignal) =>
  safeFetch(address, { signal }).then(
    () => undefined,
    (error: unknown) => error,
  )

it('gives the answer whole', async () => {
  const address = await server((_, response) => response.writeHead(418).end('{"ok":true}'))
  const response = await safeFetch(address, { method: 'POST', headers: { connection: 'keep-alive' }, body: '{}' })
  expect([response.status, await response.json()]).toEqual([418, { ok: true }])
})

it('gives an answer without a body', async () => {
  const address = await server((_, response) => response.writeHead(204).end())
  expect((await safeFetch(address, {})).status).toBe(204)
})

it('knows that a refused connection delivered nothing', async () => {
  const error = await failure(`http://127.0.0.1:${await closedPort()}/bot${token}/sendMessage`)
  expect(error).toMatchObject({ neverArrived: true })
})

it.each<[string, Parameters<typeof createServer>[1]]>([
  ['before the answer', (request) => request.socket.destroy()],
  [
    'within the answer',
    (request, response) => response.writeHead(200, { 'content-length': 90 }).write('{', () => request.socket.destroy()),
  ],
])('does not know what a connection cut %s delivered, and names no address', async (_, answer) => {
  const error = await failure(await server(answer))
  expect(error).toBeInstanceOf(TransportError)
  expect(error).toMatchObject({ neverArrived: false })
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token.slice(8))
  expect(String(error)).toContain('getMe')
})

it('ends when its signal says so', async () => {
  const abort = new AbortController()
  const address = await server(() => abort.abort())
  expect(await failure(address, abort.signal)).toMatchObject({ code: 'ABORTED' })
})

it('uses a connection again at once, and not when nobody used it for a while', async () => {
  let [opened, closed] = [0, 0]
  const server = createServer((_, response) => response.end('{}'))
  // The server would wait much longer.
  server.keepAliveTimeout = 60_000
  server.on('connection', (socket) => {
    opened++
    socket.once('close', () => closed++)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bot${token}/getMe`
  for (let i = 0; i < 5; i++) await safeFetch(address, {})
  expect([opened, closed]).toEqual([1, 0])
  await expect.poll(() => closed).toBe(1)
  await safeFetch(address, {})
  expect(opened).toBe(2)
})
