import { describe, expect, it } from 'vitest'
import { answersFrom } from '../support/answers.ts'

const tasks = Array.from({ length: 23 }, (_, i) => `${i + 1}. Việc số hiệu ${i + 101} của tỉnh.`)
const ask = await answersFrom({
  'ke-hoach.txt': [
    'Hưng Yên thông qua kế hoạch chuyển đổi số đến năm 2030',
    '',
    'Kế hoạch đề ra 23 nhóm nhiệm vụ, giải pháp sau đây:',
    ...tasks,
  ].join('\n'),
})
const question = 'Kể tên 23 nhóm nhiệm vụ, giải pháp của Hưng Yên'

describe('a list of more than ten lines', () => {
  it('is shown ten lines at a time in a conversation, until it ends', async () => {
    const pages = []
    for (const text of [question, 'xem tiếp', 'xem tiep', 'Xem tiếp.']) pages.push(await ask(text, 'hung-yen'))
    const shown = pages.map(({ text }) => [...text.matchAll(/Việc số hiệu (\d+)/g)].map(([, number]) => Number(number)))
    expect(shown.map((numbers) => numbers.length)).toEqual([10, 10, 3, 0])
    expect(shown.flat()).toEqual(Array.from({ length: 23 }, (_, i) => i + 101))
    expect(pages[0]!.text).toContain('Còn 13 mục; gõ “xem tiếp” để đọc thêm.')
    expect(pages[2]!.text).not.toContain('xem tiếp')
    expect(pages[2]!.text).toContain('Nguồn:')
    expect(pages[3]!.outcome).toBe('clarify')
  })

  it('goes on after thanks, and not after another question', async () => {
    for (const text of [question, 'cảm ơn']) await ask(text, 'a')
    expect((await ask('xem tiếp', 'a')).text).toContain('111')
    for (const text of [question, 'Hưng Yên có mấy nhóm nhiệm vụ?']) await ask(text, 'b')
    expect((await ask('xem tiếp', 'b')).outcome).toBe('clarify')
  })

  it('is shown whole where no conversation can go on', async () => {
    expect((await ask(question)).text.match(/Việc số hiệu/g)).toHaveLength(23)
  })
})
