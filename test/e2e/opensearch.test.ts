import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closedPort } from '../support/closed-port.ts'
import { dataFolder } from '../support/data-folder.ts'
import { folderOf } from '../support/folder.ts'
import { type Cluster, openSearchMissing, startCluster } from '../support/opensearch.ts'
import { startProduct } from '../support/product.ts'

// Servers and processes of their own take their time to start on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

it('stops with one sentence, without the password, when OpenSearch cannot be reached at the first start', async () => {
  const product = startProduct({
    SEARCH_ENGINE: 'opensearch',
    OPENSEARCH_URL: `http://bot:mat-khau-bi-mat@127.0.0.1:${await closedPort()}`,
  })
  expect(await product.ended).toEqual([1, null])
  expect(product.output()).toMatch(/^Không kết nối được .*OPENSEARCH_URL.*SEARCH_ENGINE=auto/m)
  expect(product.output()).not.toMatch(/mat-khau|^ +at /m)
})

const missing = openSearchMissing()

describe.skipIf(missing !== undefined)(`two instances on OpenSearch${missing ? ` (${missing})` : ''}`, () => {
  let servers: Cluster
  beforeAll(async () => {
    servers = await startCluster()
  }, 300_000)
  afterAll(() => servers?.stop())

  /** An instance over a folder, asked through its page. */
  async function instance(corpus: string) {
    const product = startProduct({
      CORPUS_DIR: corpus,
      DATA_DIR: dataFolder(),
      SEARCH_ENGINE: 'opensearch',
      OPENSEARCH_URL: servers.urls.join(','),
    })
    await product.says(/trang web – http/)
    const [, base] = /trang web – (http:\/\/\S+)/.exec(product.output())!
    return {
      async ready() {
        const response = await fetch(`${base}/readyz`)
        return { status: response.status, ...((await response.json()) as object) }
      },
      async ask(question: string) {
        const response = await fetch(`${base}/api/ask`, { method: 'POST', body: JSON.stringify({ question }) })
        return (await response.json()) as { readonly outcome: string; readonly text: string }
      },
    }
  }

  it('take up documents that come, answer without it as well and say so, and go back to it by themselves', async () => {
    const corpus = folderOf({
      'a.md': '# Kế hoạch tỉnh An Sơn\n\nTỉnh An Sơn mở 12 lớp học nghề cho nông dân.\n',
      'kin.md': '---\nvisibility: [-1001]\n---\n\n# Biên bản kiểm kê\n\nKho vật tư còn 7 thùng sơn cho lớp học nghề.\n',
    })
    const instances = [await instance(corpus), await instance(corpus)]
    const remark = 'có thể chưa gồm văn bản mới nhất'
    for (const { ask, ready } of instances) {
      expect(await ready()).toMatchObject({ status: 200, search: 'cluster', degraded: false })
      const { text } = await ask('/tim lớp học nghề')
      expect(text).toContain('12 lớp học nghề')
      expect(text).not.toContain('thùng sơn')
      expect(text).not.toContain(remark)
    }

    writeFileSync(join(corpus, 'b.md'), '# Kế hoạch tỉnh Cù Lao\n\nTỉnh Cù Lao lắp 31 trạm quan trắc nước sông.\n')
    for (const { ask } of instances) {
      await expect.poll(async () => (await ask('/tim trạm quan trắc')).text, { timeout: 60_000 }).toContain('31 trạm')
      expect((await ask('/tim trạm quan trắc')).text).not.toContain(remark)
    }

    await servers.kill(0)
    for (const { ask, ready } of instances) {
      for (const question of ['/tim nghề cho nông dân', '/tim học nghề', '/tim nông dân', '/tim lớp nghề']) {
        const { text } = await ask(question)
        expect(text).toContain('12 lớp học nghề')
        expect(text).not.toContain('thùng sơn')
        expect(text).toContain(remark)
      }
      expect(await ready()).toMatchObject({ status: 200, search: 'local', degraded: true })
    }

    await servers.revive(0)
    for (const { ask, ready } of instances) {
      await expect.poll(ready, { timeout: 90_000 }).toMatchObject({ status: 200, search: 'cluster', degraded: false })
      const { text } = await ask('/tim nông dân học nghề')
      expect(text).toContain('12 lớp học nghề')
      expect(text).not.toContain(remark)
    }
  })
})
