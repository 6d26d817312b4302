import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDocument } from '../../src/intake/import-document.ts'
import { openShelf } from '../../src/intake/shelf.ts'
import { createConverter } from '../../src/library/convert/converter.ts'
import { loadCorpus } from '../../src/library/load.ts'
import { runModule } from '../support/command-line.ts'
import { folderOf } from '../support/folder.ts'

const plan = (share: number) => `UBND TỈNH BÌNH AN
Số: 12/KH-UBND
Bình An, ngày 15 tháng 3 năm 2025
KẾ HOẠCH
Chuyển đổi số tỉnh Bình An
Đến năm 2030, kinh tế số chiếm ${share}% GRDP của tỉnh.
`

describe('an import that is cut off', () => {
  it.each([['a.md'], ['a.txt']])(
    'leaves the old text of %s or the new one, at whatever step it is killed',
    { timeout: 300_000 },
    async (older) => {
      for (let step = 1; ; step++) {
        const root = folderOf({ [`corpus/${older}`]: plan(30), 'moi.txt': plan(35) })
        const { status } = await runModule('test/support/killed-import.ts', [root, String(step)])
        const shares = await sharesIn(join(root, 'corpus'))
        expect(shares).toHaveLength(1)
        expect(['30', '35']).toContain(shares[0])
        const converter = createConverter()
        const shelf = await openShelf(join(root, 'corpus'), join(root, 'data'), converter)
        const incoming = { name: 'moi.txt', bytes: readFileSync(join(root, 'moi.txt')) }
        await importDocument(incoming, { shelf, dataDir: join(root, 'data'), converter })
        expect(await sharesIn(join(root, 'corpus'))).toEqual(['35'])
        expect(readdirSync(join(root, 'corpus'))).toEqual(['a.md'])
        const versions = readdirSync(join(root, 'data', 'versions', 'a'))
        expect(versions.map((name) => readFileSync(join(root, 'data', 'versions', 'a', name), 'utf8'))).toEqual([
          plan(30),
        ])
        if (status === 0) {
          expect(step).toBeGreaterThanOrEqual(7)
          return
        }
      }
    },
  )
})

async function sharesIn(folder: string): Promise<(string | undefined)[]> {
  const { documents } = await loadCorpus(folder)
  return documents.map(({ text }) => /chiếm (\d+)%/.exec(text)?.[1])
}
