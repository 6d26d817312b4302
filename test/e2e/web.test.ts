import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { answerOf } from '../../src/answers/compose.ts'
import type { Assistant } from '../../src/assistant.ts'
import { createAssistant } from '../../src/assistant.ts'
import { Quote } from '../../src/library/quote.ts'
import { readQuestion } from '../../src/questions/read-question.ts'
import { type RunningWeb, sampleKnowledge, startWeb } from '../channels/web/sample-library.ts'
import { browserSuite, chromiumPath, launchBrowser } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 800 }

/** Answers from the sample papers, and asks back for anything about "tỉnh nào". */
async function sampleAssistant(): Promise<Assistant> {
  const knowledge = await sampleKnowledge()
  const real = createAssistant(() => knowledge)
  return {
    async ask(question) {
      if (!question.text.includes('tỉnh nào')) return real.ask(question)
      const choices = ['An Sơn', 'Bình Nguyên'].map((place) => ({ label: place, question: `cổng dữ liệu mở ${place}` }))
      const document = knowledge.corpus.document('an-son-chuong-trinh')!
      const row = document.blocks.find(({ kind, headerRow }) => kind === 'table-row' && headerRow !== undefined)!
      const blocks = [
        { kind: 'statement', text: 'Anh/chị hỏi tỉnh nào?' },
        {
          kind: 'table',
          header: ['Tỉnh', 'Số nhóm'],
          rows: [
            ['An Sơn', '3'],
            ['Bình Nguyên', '5'],
          ],
        },
        { kind: 'quote', citation: 0 },
      ] as const
      const citations = [
        { quote: new Quote(document, row), header: new Quote(document, document.blocks[row.headerRow!]!) },
      ]
      return answerOf('clarify', readQuestion(question.text), { blocks, citations, choices })
    },
  }
}

describe.skipIf(!chromiumPath)(`the web page ${browserSuite}`, { timeout: 60_000 }, () => {
  let browser: Browser
  let web: RunningWeb
  let complaints: string[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
    web = await startWeb({ assistant: await sampleAssistant() })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await web?.web.stop()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    expect(complaints).toEqual([])
    complaints = []
  })

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(web.base + path)
    return page
  }

  async function ask(page: Page, question: string): Promise<void> {
    const before = await page.locator('.answer').count()
    await page.fill('#cau-hoi', question)
    await page.press('#cau-hoi', 'Enter')
    await page.locator('.answer').nth(before).waitFor()
  }

  it('answers in place, question after question, and opens the passage highlighted in view', async () => {
    const page = await open('/')
    await ask(page, 'tập huấn kỹ năng số')
    await ask(page, 'cổng dữ liệu mở An Sơn')
    expect(await page.locator('.question').allTextContents()).toEqual(['tập huấn kỹ năng số', 'cổng dữ liệu mở An Sơn'])
    const code = await page.locator('figure.quotation').last().getAttribute('data-code')
    const words = await page.locator('figure.quotation').last().locator('blockquote').innerText()
    await page.locator('figure.quotation').last().locator('.source a').click()
    const mark = page.locator(`mark#${code}`)
    await mark.waitFor()
    expect(words).toContain((await mark.innerText()).slice(0, 40))
    expect(await mark.evaluate(inView)).toBe(true)
  })

  it('finds the conversation again after a visit to the reader, and forgets it when asked to', async () => {
    const page = await open('/')
    await ask(page, 'cổng dữ liệu mở An Sơn')
    await page.locator('.source a').first().click()
    await page.locator('mark').first().waitFor()
    await page.goto(web.base)
    expect(await page.locator('.question').allTextContents()).toEqual(['cổng dữ liệu mở An Sơn'])
    await page.getByText('Cuộc trò chuyện mới').click()
    await page.locator('.welcome').waitFor()
    expect(await page.locator('.question').count()).toBe(0)
  })

  it('asks what was chosen', async () => {
    const page = await open('/')
    await ask(page, 'của tỉnh nào')
    await page.locator('.choice', { hasText: 'Bình Nguyên' }).click()
    await page.locator('.answer').nth(1).waitFor()
    expect(await page.locator('.question').last().textContent()).toBe('cổng dữ liệu mở Bình Nguyên')
    expect(await page.locator('.answer').last().innerText()).toContain('Bình Nguyên')
  })

  it('copies a quotation with its source, and the link to its passage', async () => {
    const page = await open('/', { permissions: ['clipboard-read', 'clipboard-write'] })
    await ask(page, 'cổng dữ liệu mở An Sơn')
    const copied = () => page.evaluate<string>('navigator.clipboard.readText()')
    const figure = page.locator('figure.quotation').first()
    await figure.getByRole('button', { name: 'Chép trích dẫn' }).click()
    await figure.getByText('Đã chép').waitFor()
    const code = await figure.getAttribute('data-code')
    expect(await copied()).toMatch(/^“.*”\nNguồn: /s)
    expect(await copied()).toContain(code)
    await figure.getByRole('button', { name: 'Chép liên kết' }).click()
    await figure.getByText('Đã chép').nth(1).waitFor()
    expect(await copied()).toBe(`${web.base}/van-ban/an-son-chuong-trinh?trich=${code}#${code}`)
  })

  it('says so when the server cannot be reached, and goes on afterwards', async () => {
    const page = await open('/')
    await page.context().setOffline(true)
    await page.fill('#cau-hoi', 'cổng dữ liệu mở')
    await page.press('#cau-hoi', 'Enter')
    await page.getByText('Không kết nối được').waitFor()
    await page.context().setOffline(false)
    await ask(page, 'cổng dữ liệu mở An Sơn')
    expect(complaints.splice(0).every((text) => text.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true)
  })

  it('shows hostile questions and documents as text', async () => {
    const page = await open('/')
    await ask(page, '<img src=x onerror=alert(1)> tập huấn kỹ năng số')
    expect(await page.locator('.question img, .answer img').count()).toBe(0)
    await page.goto(`${web.base}/van-ban/thu-pha-trang`)
    expect(await page.locator('article.text img, article.text b, article.text a').count()).toBe(0)
    expect(await page.locator('h1').innerText()).toContain("<script>alert('tên')</script>")
  })

  it('works with scripts switched off: ask, choose, open the passage', async () => {
    const page = await open('/', { javaScriptEnabled: false })
    await page.fill('#cau-hoi', 'của tỉnh nào')
    await page.getByRole('button', { name: 'Hỏi' }).click()
    await page.getByRole('link', { name: 'Bình Nguyên' }).click()
    expect(await page.locator('.question').innerText()).toBe('cổng dữ liệu mở Bình Nguyên')
    await page.locator('.source a').first().click()
    expect(await page.locator('mark').first().isVisible()).toBe(true)
  })

  it('lets the server highlight a passage named behind the number sign alone', async () => {
    const document = web.knowledge.corpus.document('an-son-chuong-trinh')!
    const passage = web.knowledge.corpus.passages.findLast((each) => each.document === document)!
    const { code } = new Quote(document, passage)
    const page = await open(`/van-ban/${document.id}#${code}`)
    await page.waitForURL(`**/van-ban/${document.id}?trich=${code}#${code}`)
    expect(await page.locator('mark').first().evaluate(inView)).toBe(true)
  })

  it('prints a document without what only a screen needs', async () => {
    const page = await open('/van-ban/an-son-chuong-trinh')
    const shown = () =>
      page.evaluate<string[]>(
        `['.site', '.outline', 'article.text', 'h1'].filter((name) => getComputedStyle(document.querySelector(name)).display !== 'none')`,
      )
    expect(await shown()).toEqual(['.site', '.outline', 'article.text', 'h1'])
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toEqual(['article.text', 'h1'])
  })

  it('asks by keyboard alone, and jumps over the navigation', async () => {
    const page = await open('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Đến nội dung chính')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('noi-dung')
    await page.locator('.hints a').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.answer').waitFor()
  })

  const pages = [
    '/',
    '/?cau-hoi=c%E1%BB%A7a+t%E1%BB%89nh+n%C3%A0o',
    '/van-ban?tim=d%E1%BB%AF+li%E1%BB%87u',
    '/van-ban/an-son-chuong-trinh',
    '/khong-co',
  ]

  it.each(pages)(
    '%s fits a phone and a zoomed desk, gives fingers room, and axe finds nothing against WCAG 2.2 AA',
    async (path) => {
      const page = await open(path)
      complaints.length = 0 // A page that is not there complains of just that.
      const width = () => page.evaluate<number>('document.documentElement.scrollWidth')
      expect(await width()).toBeLessThanOrEqual(phone.width)
      expect(await smallTargets(page)).toEqual([])
      expect(await accessibilityFaults(page)).toEqual([])
      await page.setViewportSize({ width: desk.width / 2, height: desk.height / 2 }) // A desk at 200 %.
      expect(await width()).toBeLessThanOrEqual(desk.width / 2)
      await page.setViewportSize(desk)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await accessibilityFaults(page)).toEqual([])
    },
  )
})

/** Controls lower than a finger needs, in CSS pixels. Links inside sentences are no controls. */
async function smallTargets(page: Page): Promise<unknown[]> {
  const controls = page.locator('button, .button, .choice, .hints a, input, select, textarea, .site a, summary')
  const heights = await controls.evaluateAll((elements) =>
    elements.map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect().height] as const),
  )
  return heights.filter(([, height]) => height > 0 && height < 44)
}

async function accessibilityFaults(page: Page): Promise<unknown[]> {
  await page.evaluate(axe)
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(rules)} })`)
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 120))])
}

/** Runs in the page. */
function inView(element: { getBoundingClientRect(): { readonly top: number; readonly bottom: number } }): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const { innerHeight = 0 } = globalThis as { innerHeight?: number } // The page's window, which Node's types do not know.
  return top >= 0 && bottom <= innerHeight
}
