import { describe, expect, it } from 'vitest'
import { factsMargin } from '../../../src/channels/web/facts-margin.ts'
import { placesSideBySide } from '../../../src/channels/web/place-bars.ts'
import { targetsTimeline } from '../../../src/channels/web/timeline.ts'
import type { Fact } from '../../../src/facts/fact.ts'
import type { Document } from '../../../src/library/document.ts'
import { Quote } from '../../../src/library/quote.ts'
import { readDocument } from '../../../src/library/read-document.ts'

const words = 'Kinh tế số chiếm 30% GRDP đến năm 2030. Đề ra 08 nhóm nhiệm vụ.'

function paperOf(place: string): Document {
  return readDocument(`---\ntitle: Kế hoạch ${place}\nplace: ${place}\n---\n\n${words}\n`, `${place}.md`)
}

let made = 0
function fact(more: Partial<Fact>): Fact {
  const span = { start: 1, end: 1 + words.length }
  return {
    id: `f-${made++}`,
    document: 'a',
    kind: 'target',
    subject: 'kinh tế số',
    value: '30%',
    quote: span,
    context: span,
    stated: true,
    unit: '%',
    number: 30,
    year: 2030,
    ...more,
  }
}

/** An answer's facts, each cited from a paper of its own place. */
function stated(...facts: readonly (readonly [place: string, fact: Fact])[]) {
  return {
    citations: facts.map(([place]) => ({ quote: new Quote(paperOf(place), { start: 1, end: 10 }) })),
    facts: facts.map(([, fact], citation) => ({ fact, citation })),
  }
}

describe('targetsTimeline', () => {
  it('draws targets in the order of their years, named for those who do not see it, with a table that says the same', () => {
    const source = targetsTimeline([
      fact({ year: 2030, subject: 'kinh tế số', base: 'GRDP' }),
      fact({ year: 2025, subject: 'hồ sơ <trực tuyến>', value: '80%', number: 80, comparator: '>=' }),
    ])!.source
    expect([...source.matchAll(/class="year"[^>]*>(\d+)</g)].map(([, year]) => year)).toEqual(['2025', '2030'])
    expect(source).toMatch(/<svg[^>]* role="img" aria-labelledby="([\w-]+) ([\w-]+)".*<title id="\1">.*<desc id="\2">/s)
    expect(source).toContain('<td>2025</td><td>hồ sơ &lt;trực tuyến&gt;</td><td>tối thiểu 80%</td>')
    expect(source).toContain('<td>30% GRDP</td>')
    expect([...source.matchAll(/class="bar"[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([
      204.8, 76.8,
    ])
  })

  it('draws no bar for a growth rate, which is no share of a whole', () => {
    const source = targetsTimeline([fact({ subject: 'năng suất lao động tăng', value: '8%', number: 8 })])!.source
    expect(source).toContain('8%')
    expect(source).not.toContain('class="bar"')
  })

  it.each([
    ['results', fact({ kind: 'result' })],
    ['a target in words', (({ number: _, ...rest }) => rest)(fact({}))],
    ['a target without a year', (({ year: _, ...rest }) => rest)(fact({}))],
  ])('draws nothing for %s', (_, other) => {
    expect(targetsTimeline([other])).toBeUndefined()
  })
})

describe('placesSideBySide', () => {
  const count = (number: number, more: Partial<Fact> = {}) => {
    const { unit: _, year: __, ...rest } = fact({ kind: 'task_group_count', value: `0${number}`, number, ...more })
    return rest
  }

  it('draws a bar for each place as long as its number', () => {
    const source = placesSideBySide(stated(['An Sơn', count(4)], ['Bình Nguyên', count(8)]))!.source
    expect([...source.matchAll(/class="bar"[^>]* width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      160, 320,
    ])
    expect(source).toContain('An Sơn: 04; Bình Nguyên: 08</desc>')
  })

  it('never shows a number counted by us as if the document stated it', () => {
    const source = placesSideBySide(stated(['An Sơn', count(4)], ['Bình Nguyên', count(8, { stated: false })]))!.source
    expect(source).toContain('>08 (đếm từ danh mục)</text>')
  })

  it.each([
    ['one place', stated(['An Sơn', count(4)])],
    ['different kinds', stated(['An Sơn', count(4)], ['Bình Nguyên', fact({})])],
    ['different years', stated(['An Sơn', fact({})], ['Bình Nguyên', fact({ year: 2025 })])],
    ['different subjects', stated(['An Sơn', fact({})], ['Bình Nguyên', fact({ subject: 'hồ sơ trực tuyến' })])],
    ['ranks', stated(['An Sơn', fact({ kind: 'ranking' })], ['Bình Nguyên', fact({ kind: 'ranking' })])],
    ['two numbers of one place', stated(['An Sơn', count(4)], ['An Sơn', count(5)], ['Bình Nguyên', count(8)])],
  ])('does not compare %s', (_, answer) => {
    expect(placesSideBySide(answer)).toBeUndefined()
  })
})

describe('factsMargin', () => {
  it('says where the document contradicts itself and where we counted', () => {
    const facts = [
      fact({ kind: 'task_group_count', subject: 'nhóm nhiệm vụ', value: '08', number: 8, listed: 9 }),
      fact({ kind: 'indicator_count', subject: 'chỉ tiêu', value: '5', number: 5, stated: false }),
    ]
    const source = factsMargin(paperOf('An Sơn'), facts, undefined).source
    expect(source).toContain('Văn bản nêu 08 nhưng liệt kê 9.')
    expect(source).toContain('văn bản không nêu tổng số')
  })

  it('leads from each fact to its words, and shows which of them are open now', () => {
    const paper = paperOf('An Sơn')
    const one = fact({ kind: 'result', quote: { start: 1, end: 30 } })
    const other = fact({ kind: 'result', quote: { start: 41, end: 60 } })
    const source = factsMargin(paper, [one, other], { start: 1, end: 10 }).source
    expect(source).toContain(`?trich=${new Quote(paper, other.quote).code}#`)
    expect(source.match(/<li class="here">/g)).toHaveLength(1)
  })
})
