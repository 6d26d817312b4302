import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '../../src/commands/ask.ts'
import { importDocuments } from '../../src/commands/import-documents.ts'
import { importCommandOf } from '../../src/commands/import-flags.ts'
import { UserError } from '../../src/library/errors.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { run } from '../support/command-line.ts'
import { folderOf } from '../support/folder.ts'

const plan = (number: number) => `UBND TỈNH BÌNH AN
Số: ${number}/KH-UBND
Bình An, ngày 15 tháng 3 năm 2025
KẾ HOẠCH
Chuyển đổi số tỉnh Bình An
Đến năm 2030, kinh tế số chiếm ${number}% GRDP của tỉnh.
`
const pdfCutOff = '%PDF-1.7\nx'

/** A corpus and files to import, and what the command does with them. */
function desk(files: Readonly<Record<string, string>>) {
  const root = folderOf({ 'corpus/co-san.txt': 'Tỉnh Bình An có 8 nhóm nhiệm vụ.', ...files })
  const [corpus, dataDir] = [join(root, 'corpus'), join(root, 'data')]
  const order = (args: string[]) => importCommandOf(args, { corpusDir: corpus, dataDir })
  const path = (name: string) => join(root, name)
  return {
    corpus,
    dataDir,
    path,
    shell: (args: string[]) => run('cli.ts', ['import', ...args], '', { CORPUS_DIR: corpus, DATA_DIR: dataDir }),
    async bring(...args: string[]) {
      const said: string[] = []
      const write = async (text: string) => void said.push(text)
      const failure = await importDocuments(order(args), write, () => {}).catch((error: unknown) => error)
      return { said: said.join(''), failure }
    },
    names: (folder: string) => readdirSync(folder).sort(),
  }
}

describe('import on the command line', () => {
  it('ends with 0 when every file is in the corpus', async () => {
    const { shell, path, corpus, names } = desk({ 'a.txt': plan(30), 'b.txt': plan(31) })
    const { status, out, errors } = await shell([path('a.txt'), path('b.txt')])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(out).toMatch(/a\.txt: đã nhập → a\.md[\s\S]*b\.txt: đã nhập → b\.md/)
    expect(names(corpus)).toEqual(['a.md', 'b.md', 'co-san.txt'])
  })

  it('stands in the audit, each document that is new or has changed', async () => {
    const { shell, path, dataDir } = desk({ 'a.txt': plan(30), 'b.txt': plan(31), 'hong.pdf': pdfCutOff })
    await shell([path('a.txt'), path('hong.pdf'), path('b.txt')])
    await shell([path('a.txt')])
    const store = await openStore(dataDir)
    onTestFinished(() => store.destroy())
    const deeds = await store.selectFrom('audit').select(['actor', 'action', 'target']).orderBy('seq').execute()
    expect(deeds).toEqual(['a', 'b'].map((target) => ({ actor: 'operator', action: 'import', target })))
  })

  it('ends with 1 when a file cannot be read, after the others', async () => {
    const { shell, path, corpus, names } = desk({ 'a.txt': plan(30), 'hong.pdf': pdfCutOff, 'b.txt': plan(31) })
    const { status, out, errors } = await shell([path('hong.pdf'), path('a.txt'), path('khong-co.txt'), path('b.txt')])
    expect(status).toBe(1)
    expect(out).toMatch(/a\.txt: đã nhập[\s\S]*b\.txt: đã nhập/)
    expect(errors.trim().split('\n')).toEqual([
      expect.stringContaining('“hong.pdf”'),
      expect.stringContaining('khong-co.txt”'),
    ])
    expect(names(corpus)).toEqual(['a.md', 'b.md', 'co-san.txt'])
  })

  it('ends with 2 when it is called wrongly', async () => {
    const { shell, dataDir } = desk({})
    const { status, out, errors } = await shell(['--la'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(errors).toMatch(/^Cách dùng: npm run import -- TỆP… .*\n$/)
    expect(existsSync(dataDir)).toBe(false)
  })
})

describe('importDocuments', () => {
  it.each<[string, string[]]>([
    ['no file', []],
    ['a day that is none', ['a.txt', '--issued-on', '2025-13-01']],
    ['a day in another form', ['a.txt', '--issued-on', '15/3/2025']],
    ['a status that there is not', ['a.txt', '--status', 'xong']],
    ['a kind of text that there is not', ['a.txt', '--text', 'thơ']],
    ['a chat that is none', ['a.txt', '--visibility', '12 3,<b>']],
    ['no chat', ['a.txt', '--visibility', ',']],
    ['one title for two files', ['a.txt', 'b.txt', '--title', 'Mẫu']],
    ['one number for two files', ['a.txt', 'b.txt', '--number', '1/KH']],
  ])('is called wrongly with %s', async (_, args) => {
    const { bring, corpus, dataDir, names, path } = desk({ 'a.txt': plan(30), 'b.txt': plan(31) })
    const placed = args.map((each) => (/^[ab]\.txt$/.test(each) ? path(each) : each))
    const called = async () => (await bring(...placed)).failure
    expect(await called().catch((error: unknown) => error)).toBeInstanceOf(UsageError)
    expect(names(corpus)).toEqual(['co-san.txt'])
    expect(existsSync(dataDir)).toBe(false)
  })

  it('says of the same file that it is there already, and changes nothing', async () => {
    const { bring, path, corpus, names } = desk({ 'a.txt': plan(30) })
    await bring(path('a.txt'))
    const before = readFileSync(join(corpus, 'a.md'), 'utf8')
    const { said, failure } = await bring(path('a.txt'), path('a.txt'))
    expect(failure).toBeUndefined()
    expect(said.match(/a\.txt: đã có từ trước .*tệp a\.md.*không thay đổi gì/g)).toHaveLength(2)
    expect(names(corpus)).toEqual(['a.md', 'co-san.txt'])
    expect(readFileSync(join(corpus, 'a.md'), 'utf8')).toBe(before)
  })

  it('takes the second of two equal files of one call for the same', async () => {
    const { bring, path, corpus, names } = desk({ 'a.txt': plan(30), 'khac/a.txt': plan(30) })
    const { said } = await bring(path('a.txt'), path('khac/a.txt'))
    expect(said).toMatch(/đã nhập → a\.md[\s\S]*đã có từ trước/)
    expect(names(corpus)).toEqual(['a.md', 'co-san.txt'])
  })

  it('puts files into a folder of the corpus with --into, or into another corpus', async () => {
    const { bring, path, corpus, names } = desk({ 'a.txt': plan(30), 'b.txt': plan(31) })
    await bring(path('a.txt'), '--into', join(corpus, 'tinh', 'moi'))
    await bring(path('b.txt'), '--into', path('kho-khac'))
    expect(names(join(corpus, 'tinh', 'moi'))).toEqual(['a.md'])
    expect(names(corpus)).toEqual(['co-san.txt', 'tinh'])
    expect(names(path('kho-khac'))).toEqual(['b.md'])
  })

  it('writes the corrections of the call', async () => {
    const { bring, path, corpus } = desk({ 'a.txt': plan(30) })
    await bring(path('a.txt'), '--title', 'Kế hoạch mẫu', '--status', 'draft', '--visibility', '12, zalo:x')
    const text = readFileSync(join(corpus, 'a.md'), 'utf8')
    expect(text).toMatch(/^title: Kế hoạch mẫu$/m)
    expect(text).toMatch(/^status: draft$/m)
    expect(text).toMatch(/zalo:x/)
  })

  it('refuses a folder in one sentence', async () => {
    const { bring, corpus } = desk({})
    const { failure } = await bring(corpus)
    expect(failure).toBeInstanceOf(UserError)
    expect((failure as UserError).message).toMatch(/^“[^\n]*không phải tệp[^\n]*\.$/)
  })
})
