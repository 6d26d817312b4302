import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import { type LibraryOptions, type LibraryReport, type LiveLibrary, openLibrary } from '../../src/live/library.ts'
import { dataFolder } from '../support/data-folder.ts'
import { folderOf } from '../support/folder.ts'

// Worker threads take their time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const paper = (number: number, place: string, says: string) =>
  `# Kế hoạch số ${number}/KH-UBND về chuyển đổi số tỉnh ${place}\n\nTỉnh ${place} ${says}.\n`
const files = {
  'an-son.md': paper(1, 'An Sơn', 'lập kho dữ liệu dùng chung trong năm 2025'),
  'binh-nguyen.md': paper(2, 'Bình Nguyên', 'mở 12 lớp học nghề cho nông dân trong năm 2025'),
}
const broken = '---\ntitle: [không đóng\n---\nNội dung.\n'

async function library(options: LibraryOptions = {}, content: Record<string, string> = files) {
  const folder = folderOf(content)
  const reports: LibraryReport[] = []
  const watchers = new Set<() => void>()
  const live = await openLibrary(folder, {
    ...options,
    onReport: (report) => {
      reports.push(report)
      for (const watcher of [...watchers]) watcher()
    },
  })
  onTestFinished(() => live.stop())
  const assistant = createAssistant(live.knowledge)
  return {
    folder,
    live,
    reports,
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
    ask: async (text: string) => plainText(await assistant.ask({ text })),
    /** Resolves when the library has been looked at and is as wanted. */
    until: (wanted: (report: LibraryReport) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!wanted(live.report())) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
  }
}

const ids = (live: LiveLibrary) => live.knowledge().corpus.documents.map(({ id }) => id)

it('sees a new, a changed, a renamed and a removed file by itself', async () => {
  const { folder, live, write, ask, until } = await library()
  const first = live.report().version
  mkdirSync(join(folder, 'con'))
  write('con/cu-lao.md', paper(3, 'Cù Lao', 'trồng 40 ha rừng ngập mặn ven biển'))
  await until(({ documents }) => documents === 3)
  expect(await ask('trồng rừng ngập mặn ven biển')).toContain('trồng 40 ha rừng ngập mặn')
  const second = live.report().version
  write('con/cu-lao.md', paper(3, 'Cù Lao', 'trồng 55 ha rừng ngập mặn ven biển'))
  await until(({ version }) => version !== second)
  expect(await ask('trồng rừng ngập mặn ven biển')).toContain('trồng 55 ha rừng ngập mặn')
  renameSync(join(folder, 'con/cu-lao.md'), join(folder, 'cu-lao.md'))
  await until(() => ids(live).includes('cu-lao'))
  rmSync(join(folder, 'cu-lao.md'))
  await until(({ version }) => version === first)
  expect(ids(live)).toEqual(['an-son', 'binh-nguyen'])
  expect(await ask('trồng rừng ngập mặn ven biển')).not.toContain('trồng 55 ha')
})

it('answers like a fresh start after every change', async () => {
  const { folder, live, write, ask } = await library()
  write('an-son.md', paper(1, 'An Sơn', 'lập 3 kho dữ liệu dùng chung trong năm 2026'))
  write('cu-lao.md', paper(3, 'Cù Lao', 'trồng 40 ha rừng ngập mặn ven biển'))
  rmSync(join(folder, 'binh-nguyen.md'))
  await live.refresh()
  const fresh = await loadKnowledge(folder)
  expect(live.knowledge().corpus.version).toBe(fresh.corpus.version)
  expect(live.knowledge().ledger.facts).toEqual(fresh.ledger.facts)
  const assistant = createAssistant(() => fresh)
  for (const text of ['kho dữ liệu dùng chung', 'An Sơn có mấy kho dữ liệu', 'lớp học nghề', '/vanban']) {
    expect(await ask(text)).toBe(plainText(await assistant.ask({ text })))
  }
})

it('keeps what did not change as it is', async () => {
  const { live, write } = await library()
  const before = live.knowledge()
  write('cu-lao.md', paper(3, 'Cù Lao', 'trồng 40 ha rừng ngập mặn ven biển'))
  await live.refresh()
  const after = live.knowledge()
  expect(after).not.toBe(before)
  expect(after.corpus.document('an-son')).toBe(before.corpus.document('an-son'))
  expect(before.corpus.documents).toHaveLength(2)
})

it('keeps the old state where a file cannot be read, and says so once', async () => {
  const refused: string[] = []
  const { live, write, ask } = await library({ onRefused: ({ file }) => refused.push(file) })
  const { version } = live.report()
  write('an-son.md', broken)
  write('moi.md', broken)
  await live.refresh()
  await live.refresh()
  expect(live.report()).toMatchObject({ version, problems: [{ file: 'an-son.md' }, { file: 'moi.md' }] })
  expect(live.report().problems[0]?.reason).toContain('vẫn được dùng')
  expect(refused).toEqual(['an-son.md', 'moi.md'])
  expect(await ask('kho dữ liệu dùng chung')).toContain('lập kho dữ liệu dùng chung')
  write('an-son.md', files['an-son.md'])
  write('moi.md', paper(3, 'Cù Lao', 'trồng 40 ha rừng ngập mặn ven biển'))
  await live.refresh()
  expect(live.report()).toMatchObject({ documents: 3, problems: [] })
})

it('keeps the old state while the folder cannot be read', async () => {
  const { folder, live, ask } = await library()
  renameSync(folder, `${folder}-moved`)
  await live.refresh()
  expect(live.report().problems[0]?.reason).toContain('Không đọc được thư mục')
  expect(await ask('kho dữ liệu dùng chung')).toContain('lập kho dữ liệu dùng chung')
  renameSync(`${folder}-moved`, folder)
  await live.refresh()
  expect(live.report()).toMatchObject({ documents: 2, problems: [] })
})

it('answers from nothing when every document was taken out', async () => {
  const { folder, live, ask } = await library()
  for (const name of Object.keys(files)) rmSync(join(folder, name))
  await live.refresh()
  expect(live.report().documents).toBe(0)
  expect(await ask('kho dữ liệu dùng chung')).not.toContain('lập kho dữ liệu')
  expect(await ask('/vanban')).toContain('0 văn bản')
})

it('keeps what it has read, reads it again with a word when it is damaged, and nothing of what is gone', async () => {
  const keptFolder = join(dataFolder(), 'readings')
  const first = await library({ keptFolder })
  await first.live.stop()
  const kept = readdirSync(keptFolder)
  expect(kept).toHaveLength(2)
  const damaged = readFileSync(join(keptFolder, kept[0]!))
  damaged[damaged.length - 3]! ^= 1
  writeFileSync(join(keptFolder, kept[0]!), damaged)
  writeFileSync(join(keptFolder, 'nua-chung.part'), 'x')
  const problems: string[] = []
  const second = await library({ keptFolder, onReadingProblem: (problem) => problems.push(problem) })
  expect(problems).toEqual(['damaged'])
  expect(second.live.knowledge().corpus.documents).toEqual(first.live.knowledge().corpus.documents)
  expect(second.live.knowledge().ledger.facts).toEqual(first.live.knowledge().ledger.facts)
  expect(readdirSync(keptFolder).sort()).toEqual(kept.sort())
  rmSync(join(second.folder, 'an-son.md'))
  await second.live.refresh()
  expect(readdirSync(keptFolder)).toHaveLength(1)
})
