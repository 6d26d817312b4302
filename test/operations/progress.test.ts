import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progressBar } from '../../src/operations/progress.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function terminal(isTTY: boolean) {
  const written: string[] = []
  const write = (text: unknown) => {
    written.push(String(text))
    return true
  }
  return { written, stream: { isTTY, write } }
}

it('shows a bar once work has taken more than a second, and ends its line', () => {
  const { written, stream } = terminal(true)
  const bar = progressBar('Đọc văn bản', stream)
  bar(1, 4)
  vi.advanceTimersByTime(900)
  bar(2, 4)
  expect(written).toEqual([])
  vi.advanceTimersByTime(200)
  bar(3, 4)
  bar(3, 4)
  bar(4, 4)
  expect(written).toHaveLength(3)
  expect(written[0]).toMatch(/^\rĐọc văn bản █+░+ 75 %$/)
  expect(written.join('')).toMatch(/█ 100 %\n$/)
})

it('shows nothing of work that is done within a second', () => {
  const { written, stream } = terminal(true)
  const bar = progressBar('Lập chỉ mục', stream)
  bar(1, 2)
  bar(2, 2)
  expect(written).toEqual([])
})

it('shows nothing where nobody watches', () => {
  const { written, stream } = terminal(false)
  const bar = progressBar('Lập chỉ mục', stream)
  bar(1, 2)
  vi.advanceTimersByTime(5000)
  bar(2, 2)
  expect(written).toEqual([])
})
