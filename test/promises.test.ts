import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerJson } from '../src/answers/answer-json.ts'
import { createAssistant } from '../src/assistant.ts'
import { knowledgeOf } from '../src/knowledge.ts'
import { corpusOf, reopen } from '../src/library/corpus.ts'
import type { Block, Document } from '../src/library/document.ts'
import { passagesOf } from '../src/library/passages.ts'
import { Quote } from '../src/library/quote.ts'
import { readDocument } from '../src/library/read-document.ts'

/** Lines of which papers, pages and tables are made, some of them broken. */
const line = fc.constantFrom(
  'NGHỊ QUYẾT',
  'về chuyển đổi số tỉnh Bình An đến năm 2030',
  'Tỉnh đề ra 08 nhóm nhiệm vụ; 12 chỉ tiêu. Đến năm 2030 kinh tế số chiếm 30% GRDP.',
  'Tỉnh đề ra 08 nhóm nhiệm vụ. '.repeat(30),
  'xây dựng hạ tầng số, phát triển dữ liệu, '.repeat(40),
  'Phần thứ nhất',
  'Điều 1. Mục tiêu',
  'Điều 2. Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ngành tổ chức thực hiện nghị quyết này.',
  'I. QUAN ĐIỂM',
  '1. Phát triển hạ tầng số',
  'a) xây dựng nền tảng dữ liệu;',
  '- Một là, tuyên truyền.',
  '2.1. Hạ tầng',
  '| TT | Chỉ tiêu | Kết quả |',
  '|---|---|---|',
  '| 1 | Xã có cáp quang | 100% |',
  '| I. | Hạ tầng | |',
  '| | | |',
  'TT\nChỉ tiêu\nNăm 2030\n1\nXã có cáp quang\n80%\n2\nTrường có phòng máy và\nthư viện số\n≥ 90%',
  'TT\tChỉ tiêu\tĐơn vị\tNăm 2030\n1\tXã có cáp quang\t%\t80\n2\tTrạm\ntrạm\n15',
  'Nguồn vốn\nNăm 2025\nCộng\nTỉnh\n12\n30\nXã\n4\n9',
  '|',
  '# Tiêu đề',
  '## Mục tiêu',
  '**Nhiệm vụ**',
  'Phát triển hạ tầng số',
  '07:30 | 15/05/2018 Print E-mail',
  'Trang chủ » Tin tức » Chuyển đổi số',
  'Quang cảnh cuộc họp',
  '[img]',
  'Ảnh: Văn Mẫu',
  'Các tin khác',
  'Tin thứ nhất của trang',
  'Giấy phép số: 12/GP-TTĐT ngày 01/02/2020',
  'Trang 2/5',
  '2',
  '\f',
  '',
  '   ',
  'Nguyễn Văn Mẫu',
  '\u00d0i\u1ec1u 3. \u00d0\u00f4 th\u1ecb',
  'Hạ tầng\u00a0số: 3 - 5 trung tâm đô thị',
)
const anything = fc.string({ unit: 'binary', maxLength: 60 })
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: anything }), { maxLength: 30 })
  .chain((lines) =>
    fc.tuple(fc.constantFrom('\n', '\n\n', '\r\n'), fc.constantFrom('NFC', 'NFD', '')).map(([end, form]) => {
      const joined = lines.join(end)
      return form === '' ? joined : joined.normalize(form)
    }),
  )
const file = fc.constantFrom('mau.txt', 'mau.md')

/** Front matter is not the matter here: a text that begins with it is read as plain text. */
function read(content: string, name: string): Document {
  return readDocument(content, content.startsWith('---') ? 'mau.txt' : name)
}

const isContent = ({ kind }: Block) =>
  kind === 'paragraph' || kind === 'item' || kind === 'table-row' || kind === 'heading'

describe('reading any text', () => {
  it('keeps the text as it is', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        expect(read(content, name).text).toBe(content)
      }),
    )
  })

  it('gives every character that is no space or table markup to exactly one block, in order', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        const { blocks } = read(content, name)
        let at = 0
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(content.slice(at, start)).toMatch(/^[\s\u0085|:-]*$/)
          at = end
        }
        expect(content.slice(at)).toMatch(/^[\s\u0085|:-]*$/)
      }),
    )
  })

  it('puts sentences and cells into their block, in order', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        for (const { start, end, sentences, cells = [] } of read(content, name).blocks) {
          for (const spans of [sentences, cells]) {
            let at = start
            for (const span of spans) {
              expect(span.start).toBeGreaterThanOrEqual(at)
              expect(span.end).toBeGreaterThanOrEqual(span.start)
              expect(span.end).toBeLessThanOrEqual(end)
              at = span.end
            }
          }
        }
      }),
    )
  })

  it('nests sections: parents come first and stand one level above', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        const { sections, blocks } = read(content, name)
        sections.forEach(({ parent, depth }, i) => {
          expect(parent).toBeLessThan(i)
          if (i > 0) expect(sections[parent]!.depth).toBe(depth - 1)
        })
        for (const { section } of blocks) expect(sections[section]).toBeDefined()
      }),
    )
  })

  it('reads the same content the same way', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        expect(read(content, name)).toEqual(read(content, name))
      }),
    )
  })
})

describe('passages of any text', () => {
  it('hold no furniture, caption or date line', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        const document = read(content, name)
        const around = document.blocks.filter((block) => !isContent(block))
        for (const { start, end, header } of passagesOf(document)) {
          for (const block of around) {
            expect(block.end <= start || block.start >= end).toBe(true)
            if (header) expect(block.end <= header.start || block.start >= header.end).toBe(true)
          }
        }
      }),
    )
  })

  it('cover all content: prose in order, headings in a passage or above one, header rows beside their rows', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        const document = read(content, name)
        const passages = passagesOf(document)
        const titles = new Set(passages.flatMap(({ section }) => ancestors(document, section)))
        passages.reduce((end, passage) => {
          expect(passage.start).toBeGreaterThanOrEqual(end)
          return passage.end
        }, 0)
        document.blocks.filter(isContent).forEach((block) => {
          const words = content.slice(block.start, block.end)
          let left = ''
          let at = block.start
          for (const { start, end } of passages) {
            if (end <= block.start || start >= block.end) continue
            left += content.slice(at, Math.max(at, start))
            at = Math.max(at, end)
          }
          left += content.slice(at, Math.max(at, block.end))
          const shownBeside =
            (block.kind === 'heading' && (titles.has(block.section) || block.section === 0)) ||
            passages.some(({ header }) => header?.start === block.start)
          if (!shownBeside) expect(left, words).toMatch(/^[\s;]*$/)
        })
      }),
    )
  })

  it('are never longer than a few paragraphs', () => {
    const wall = fc
      .tuple(fc.constantFrom('xây dựng ', 'a', 'hạ tầng số, ', '𝒳'), fc.integer({ min: 1, max: 4000 }))
      .map(([piece, times]) => piece.repeat(times))
    fc.assert(
      fc.property(wall, (content) => {
        for (const { start, end } of passagesOf(read(content, 'mau.txt'))) expect(end - start).toBeLessThanOrEqual(2000)
      }),
    )
  })
})

describe('quotations', () => {
  const document = read('Tỉnh có 8 nhóm nhiệm vụ.', 'mau.txt')

  it('are the words of the stored text between two offsets', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (content, a, b) => {
        const source = read(content, 'mau.txt')
        const [start, end] = [a % (content.length + 1), b % (content.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        if (start === end) return
        expect(new Quote(source, { start, end }).text).toBe(content.slice(start, end))
      }),
    )
  })

  it.each([
    [-1, 4],
    [0, 25],
    [5, 5],
    [6, 5],
    [Number.NaN, 4],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
    [0.5, 4],
  ])('cannot be built from %d to %d', (start, end) => {
    expect(() => new Quote(document, { start, end })).toThrow(RangeError)
  })

  it('are reopened by their code, in any case, without its hyphen', () => {
    fc.assert(
      fc.property(text, file, (content, name) => {
        const corpus = corpusOf([read(content, name), read('Một văn bản khác của tỉnh.', 'khac.txt')])
        for (const passage of corpus.passages) {
          const quote = new Quote(passage.document, passage)
          for (const code of [quote.code, quote.code.toLowerCase(), ` ${quote.code.replace('-', '')} `]) {
            const reopened = reopen(corpus, code)
            expect(reopened.kind).toBe('found')
            if (reopened.kind === 'found')
              expect(reopened.quote.text.normalize('NFC')).toBe(quote.text.normalize('NFC'))
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are reported as changed when their words are gone from the document', () => {
    const quote = new Quote(document, { start: 0, end: 15 })
    const changed = corpusOf([read('Tỉnh có 9 nhóm nhiệm vụ.', 'mau.txt')])
    expect(reopen(changed, quote.code)).toMatchObject({ kind: 'changed' })
  })
})

describe('answers', () => {
  it('quote stored text, never furniture, and are the same every time', { timeout: 120_000 }, async () => {
    const question = fc.oneof(
      fc.constantFrom(
        'có mấy nhóm nhiệm vụ',
        'kinh te so bao nhieu',
        '/vanban',
        '/vanban 1',
        '/kiemtra abc',
        'chào',
        '',
      ),
      anything,
    )
    await fc.assert(
      fc.asyncProperty(text, question, async (content, asked) => {
        const corpus = corpusOf([
          read(content, 'mau.txt'),
          read('Tỉnh Bình An có 3 nhóm nhiệm vụ về kinh tế số.', 'khac.txt'),
        ])
        const ask = async () => {
          const knowledge = await knowledgeOf(corpus)
          return createAssistant(() => knowledge).ask({ text: asked })
        }
        const answer = await ask()
        for (const { quote, header } of answer.citations) {
          for (const shown of [quote, ...(header ? [header] : [])]) {
            expect(shown.text).toBe(shown.document.text.slice(shown.start, shown.end))
            for (const block of shown.document.blocks) {
              if (!isContent(block)) expect(block.end <= shown.start || block.start >= shown.end).toBe(true)
            }
          }
          expect(reopen(corpus, quote.code).kind).toBe('found')
        }
        const json = answerJson(answer)
        for (const { quote } of json.citations) expect(json.text).toContain(quote)
        expect(JSON.stringify(answerJson(await ask()))).toBe(JSON.stringify(json))
      }),
      { numRuns: 25 },
    )
  })
})

function ancestors({ sections }: Document, section: number): number[] {
  const path: number[] = []
  for (let at = section; at >= 0; at = sections[at]!.parent) path.push(at)
  return path
}
