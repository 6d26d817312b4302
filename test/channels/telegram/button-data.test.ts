import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ButtonAction,
  buttonData,
  readButtonData,
  readStartPayload,
  startPayload,
} from '../../../src/channels/telegram/button-data.ts'

const code = fc.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{6}$/)
const id = fc.stringMatching(/^[\w-]{16}$/)
const action: fc.Arbitrary<ButtonAction> = fc.oneof(
  fc.record({ kind: fc.constantFrom('next', 'previous', 'context'), code }),
  fc.record({ kind: fc.constant('ask' as const), id }),
)

describe('button data', () => {
  it('is read as it was written, in at most 64 bytes', () => {
    fc.assert(
      fc.property(action, (action) => {
        const data = buttonData(action)
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(readButtonData(data)).toEqual(action)
      }),
    )
  })

  it('is read without harm whatever it is, and then has the form that is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^1[a-z]:.{0,50}$/)), (data) => {
        const read = readButtonData(data)
        if (read) expect(buttonData(read)).toBe(data)
      }),
    )
  })

  it('refuses to be too long', () => {
    expect(() => buttonData({ kind: 'ask', id: 'ữ'.repeat(30) })).toThrow(RangeError)
  })
})

describe('start payload', () => {
  it.each([
    [{ kind: 'passage', code: 'K7Q-M3X9PF' } as const, 'K7Q-M3X9PF'],
    [{ kind: 'ask', id: 'abc_DEF-0123456x' } as const, 'q_abc_DEF-0123456x'],
  ])('is written and read: %j', (action, payload) => {
    expect(startPayload(action)).toBe(payload)
    expect(readStartPayload(payload)).toEqual(action)
  })

  it.each(['', 'hoi', 'q_', '../..', 'K7Q-M3X9P'])('of no use to us is left aside: %j', (payload) => {
    expect(readStartPayload(payload)).toBeUndefined()
  })
})
