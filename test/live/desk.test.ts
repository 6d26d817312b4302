import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createDesk } from '../../src/live/desk.ts'
import { folderOf } from '../support/folder.ts'
import { otherImport } from '../support/other-import.ts'

it('takes no document in while another program imports, and says so in one sentence', async () => {
  const root = folderOf({ 'corpus/a.txt': 'Tỉnh Bình An có 8 nhóm nhiệm vụ.' })
  const dataDir = join(root, 'data')
  const unused = () => Promise.reject(new Error('nothing has changed'))
  const desk = createDesk({
    folder: join(root, 'corpus'),
    dataDir,
    library: { knowledge: () => expect.unreachable(), refresh: unused },
    audit: { record: unused },
    onError: (error) => expect.unreachable(String(error)),
  })
  const file = { name: 'b.txt', bytes: new TextEncoder().encode('Tỉnh Bình An có 9 nhóm nhiệm vụ.') }
  await otherImport(dataDir)
  expect(await desk.publish(file, 'mẫu')).toEqual({
    kind: 'refused',
    reason: expect.stringMatching(/^Một lần nhập khác đang chạy.*\.$/),
  })
  expect(readdirSync(join(root, 'corpus'))).toEqual(['a.txt'])
})
