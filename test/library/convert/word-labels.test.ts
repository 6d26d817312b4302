import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertSource } from '../../../src/library/convert/convert-source.ts'
import { readSource } from '../../../src/library/read-source.ts'
import { converterOfTest, sourceFile } from '../../support/sources.ts'
import { wordWith } from '../../support/zip.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const part = (name: string, xml: string) => ({ name: `word/${name}.xml`, content: new TextEncoder().encode(xml) })

interface LevelOfTest {
  readonly format?: string
  readonly text: string
  readonly start?: number
  readonly more?: string
}

const scheme = (id: number, levels: readonly LevelOfTest[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ({ format = 'decimal', text, start = 1, more = '' }, i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (list: number, level: number, text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const styled = (style: string, text: string, more = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

async function linesOf(body: string, numbering: string, styles = ''): Promise<string[]> {
  const parts = [
    part('numbering', `<w:numbering ${w}>${numbering}</w:numbering>`),
    part('styles', `<w:styles ${w}>${styles}</w:styles>`),
  ]
  const { text } = await convertSource(wordWith(body, parts), 'a.docx')
  return text.split('\n').filter(Boolean)
}

describe('automatic numbers of Word', () => {
  it('stand as text in a file made by LibreOffice, so that its sections are known', async () => {
    const { document } = await readSource(
      sourceFile('quy-che-danh-so-writer.docx'),
      'a.docx',
      converterOfTest().convert,
    )
    expect(document.sections.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Chương I', 'Điều 1', 'Điều 2', 'I', '1', '2', 'a', 'b', 'II']),
    )
    expect(document.text).toContain('b) Có 50 bộ dữ liệu mở trong năm 2027.\n')
    expect(document.text).toContain('II. NHIỆM VỤ\n\n1. Sở Mẫu rà soát dữ liệu.')
  })

  it.each<[string, string, LevelOfTest, string]>([
    ['Arabic digits', 'Điều %1.', { text: '' }, 'Điều 4. Mẫu'],
    ['two digits', '%1.', { text: '', format: 'decimalZero' }, '04. Mẫu'],
    ['capital Roman numerals', '%1.', { text: '', format: 'upperRoman' }, 'IV. Mẫu'],
    ['small Roman numerals', '%1)', { text: '', format: 'lowerRoman' }, 'iv) Mẫu'],
    ['capital letters', '%1.', { text: '', format: 'upperLetter' }, 'D. Mẫu'],
    ['letters', '%1)', { text: '', format: 'lowerLetter' }, 'd) Mẫu'],
    ['letters behind z', '%1)', { text: '', format: 'lowerLetter', start: 28 }, 'bb) Mẫu'],
    ['no number', 'Mục', { text: '', format: 'none' }, 'Mục Mẫu'],
    ['no label', '', { text: '' }, 'Mẫu'],
    ['a dot of a symbol font', '\uf0b7', { text: '', format: 'bullet' }, '- Mẫu'],
    ['a plus', '+', { text: '', format: 'bullet' }, '+ Mẫu'],
    ['signs that XML writes as entities', '%1 &amp;', { text: '' }, '4 & Mẫu'],
    ['a label longer than Word writes', 'x'.repeat(300), { text: '' }, 'Mẫu'],
  ])('are written as %s', async (_, text, level, expected) => {
    const numbering = scheme(0, [{ start: 4, ...level, text }]) + list(1, 0)
    expect(await linesOf(item(1, 0, 'Mẫu'), numbering)).toEqual([expected])
  })

  it('begin anew under a higher level, unless the level says from which', async () => {
    const levels = [
      { text: 'Chương %1.', format: 'upperRoman' },
      { text: 'Điều %2.', more: '<w:lvlRestart w:val="0"/>' },
      { text: '%3.' },
      { text: '%1.%3.%4', more: '<w:isLgl/>' },
    ]
    const body = [0, 1, 2, 2, 1, 2, 3, 0, 1, 2].map((level) => item(1, level, 'Mẫu')).join('')
    expect((await linesOf(body, scheme(0, levels) + list(1, 0))).map((line) => line.replace(' Mẫu', ''))).toEqual([
      'Chương I.',
      'Điều 1.',
      '1.',
      '2.',
      'Điều 2.',
      '1.',
      '1.1.1',
      'Chương II.',
      'Điều 3.',
      '1.',
    ])
  })

  it('go on over lists of one scheme, and begin anew where a list says so', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const other = `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>`
    const numbering = scheme(0, [{ text: '%1.' }]) + list(1, 0) + list(2, 0) + list(3, 0, restart) + list(4, 0, other)
    const body = [1, 1, 2, 3, 3, 4].map((list) => item(list, 0, 'Mẫu')).join('')
    const labels = (await linesOf(body, numbering)).map((line) => line.split(' ')[0])
    expect(labels).toEqual(['1.', '2.', '3.', '1.', '2.', 'c)'])
  })

  it('come from styles, at the level that names the style, and from numbering styles', async () => {
    const numbering =
      scheme(0, [
        { text: '%1.', format: 'upperRoman' },
        { text: 'Điều %2.', more: '<w:pStyle w:val="Dieu"/>' },
      ]) +
      list(1, 0) +
      `<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="So"/></w:abstractNum>${list(8, 7)}`
    const styles = `<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Dieu"/></w:style>
      <w:style w:type="numbering" w:styleId="So"><w:name w:val="So"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const body = styled('Dieu', 'Một') + styled('Con', 'Hai') + styled('Dieu', 'Không', none) + item(8, 0, 'Phần')
    expect(await linesOf(body, numbering, styles)).toEqual(['## Điều 1. Một', 'Điều 2. Hai', '## Không', 'I. Phần'])
  })

  it('take the bold of the words behind them; bullets do not', async () => {
    const bold = (list: number) => item(list, 0, 'Mẫu').replace('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>')
    const numbering =
      scheme(0, [{ text: '%1.' }]) + scheme(1, [{ text: '-', format: 'bullet' }]) + list(1, 0) + list(2, 1)
    expect(await linesOf(bold(1) + bold(2), numbering)).toEqual(['**1. Mẫu**', '- Mẫu'])
  })

  it('fill the column of ordinals in a table, and pass over empty paragraphs elsewhere', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const empty = item(1, 0, '').replace(/<w:r>.*<\/w:r>/, '')
    const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
    const row = (first: string, second: string) => `<w:tr>${cell(first)}${cell(second)}</w:tr>`
    const body = `<w:tbl>${row(text('STT'), text('Xã'))}${row(empty, text('Mẫu'))}${row(empty, text('Thử'))}</w:tbl>${empty}`
    const lines = await linesOf(body, scheme(0, [{ text: '%1' }]) + list(1, 0))
    expect(lines.slice(2)).toEqual(['| 1 | Mẫu |', '| 2 | Thử |'])
  })

  it('count what tracked changes leave, and a text box once', async () => {
    const deleted = item(1, 0, '').replace('<w:numPr>', '<w:rPr><w:del/></w:rPr><w:numPr>')
    const before = item(1, 0, 'Giữ').replace(
      '</w:pPr>',
      '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange></w:pPr>',
    )
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    const box = (tag: string) =>
      `<mc:${tag}><w:pict><w:txbxContent>${item(1, 0, 'Hộp')}</w:txbxContent></w:pict></mc:${tag}>`
    const boxes = `<w:p><w:r><mc:AlternateContent ${mc}>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r></w:p>`
    const numbering = scheme(0, [{ text: '%1.' }]) + list(1, 0) + list(2, 0)
    const lines = await linesOf(deleted + before + boxes + item(1, 0, 'Cuối'), numbering)
    expect(lines.filter((line) => /^\d/.test(line)).sort()).toEqual(['1. Giữ', '2. Hộp', '3. Cuối'])
  })

  it('never lose a word, whatever the numbering says', async () => {
    const some = fc.constantFrom('0', '1', '2', '-1', '99999999999', 'x', '')
    const level = fc.record({
      text: fc.constantFrom('%1.', '%9', 'Điều %2', '', '%%1'),
      format: fc.constantFrom('decimal', 'upperRoman', 'lowerLetter', 'bullet', 'none', 'lạ'),
      more: some.map((value) => `<w:lvlRestart w:val="${value}"/><w:start w:val="${value}"/>`),
    })
    const places = fc.array(fc.tuple(fc.nat(3), fc.nat(9)), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(level, { maxLength: 4 }), places, some, async (levels, items, link) => {
        const numbering = `${scheme(0, levels)}<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>${list(1, 0)}${list(2, 1)}${list(3, Number(link) || 0)}`
        const styles = `<w:style w:type="numbering" w:styleId="S"><w:basedOn w:val="S"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
        const body = items.map(([list, at], i) => item(list, at, `Mẫu${i}x`)).join('')
        const lines = await linesOf(body, numbering, styles)
        expect(lines.map((line) => /Mẫu\d+x$/.exec(line)?.[0])).toEqual(items.map((_, i) => `Mẫu${i}x`))
      }),
      { numRuns: 60 },
    )
  })
})
