import { expect, it } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import { runningBot } from '../support/telegram-bot.ts'

const question = 'trồng rừng phòng hộ ven biển'
const textOf = (result: { input_message_content: { message_text: string } }) =>
  result.input_message_content.message_text

it('gives the answer first, then passages, each alone with its full source', async () => {
  const { server } = await runningBot()
  const { results, cache_time, button } = await server.type(server.person(), question)
  expect(results[0]?.id).toMatch(/^a:/)
  expect(textOf(results[0]!)).toContain('Trồng mới 400 ha')
  expect(results.length).toBeGreaterThan(1)
  expect(results.length).toBeLessThanOrEqual(10)
  for (const result of results) expect(textOf(result)).toMatch(/Nguồn: .+ · Mã: [0-9A-Z]{3}-[0-9A-Z]{6}/)
  expect(cache_time).toBe(300)
  expect(button.text).toContain('Hỏi riêng')
})

it('gives each fact of an answer its own quotation', async () => {
  const knowledge = await loadKnowledge(new URL('../../corpus/', import.meta.url).pathname)
  const { server } = await runningBot({ knowledge: () => knowledge, assistant: createAssistant(() => knowledge) })
  const { results } = await server.type(server.person(), 'mục tiêu Hà Tĩnh năm 2030')
  const kinds = results.map(({ id }) => id[0])
  expect(kinds.slice(0, 3)).toEqual(['a', 'f', 'f'])
  expect(kinds.lastIndexOf('f')).toBeLessThan(kinds.indexOf('p'))
})

it('gives the same ids to the same query', async () => {
  const { server } = await runningBot()
  const again = await runningBot()
  const ids = async (where: typeof server) => (await where.type(where.person(), 'kinh tế')).results.map(({ id }) => id)
  expect(await ids(server)).toEqual(await ids(again.server))
})

it('shows the documents for an empty query and a way out for a fruitless one', async () => {
  const { server } = await runningBot()
  const an = server.person()
  const { results } = await server.type(an, '  ')
  expect(results.map(({ title }) => title)).toEqual(['12-CTr/TU', '08-NQ/TU'])
  const nothing = await server.type(an, 'zzqq xxyy')
  expect(nothing.results).toEqual([])
  expect(nothing.button.text).toContain('Không thấy')
})

it('pages without showing a passage twice, and survives a forged page', async () => {
  const knowledge = await loadKnowledge(new URL('../../corpus/', import.meta.url).pathname)
  const { server } = await runningBot({ knowledge: () => knowledge, assistant: createAssistant(() => knowledge) })
  const an = server.person()
  const first = await server.type(an, 'phát triển kinh tế')
  expect(first.next_offset).toMatch(/^\d+$/)
  const second = await server.type(an, 'phát triển kinh tế', first.next_offset)
  const codes = [...first.results, ...second.results].map(({ id }) => id.slice(2))
  expect(new Set(codes).size).toBe(codes.length)
  expect(second.results.length).toBeGreaterThan(0)
  expect((await server.type(an, 'phát triển kinh tế', "1' OR 1=1")).results).toEqual(first.results)
})

it('answers the newest of what thirty people type', async () => {
  const { server } = await runningBot()
  const people = Array.from({ length: 30 }, (_, i) => server.person(`Người ${i}`))
  for (const person of people) {
    for (const end of [4, 9, 14]) server.type(person, question.slice(0, end)).catch(() => {})
  }
  const answers = await Promise.all(people.map((person, i) => server.type(person, `${question} ${i}`)))
  for (const { results } of answers) expect(textOf(results[0]!)).toContain('Trồng mới 400 ha')
})

it('of a closed bot keeps results to the person they were made for', async () => {
  const { server } = await runningBot({ access: accessOf(['77'], []) })
  const known = { ...server.person(), id: 77 }
  expect(await server.type(known, question)).toMatchObject({ is_personal: true, cache_time: 60 })
  expect(await server.type(server.person(), question)).toMatchObject({ is_personal: true, cache_time: 0, results: [] })
})
