import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Corrections } from '../../src/intake/declaration.ts'
import { type ImportReport, importDocument, prepareImport } from '../../src/intake/import-document.ts'
import { openShelf } from '../../src/intake/shelf.ts'
import { earlierVersions } from '../../src/intake/versions.ts'
import { loadCorpus } from '../../src/library/load.ts'
import { folderOf } from '../support/folder.ts'
import { converterOfTest, sourceFile } from '../support/sources.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const plan = (share: number, date = 'ngày 15 tháng 3 năm 2025') => `UBND TỈNH BÌNH AN
Số: 12/KH-UBND
Bình An, ${date}
KẾ HOẠCH
Chuyển đổi số tỉnh Bình An
Đến năm 2030, kinh tế số chiếm ${share}% GRDP của tỉnh.
`

function desk() {
  const root = folderOf({ 'corpus/khac.txt': 'Tỉnh Bình An có 8 nhóm nhiệm vụ về chuyển đổi số.' })
  const [corpus, dataDir] = [join(root, 'corpus'), join(root, 'data')]
  const converter = converterOfTest()
  const bring = async (
    name: string,
    content: string | Uint8Array,
    corrections: Corrections = {},
  ): Promise<ImportReport> => {
    const shelf = await openShelf(corpus, dataDir, converter)
    const incoming = { name, bytes: typeof content === 'string' ? bytes(content) : content }
    return importDocument(incoming, { shelf, dataDir, converter, corrections })
  }
  const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return { corpus, dataDir, converter, bring, filesIn }
}

describe('importDocument', () => {
  it('makes a Word file part of the corpus, with what its head says, and keeps the original', async () => {
    const { corpus, dataDir, bring, filesIn } = desk()
    const original = sourceFile('ke-hoach-writer.docx')
    const report = await bring('Kế hoạch 12.docx', original)
    expect(report).toMatchObject({ outcome: 'added', document: { file: 'ke-hoach-12.md' } })
    const { documents, leftOut } = await loadCorpus(corpus)
    expect(leftOut).toEqual([])
    expect(documents[0]).toEqual(report.document)
    expect(documents[0]!.metadata).toMatchObject({ number: '12/KH-SNV', issuedOn: '2025-03-15' })
    const [kept] = filesIn(join(dataDir, 'originals'))
    expect(readFileSync(join(dataDir, 'originals', kept!))).toEqual(original)
  })

  it('notices the same file and changes nothing', async () => {
    const { corpus, bring } = desk()
    await bring('a.txt', plan(30))
    const before = readFileSync(join(corpus, 'a.md'), 'utf8')
    expect(await bring('b.txt', plan(30))).toMatchObject({ outcome: 'unchanged', document: { file: 'a.md' } })
    expect(readdirSync(corpus).sort()).toEqual(['a.md', 'khac.txt'])
    expect(readFileSync(join(corpus, 'a.md'), 'utf8')).toBe(before)
  })

  it('lets a newer text of the same paper take the place of the older, which stays readable', async () => {
    const { corpus, dataDir, bring } = desk()
    await bring('a.txt', plan(30), { visibility: ['123'] })
    const before = readFileSync(join(corpus, 'a.md'), 'utf8')
    const report = await bring('b.txt', plan(35))
    expect(report).toMatchObject({ outcome: 'replaced', document: { id: 'a', file: 'a.md' } })
    expect(report.document.metadata.visibility).toEqual(['123'])
    const [earlier, ...others] = earlierVersions(dataDir, 'a', readFileSync(join(corpus, 'a.md')))
    expect(others).toEqual([])
    expect(readFileSync(earlier!.path, 'utf8')).toBe(before)
  })

  it('takes the same number of another year for another paper', async () => {
    const { bring } = desk()
    await bring('a.txt', plan(30))
    expect(await bring('b.txt', plan(35, 'ngày 12 tháng 3 năm 2026'))).toMatchObject({ outcome: 'added' })
  })

  it('writes what the person says over what the paper says', async () => {
    const { corpus, bring } = desk()
    await bring('a.txt', plan(30), { title: 'Kế hoạch số', visibility: ['42', 'zalo:x'] })
    const { documents } = await loadCorpus(corpus)
    expect(documents[0]!.metadata).toMatchObject({
      title: 'Kế hoạch số',
      visibility: ['42', 'zalo:x'],
      number: '12/KH-UBND',
    })
  })

  it('corrects a document whose file comes again with a correction', async () => {
    const { corpus, dataDir, bring } = desk()
    await bring('a.txt', plan(30))
    await bring('a.txt', plan(30), { place: 'Hà Tĩnh' })
    const { documents } = await loadCorpus(corpus)
    expect(documents.map(({ file, metadata }) => [file, metadata.place])).toContainEqual(['a.md', 'Hà Tĩnh'])
    expect(earlierVersions(dataDir, 'a')).toEqual([])
  })

  it('keeps nothing of a paper with a mark of secrecy', async () => {
    const { corpus, dataDir, bring, filesIn } = desk()
    await expect(bring('a.txt', `MẬT\n${plan(30)}`)).rejects.toThrow(/“MẬT”/)
    expect(filesIn(corpus)).toEqual(['khac.txt'])
    expect(() => filesIn(dataDir)).toThrow()
  })

  it('writes nothing before it is told to publish', async () => {
    const { corpus, dataDir, converter, filesIn } = desk()
    const shelf = await openShelf(corpus, dataDir, converter)
    const { report } = await prepareImport({ name: 'a.txt', bytes: bytes(plan(30)) }, { shelf, dataDir, converter })
    expect(report.outcome).toBe('added')
    expect(filesIn(corpus)).toEqual(['khac.txt'])
    expect(() => filesIn(dataDir)).toThrow()
  })
})
