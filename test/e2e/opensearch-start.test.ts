import { expect, it } from 'vitest'
import { closedPort } from '../support/closed-port.ts'
import { startProduct } from '../support/product.ts'

it('stops with one sentence, without the password, when OpenSearch cannot be reached at the first start', async () => {
  const product = startProduct({
    SEARCH_ENGINE: 'opensearch',
    OPENSEARCH_URL: `http://bot:mat-khau-bi-mat@127.0.0.1:${await closedPort()}`,
  })
  expect(await product.ended).toEqual([1, null])
  expect(product.output()).toMatch(/^Không kết nối được .*OPENSEARCH_URL.*SEARCH_ENGINE=auto/m)
  expect(product.output()).not.toMatch(/mat-khau|^ +at /m)
})
