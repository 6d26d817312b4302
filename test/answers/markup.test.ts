import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from '../../src/answers/markup.ts'

/** What a browser makes of escaped text. */
function unescaped(source: string): string {
  return source
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

describe('html', () => {
  it('keeps any text inside its element and its attribute', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ';', 'a', 'ệ', '\n', '#', '3', '9') }),
        (text) => {
          const parts = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(html`<p title="${text}">${text}</p>`.source)
          expect(parts?.slice(1).map(unescaped)).toEqual([text, text])
        },
      ),
    )
  })

  it('replaces control characters that HTML forbids', () => {
    expect(html`${'a\u0000b\u001bc'}`.source).toBe('a\ufffdb\ufffdc')
  })

  it('joins lists, leaves out what is missing, and does not escape markup twice', () => {
    const items = ['<', 2].map((item) => html`<li>${item}</li>`)
    expect(html`<ul>${items}</ul>${undefined}${false}`.source).toBe('<ul><li>&lt;</li><li>2</li></ul>')
  })
})
