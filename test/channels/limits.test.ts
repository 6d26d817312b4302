import { expect, it } from 'vitest'
import { createLimits } from '../../src/channels/limits.ts'

function limited(settings: { person?: number; group?: number; total?: number }) {
  let now = 0
  const limits = createLimits({ person: 0, group: 0, total: 0, ...settings }, () => now)
  const ask = async (person: string, group?: string) => {
    const allowance = await limits.allows(person, group ?? person, group !== undefined)
    return allowance.granted ? 'yes' : (allowance.said ?? 'silence')
  }
  return { ask, pass: (time: number) => (now += time) }
}

it('lets a person ask so often a minute, says once that it is too much, and answers again later', async () => {
  const { ask, pass } = limited({ person: 2 })
  expect(await Promise.all(['an', 'an', 'an', 'an', 'binh'].map((who) => ask(who)))).toEqual([
    'yes',
    'yes',
    expect.stringContaining('hỏi nhanh quá'),
    'silence',
    'yes',
  ])
  pass(60_001)
  expect(await ask('an')).toBe('yes')
})

it('leaves half of what a group may ask to the others', async () => {
  const { ask } = limited({ group: 4 })
  expect(await Promise.all([1, 2, 3, 4].map(() => ask('an', 'hop')))).toEqual([
    'yes',
    'yes',
    expect.any(String),
    'silence',
  ])
  expect(await Promise.all([1, 2, 3].map((i) => ask(`nguoi ${i}`, 'hop')))).toEqual([
    'yes',
    'yes',
    expect.stringContaining('Nhóm'),
  ])
  expect(await ask('an')).toBe('yes')
})

it('tells each person once when there is too much in all', async () => {
  const { ask } = limited({ total: 1 })
  expect(await ask('an')).toBe('yes')
  expect(await Promise.all(['binh', 'chi', 'binh'].map((who) => ask(who)))).toEqual([
    expect.stringContaining('quá nhiều'),
    expect.stringContaining('quá nhiều'),
    'silence',
  ])
})

it('does not limit where the setting is 0', async () => {
  const { ask } = limited({})
  expect(new Set(await Promise.all(Array.from({ length: 500 }, () => ask('an', 'hop'))))).toEqual(new Set(['yes']))
})
