import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapLabel } from '../../../src/channels/web/svg-text.ts'

const label = fc.string({ unit: fc.constantFrom('a', 'ệ', 'T', ' ', '-', '%') })

describe('wrapLabel', () => {
  it('keeps every line within the width and the lines within their number', () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 4, max: 30 }), fc.integer({ min: 1, max: 4 }), (text, width, most) => {
        const lines = wrapLabel(text, width, most)
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('loses no word without an ellipsis', () => {
    fc.assert(
      fc.property(label, fc.integer({ min: 4, max: 30 }), fc.integer({ min: 1, max: 4 }), (text, width, most) => {
        const shown = wrapLabel(text, width, most).join(' ')
        if (!shown.includes('…')) expect(shown).toBe(text.split(/\s+/).filter(Boolean).join(' '))
      }),
    )
  })

  it('cuts with an ellipsis what does not fit', () => {
    expect(wrapLabel('tỷ lệ hồ sơ xử lý trực tuyến', 12, 2)).toEqual(['tỷ lệ hồ sơ', 'xử lý trực…'])
  })
})
