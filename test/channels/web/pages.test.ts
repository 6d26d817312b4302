import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handlers } from '../../../handlers/table.ts'
import { spoken } from '../../../src/answers/compose.ts'
import { passagePath } from '../../../src/answers/html.ts'
import { Quote } from '../../../src/library/quote.ts'
import { readQuestion } from '../../../src/questions/read-question.ts'
import { type RunningWeb, startWeb } from './sample-library.ts'

let web: RunningWeb
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web.web.stop())

async function page(path: string): Promise<string> {
  return (await fetch(web.base + path)).text()
}

/** Text of a piece of HTML that our own template tag escaped. */
function textOf(source: string): string {
  return source
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!,
    )
}

describe('the chat page', () => {
  it('offers everything that can be asked', async () => {
    const source = await page('/')
    for (const { summary } of handlers) expect(textOf(source)).toContain(summary)
  })

  it('answers without any script: the question, the quotation and its link stand in the page', async () => {
    const source = await page(`/?cau-hoi=${encodeURIComponent('kho dữ liệu dùng chung')}`)
    expect(source).toContain('<h2 class="question">kho dữ liệu dùng chung</h2>')
    const [, href] = /<figcaption class="source">Nguồn: <a href="([^"]+)"/.exec(source)!
    const reader = await page(textOf(href!))
    const code = /#(.+)$/.exec(href!)![1]
    expect(reader).toContain(`<mark id="${code}">`)
  })

  it('carries the conversation in its links and its form', async () => {
    const asked: (string | undefined)[] = []
    const choosing = await startWeb({
      assistant: {
        async ask({ text, conversation }) {
          asked.push(conversation)
          return spoken('clarify', readQuestion(text), 'Chọn tỉnh nào?', [
            { label: 'An Sơn', question: 'An Sơn & khác' },
          ])
        },
      },
    })
    const source = await (await fetch(`${choosing.base}/?cau-hoi=nh%C3%B3m`)).text()
    const [, choice] = /<a class="choice" href="([^"]+)"/.exec(source)!
    const [, named] = /name="hoi-thoai" value="([^"]+)"/.exec(source)!
    await fetch(choosing.base + textOf(choice!))
    await choosing.web.stop()
    expect(asked).toEqual([`web:${named}`, `web:${named}`])
    expect(new URLSearchParams(textOf(choice!).slice(2)).get('cau-hoi')).toBe('An Sơn & khác')
  })

  it('shows hostile questions as text', async () => {
    const source = await page(`/?cau-hoi=${encodeURIComponent('"><script>alert(1)</script><img src=x onerror=y>')}`)
    expect(source).not.toMatch(/<script>|<img src=x/)
    expect(source).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it.each(['"><b>', 'x', 'a'.repeat(500)])('makes a new conversation instead of the name %j', async (name) => {
    const source = await page(`/?cau-hoi=xin+ch%C3%A0o&hoi-thoai=${encodeURIComponent(name)}`)
    expect(/name="hoi-thoai" value="([^"]+)"/.exec(source)![1]).toMatch(/^[\w-]{16}$/)
  })

  it('loads in under 150 kB with everything it needs, all from this server', async () => {
    const source = await page('/')
    const style = await page(/href="(\/assets\/style[^"]+)"/.exec(source)![1]!)
    const paths = [...source.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g), ...style.matchAll(/url\(([^)]+)\)/g)]
    const needed = new Set(['/', ...paths.map(([, path]) => path!)])
    let bytes = 0
    for (const path of needed) {
      const response = await fetch(web.base + path)
      expect([path, response.status]).toEqual([path, 200])
      bytes += (await response.arrayBuffer()).byteLength
      if (path !== '/') expect(response.headers.get('cache-control')).toContain('immutable')
    }
    expect(needed.size).toBeGreaterThan(7)
    expect(bytes).toBeLessThan(150_000)
    expect(`${source}${style}`).not.toMatch(/https?:\/\/|\/\/[a-z]/)
  })
})

describe('every page', () => {
  it.each([
    '/',
    '/?cau-hoi=kho+d%E1%BB%AF+li%E1%BB%87u',
    '/van-ban',
    '/van-ban/thu-pha-trang',
    '/van-ban/an-son-chuong-trinh',
  ])('%s holds no script or style of its own, is in Vietnamese and has one main heading', async (path) => {
    const source = await page(path)
    expect(source).not.toMatch(/<script(?![^>]* src="\/assets\/)|<style|\sstyle="|\son[a-z]+="|javascript:[^<]*"/)
    expect(source).toContain('<html lang="vi">')
    expect(source.match(/<h1[ >]/g)).toHaveLength(1)
  })
})

describe('the list of documents', () => {
  const titles = async (query: string) =>
    [...(await page(`/van-ban?${query}`)).matchAll(/<h2><a href="\/van-ban\/([^"]+)"/g)].map(([, id]) => id)

  it.each([
    ['', ['an-son-chuong-trinh', 'binh-nguyen-du-thao', 'thu-pha-trang']],
    ['noi=An+S%C6%A1n', ['an-son-chuong-trinh']],
    [`loai=${encodeURIComponent('dự thảo nghị quyết')}`, ['binh-nguyen-du-thao']],
    ['nam=2023', ['binh-nguyen-du-thao']],
    ['nam=1999', []],
    ['tim=12-ctr', ['an-son-chuong-trinh']],
    ['tim=t%E1%BA%ADp+hu%E1%BA%A5n+k%E1%BB%B9+n%C4%83ng', ['an-son-chuong-trinh']],
    ['tim=chinh+quyen+so+binh+nguyen&nam=2023&trang=9', ['binh-nguyen-du-thao']],
  ])('narrowed by %j holds %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  it('shows the passage that holds the words', async () => {
    const source = await page('/van-ban?tim=c%E1%BA%ADp+nh%E1%BA%ADt+h%E1%BA%B1ng+th%C3%A1ng')
    expect(/<p class="excerpt">(.*?)<\/p>/s.exec(source)?.[1]).toContain('cập nhật hằng tháng')
  })

  it('shows an item without the sign of its list, and says which date is which', async () => {
    const source = await page(`/van-ban?tim=${encodeURIComponent('hồ sơ xử lý trực tuyến tối thiểu 80%')}`)
    expect(/<p class="excerpt"><a[^>]*>(.*?)<\/a>/s.exec(source)?.[1]).toMatch(/^Đến năm 2027, tỷ lệ hồ sơ/)
    const list = await page('/van-ban')
    expect(list).toContain('<li>Ngày ban hành 05/03/2024</li>')
    expect(list).toContain('<li>Ngày đăng 01/09/2023</li>')
  })
})

describe('the reader', () => {
  it('marks exactly the words of every passage that can be cited', async () => {
    for (const passage of web.knowledge.corpus.passages) {
      const quote = new Quote(passage.document, passage)
      const source = await page(passagePath(quote))
      const marked = [...source.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, words]) => textOf(words!)).join(' ')
      const plain = (text: string) => text.replace(/[|#\s]+/g, '')
      expect(plain(marked)).toBe(plain(quote.text))
      expect(source.match(new RegExp(`id="${quote.code}"`, 'g'))).toHaveLength(1)
    }
  })

  it('gives every passage and fact a place to scroll to, and no id twice', async () => {
    for (const { id } of web.knowledge.corpus.documents) {
      const source = await page(`/van-ban/${id}`)
      const ids = [...source.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name!)
      const own = web.knowledge.corpus.passages.filter(({ document }) => document.id === id)
      const document = web.knowledge.corpus.document(id)!
      const spans = [...own, ...web.knowledge.ledger.of(id).map(({ quote }) => quote)]
      for (const span of spans) expect(ids).toContain(new Quote(document, span).code)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('says what kind of text it is, and that a draft is one', async () => {
    const source = textOf(await page('/van-ban/binh-nguyen-du-thao'))
    expect(source).toContain('Bản tóm tắt')
    expect(source).toContain('Dự thảo')
    expect(source).toContain('không phải nguyên văn')
  })

  it('folds away what is not content, and shows hostile text as text', async () => {
    const source = await page('/van-ban/thu-pha-trang')
    expect(source).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(source).toContain('<h1>&lt;script&gt;')
    expect(/<details class="outside">(.*?)<\/details>/s.exec(source)?.[1]).toContain('Liên kết site')
  })

  it('shows tables as tables, marked cell by cell', async () => {
    const document = web.knowledge.corpus.document('an-son-chuong-trinh')!
    const row = document.blocks.find(
      ({ kind, start }) => kind === 'table-row' && document.text.startsWith('| 2', start),
    )!
    const source = await page(passagePath(new Quote(document, row)))
    expect(source).toContain('<th scope="col">Cơ quan chủ trì</th>')
    expect(source).toContain('<td><mark>Sở Nội vụ</mark></td>')
  })

  it('leads to the other places that speak of the same subject', async () => {
    const facts = web.knowledge.ledger.of('an-son-chuong-trinh').filter(({ subject }) => subject === 'kinh tế số')
    const document = web.knowledge.corpus.document('an-son-chuong-trinh')!
    const [first, second] = facts.map(({ quote }) => new Quote(document, quote))
    const bar = async (quote: Quote) =>
      /<aside class="passage-bar".*?<\/aside>/s.exec(await page(passagePath(quote)))![0]
    expect(textOf(await bar(first!))).toContain('Cùng nói về kinh tế số')
    expect(await bar(first!)).toContain(`<a class="button quiet" rel="next" href="${passagePath(second!)}"`)
    expect(await bar(second!)).toContain(`<a class="button quiet" rel="prev" href="${passagePath(first!)}"`)
  })

  it('leads to other documents that speak of the same', async () => {
    const document = web.knowledge.corpus.document('binh-nguyen-du-thao')!
    const start = document.text.indexOf('Cổng dữ liệu mở')
    const quote = new Quote(document, { start, end: document.text.indexOf('.', start) + 1 })
    expect(await page(passagePath(quote))).toContain('/van-ban/an-son-chuong-trinh?trich=')
  })

  it.each(['ABC-DEF123', 'x', '"><script>'])(
    'shows the document and says so when the code %j leads nowhere',
    async (code) => {
      const response = await fetch(`${web.base}/van-ban/an-son-chuong-trinh?trich=${encodeURIComponent(code)}`)
      const source = await response.text()
      expect(response.status).toBe(200)
      expect(source).toContain('Không còn thấy đoạn trích')
      expect(source).not.toContain('<mark')
    },
  )
})
