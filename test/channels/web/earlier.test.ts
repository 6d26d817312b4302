import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepVersion, revisedDocuments } from '../../../src/intake/versions.ts'
import { dataFolder } from '../../support/data-folder.ts'
import { sampleKnowledge, startWeb } from './sample-library.ts'

it('lists the earlier texts of a document in the reader and shows each with a word that another one holds', async () => {
  const dataDir = dataFolder()
  const [document] = (await sampleKnowledge()).corpus.documents
  const path = join(dataDir, 'truoc.md')
  writeFileSync(path, '---\ntitle: Tên trước\n---\n\nTỉnh mở <b>9</b> lớp học nghề.\n')
  keepVersion(dataDir, document!.id, path, new Date('2025-03-04T05:06:07Z'))
  expect(revisedDocuments(dataDir)).toEqual(new Map([[document!.id, '2025-03-04T05:06:07Z']]))
  const { web, base } = await startWeb({ dataDir })
  const get = async (query: string) => {
    const response = await fetch(`${base}/van-ban/${document!.id}${query}`)
    return { status: response.status, text: await response.text() }
  }
  const current = await get('')
  const address = /\?ban=[^"]+/.exec(current.text)?.[0] ?? ''
  expect(current.text).toContain('đến ngày 04/03/2025')
  const earlier = await get(address)
  expect(earlier.status).toBe(200)
  expect(earlier.text).toContain('Tỉnh mở &lt;b&gt;9&lt;/b&gt; lớp học nghề.')
  expect(earlier.text).toContain('Đây là bản trước, đã được thay ngày 04/03/2025')
  expect(earlier.text).not.toContain('title: Tên trước')
  expect((await get('?ban=../../etc')).status).toBe(404)
  await web.stop()
})
