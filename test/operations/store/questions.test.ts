import { expect, it } from 'vitest'
import { questionsOf } from '../../../src/operations/store/questions.ts'
import { onEveryStore } from '../../support/stores.ts'

const asked = { person: '5', chat: '5', question: 'giá đất ở bao nhiêu', outcome: 'not-found' } as const

onEveryStore((place) => {
  it('keeps what was asked, judged and missed, and shows administrators not who asked', async () => {
    let now = 1_000
    const questions = questionsOf(await (await place()).open(), () => now++)
    const missed = await questions.keep(asked)
    const answered = (await questions.keep({ ...asked, question: 'mấy nhóm', outcome: 'answered' }))!
    expect(missed).toMatch(/^[\w-]{16}$/)
    expect([await questions.judge(answered, 'right'), await questions.judge(answered, 'wrong')]).toEqual([true, true])
    expect(await questions.judge('khong-co', 'right')).toBe(false)
    expect((await questions.gaps()).map(({ id }) => id)).toEqual([missed])
    expect(await questions.judged()).toEqual([
      { id: answered, chat: '5', question: 'mấy nhóm', outcome: 'answered', asked: 1_001, verdict: 'wrong' },
    ])
    expect(Object.keys((await questions.gaps())[0]!)).not.toContain('person')
  })

  it('closes a gap once, whoever asks', async () => {
    const questions = questionsOf(await (await place()).open())
    const id = (await questions.keep(asked))!
    const closed = await Promise.all([questions.close([id]), questions.close([id, 'khong-co']), questions.close([])])
    expect(closed.flat()).toEqual([id])
    expect(await questions.gaps()).toEqual([])
  })
})
