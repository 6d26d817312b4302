import { Session } from 'node:inspector/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerOf } from '../../src/facts/ledger.ts'
import { corpusOf } from '../../src/library/corpus.ts'
import { readDocument } from '../../src/library/read-document.ts'

/** Stretches of text of which a paper could be made up by somebody who means ill. */
const units = [
  'Hà Tĩnh ',
  '36-NQ/TW ',
  'ngày 15/5/2018 ',
  'năm 2030 ',
  '1.234.567,89 ',
  'ba mươi lăm ',
  'nhóm nhiệm vụ, giải pháp ',
  'ông Nguyễn Văn Mẫu, ',
  'Sở Khoa học và Công nghệ chủ trì; ',
  'a) xây dựng; ',
  '(“[',
  '- ',
  '. ',
  '1. ',
  '| a ',
  'a\u0301',
  '\n',
  'Điều 1. Xây dựng\n',
  'xếp thứ 3/63, tăng 2 bậc; ',
]
const short = 8_000
/** Twice the text may take twice the work and some more, not four times. */
const most = 2.7

const session = new Session()
beforeAll(async () => {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
})
afterAll(() => session.disconnect())

/** How often blocks of our own code were run: work counted, whatever the machine. */
async function work(run: () => void): Promise<number> {
  await session.post('Profiler.takePreciseCoverage')
  run()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => /\/(?:src|handlers)\//.test(url) && !url.includes('node_modules'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0)
}

function read(text: string): void {
  const document = readDocument(text, 'mau.txt')
  corpusOf([document])
  ledgerOf([document])
}

it.each(units)('twice as much of %j is twice the work', async (unit) => {
  const text = unit.repeat(short / unit.length)
  read(text.slice(0, 500))
  const once = await work(() => read(text))
  const twice = await work(() => read(text + text))
  expect(once).toBeGreaterThan(0)
  expect(twice / once).toBeLessThan(most)
})
