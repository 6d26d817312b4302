import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** An HTTP server that gives every request to a handler; answers 503 until there is one. */
export async function mountedServer() {
  let handler: ((request: Request) => Promise<Response>) | undefined
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { method = 'GET', headers, url = '/' } = incoming
    const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) }
    const request = new Request(`http://localhost${url}`, {
      method,
      headers: headers as Record<string, string>,
      ...body,
    })
    const response = (await handler?.(request)) ?? new Response(null, { status: 503 })
    outgoing.writeHead(response.status).end(await response.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mount: (next: typeof handler) => {
      handler = next
    },
  }
}
