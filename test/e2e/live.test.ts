import { once } from 'node:events'
import { mkdirSync, readdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { dataFolder } from '../support/data-folder.ts'
import { folderOf } from '../support/folder.ts'
import { startProduct } from '../support/product.ts'

// A process of its own takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const steady = '# Kế hoạch số 1/KH-UBND tỉnh An Sơn\n\nTỉnh An Sơn mở 12 lớp học nghề cho nông dân.\n'
/** Every number of a version is the version's own. */
const changing = (version: number) =>
  `# Kế hoạch số 2/KH-UBND tỉnh Cù Lao\n\nTỉnh Cù Lao lắp ${version} trạm quan trắc nước sông.\n\nBa huyện của tỉnh Cù Lao có ${version} trạm quan trắc nước sông.\n`
const question = 'trạm quan trắc nước sông ở Cù Lao'

/** The product over a folder, reached through its page. */
async function running(corpus: string, data: string) {
  const product = startProduct({ CORPUS_DIR: corpus, DATA_DIR: data, TELEGRAM_BOT_TOKEN: '', ZALO_BOT_TOKEN: '' })
  await product.says(/trang web – http/)
  const base = /trang web – (http:\/\/\S+)/.exec(product.output())![1]!
  const readiness = async () => {
    const response = await fetch(`${base}/readyz`)
    return {
      status: response.status,
      ...((await response.json()) as { library: string; documents: number; version: string }),
    }
  }
  const ask = async (text: string) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${base}/api/ask`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ question: text }),
    })
    return { status: response.status, ...((await response.json()) as { outcome: string; text: string }) }
  }
  return { ...product, readiness, ask }
}

/** Moves a file into its place, as every careful program does. */
function put(corpus: string, name: string, content: string): void {
  writeFileSync(join(corpus, '.dang-chep'), content)
  renameSync(join(corpus, '.dang-chep'), join(corpus, name))
}

it('answers every question from one whole version while documents come, change and go', async () => {
  const corpus = folderOf({ 'an-son.md': steady })
  const { readiness, ask, process } = await running(corpus, dataFolder())
  const versions = new Set<string>()
  const numbers = new Set<string>()
  const asking = async (isOver: () => boolean) => {
    while (!isOver()) {
      const [{ status, library, version }, lasting, moving] = await Promise.all([
        readiness(),
        ask('lớp học nghề cho nông dân'),
        ask(question),
      ])
      expect([status, library, lasting.status, moving.status]).toEqual([200, 'loaded', 200, 200])
      expect(lasting.text).toContain('mở 12 lớp học nghề')
      const said = [...moving.text.matchAll(/(\d+) trạm/g)].map(([, number]) => number!)
      expect(new Set(said).size).toBeLessThanOrEqual(1)
      versions.add(version)
      for (const number of said) numbers.add(number)
    }
  }
  for (const number of [21, 34, 55]) {
    put(corpus, 'cu-lao.md', changing(number))
    await asking(() => numbers.has(String(number)))
  }
  rmSync(join(corpus, 'cu-lao.md'))
  const first = [...versions][0]!
  versions.clear()
  await asking(() => versions.has(first))
  expect((await ask(question)).text).not.toContain('55 trạm')
  process.kill('SIGTERM')
})

it('says on its health page that a file cannot be read, and goes on with what it had', async () => {
  const corpus = folderOf({ 'an-son.md': steady })
  const { readiness, ask, says, process } = await running(corpus, dataFolder())
  put(corpus, 'an-son.md', '---\ntitle: [không đóng\n---\nx\n')
  await says(/file not read/)
  expect(await readiness()).toMatchObject({ status: 200, library: 'degraded', unreadable: 1, documents: 1 })
  expect((await ask('lớp học nghề cho nông dân')).text).toContain('mở 12 lớp học nghề')
  process.kill('SIGTERM')
})

it('killed while it takes up a document, starts with the old state or the new one', async () => {
  const corpus = folderOf({ 'an-son.md': steady })
  const data = dataFolder()
  const readings = join(data, 'readings')
  mkdirSync(readings)
  for (const number of [21, 34]) {
    const product = await running(corpus, data)
    const watcher = watch(readings)
    const written = once(watcher, 'change')
    put(corpus, 'cu-lao.md', changing(number))
    await written
    watcher.close()
    product.process.kill('SIGKILL')
    await product.ended
    const next = await running(corpus, data)
    expect(await next.readiness()).toMatchObject({ library: 'loaded', documents: 2 })
    expect((await next.ask(question)).text).toContain(`${number} trạm`)
    expect(readdirSync(readings)).toHaveLength(2)
    next.process.kill('SIGTERM')
    await next.ended
  }
})
