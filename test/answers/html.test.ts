import { describe, expect, it } from 'vitest'
import type { Answer, AnswerBlock } from '../../src/answers/answer.ts'
import { answerHtml, documentPath, passagePath } from '../../src/answers/html.ts'
import { html } from '../../src/answers/markup.ts'
import { plainText } from '../../src/answers/plain-text.ts'
import { Quote } from '../../src/library/quote.ts'
import { readDocument } from '../../src/library/read-document.ts'
import { readQuestion } from '../../src/questions/read-question.ts'

const document = readDocument(
  '# Kế hoạch số\n\n## Mục tiêu\n\nTỉnh có <nhiều> dữ liệu & cổng "mở".\n\n| TT | Việc |\n| --- | --- |\n| 1 | Lập kho |\n',
  'ke-hoach.md',
)
const links = {
  passage: passagePath,
  document: documentPath,
  question: (question: string) => `/?q=${encodeURIComponent(question)}`,
}

function quoted(words: string): Quote {
  const start = document.text.indexOf(words)
  return new Quote(document, { start, end: start + words.length })
}

function show(blocks: readonly AnswerBlock[], more: Partial<Answer> = {}): string {
  const reading = readQuestion('câu hỏi')
  return answerHtml({ outcome: 'answered', blocks, citations: [], facts: [], choices: [], reading, ...more }, links)
    .source
}

describe('answerHtml', () => {
  it('shows a quotation escaped, with its document, place and code', () => {
    const quote = quoted('Tỉnh có <nhiều> dữ liệu & cổng "mở".')
    const source = show([{ kind: 'quote', citation: 0 }], { citations: [{ quote }] })
    expect(source).toContain('Tỉnh có &lt;nhiều&gt; dữ liệu &amp; cổng &quot;mở&quot;.')
    expect(source).toContain(`href="/van-ban/ke-hoach?trich=${quote.code}#${quote.code}"`)
    expect(source).toContain(`<code>${quote.code}</code>`)
    expect(source).toContain('Mục tiêu</span>')
  })

  it('shows a quoted row as a table under its header', () => {
    const row = document.blocks.find(({ kind, headerRow }) => kind === 'table-row' && headerRow !== undefined)!
    const header = new Quote(document, document.blocks[row.headerRow!]!)
    const source = show([{ kind: 'quote', citation: 0 }], { citations: [{ quote: new Quote(document, row), header }] })
    expect(source).toContain('<th scope="col">Việc</th>')
    expect(source).toContain('<td>Lập kho</td>')
    expect(source).not.toContain('|')
  })

  it('makes each quoted item of a list a link to its passage', () => {
    const quote = quoted('cổng "mở"')
    const source = show([{ kind: 'quoted-list', ordered: true, citations: [0] }], { citations: [{ quote }] })
    expect(source).toContain(`<li><a href="${passagePath(quote)}">cổng &quot;mở&quot;</a></li>`)
  })

  it('leaves out the sign that opens a list item, and nothing else', () => {
    const list = readDocument('- Việc thứ nhất - có gạch nối.\n', 'viec.md')
    const source = show([{ kind: 'quote', citation: 0 }], { citations: [{ quote: new Quote(list, list.blocks[0]!) }] })
    expect(source).toContain('<p>Việc thứ nhất - có gạch nối.</p>')
  })

  it('puts a picture below the table that it shows', () => {
    const blocks: AnswerBlock[] = [
      { kind: 'table', header: [], rows: [['An Sơn', '3']] },
      { kind: 'note', text: 'Ghi chú' },
    ]
    const answer = {
      outcome: 'answered',
      blocks,
      citations: [],
      facts: [],
      choices: [],
      reading: readQuestion('x'),
    } as const
    expect(answerHtml(answer, links, html`<svg></svg>`).source).toMatch(/<\/table><\/div><svg><\/svg><p class="note">/)
  })

  it('shows a comparison as a table with headers for columns and rows', () => {
    const source = show([{ kind: 'table', header: ['Tỉnh', 'Số nhóm'], rows: [['An Sơn', '3']] }])
    expect(source).toContain('<th scope="col">Số nhóm</th>')
    expect(source).toContain('<th scope="row">An Sơn</th><td>3</td>')
  })

  it('lists several things in one cell, which stand on one line elsewhere', () => {
    const rows = [['An Sơn', ['30% GRDP', '3 đô thị']]]
    expect(show([{ kind: 'table', header: [], rows }])).toContain(
      '<td><ul><li>30% GRDP</li><li>3 đô thị</li></ul></td>',
    )
    const reading = readQuestion('x')
    const blocks: AnswerBlock[] = [{ kind: 'table', header: [], rows }]
    const answer: Answer = { outcome: 'answered', blocks, citations: [], facts: [], choices: [], reading }
    expect(plainText(answer)).toBe('- An Sơn: 30% GRDP; 3 đô thị')
  })

  it('leads from a list of documents to each, on its later pages too', () => {
    const documents = ['a', 'b', 'c']
    const source = show([{ kind: 'list', ordered: true, first: 2, items: ['Văn bản B', 'Văn bản C'], documents }])
    expect(source).toContain('<li><a href="/van-ban/b">Văn bản B</a></li><li><a href="/van-ban/c">Văn bản C</a></li>')
  })

  it('makes choices links that ask', () => {
    const source = show([], { choices: [{ label: 'An Sơn', question: 'An Sơn & "x"' }] })
    expect(source).toContain('href="/?q=An%20S%C6%A1n%20%26%20%22x%22"')
    expect(source).toContain('data-question="An Sơn &amp; &quot;x&quot;"')
  })
})
