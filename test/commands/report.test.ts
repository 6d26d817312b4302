import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { csv } from '../../src/commands/report.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { questionsOf } from '../../src/operations/store/questions.ts'
import { run } from '../support/command-line.ts'
import { dataFolder } from '../support/data-folder.ts'

it('writes gaps and feedback as tables, without who asked', async () => {
  const folder = dataFolder()
  const store = await openStore(folder)
  const questions = questionsOf(store)
  const asked = { person: '4440001112', chat: '4440001112' }
  for (const question of ['=1+1 giá "đất" ở', 'gia dat o 1']) {
    await questions.keep({ ...asked, question, outcome: 'not-found' })
  }
  await questions.judge((await questions.keep({ ...asked, question: 'mấy nhóm', outcome: 'answered' }))!, 'wrong')
  await store.destroy()
  const out = join(folder, 'bao-cao')
  const { status, out: said } = await run('admin.ts', ['report', out], '', { DATA_DIR: folder })
  expect(status).toBe(0)
  expect(said).toContain(join(out, 'thieu.csv'))
  const gaps = readFileSync(join(out, 'thieu.csv'), 'utf8')
  const feedback = readFileSync(join(out, 'phan-hoi.csv'), 'utf8')
  expect(gaps).toMatch(/^\ufeff"Câu hỏi",/)
  expect(gaps).toMatch(/"(?:gia dat o 1|'=1\+1 giá ""đất"" ở)","2"/)
  expect(feedback).toContain('"mấy nhóm","đã trả lời","chưa đúng"')
  expect(gaps + feedback).not.toContain('4440001112')
})

it.each(['=CMD()', '+84', '-1', '@a', '\tx'])('writes no formula for %j', (text) => {
  expect(csv([[text]])).toBe(`\ufeff"'${text}"\r\n`)
})
