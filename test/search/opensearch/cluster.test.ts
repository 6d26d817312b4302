import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OpenSearchCluster } from '../../../src/search/opensearch/cluster.ts'
import { closedPort } from '../../support/closed-port.ts'

/** The address of a server that is not quite what is wanted. */
async function serverThat(answers: RequestListener, user = ''): Promise<string> {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://${user}127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('OpenSearchCluster.open', () => {
  it('stops with one sentence when nobody answers', async () => {
    const urls = [`http://127.0.0.1:${await closedPort()}`]
    await expect(OpenSearchCluster.open({ urls })).rejects.toThrow(
      /^Không kết nối được .*OPENSEARCH_URL.*SEARCH_ENGINE=auto/,
    )
  })

  it('stops with one sentence when it is not OpenSearch that answers', async () => {
    const urls = [await serverThat((_, response) => response.end('{"name": "another"}'))]
    await expect(OpenSearchCluster.open({ urls })).rejects.toThrow(/OPENSEARCH_URL không phải là máy chủ OpenSearch/)
  })

  it('stops with one sentence, also with a snapshot, when the password is refused', async () => {
    const shown: unknown[] = []
    const refusing: RequestListener = (request, response) => {
      shown.push(request.headers.authorization)
      response.writeHead(401).end()
    }
    const urls = [await serverThat(refusing, 'bot:mat-khau@')]
    await expect(OpenSearchCluster.open({ urls, mayBeAway: true })).rejects.toThrow(
      /từ chối tên hoặc mật khẩu.*OPENSEARCH_URL/,
    )
    expect(shown).toEqual([`Basic ${btoa('bot:mat-khau')}`])
  })
})
