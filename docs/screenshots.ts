import type { Page } from 'playwright-core'
import { createAssistant } from '../src/assistant.ts'
import { createWebServer } from '../src/channels/web/server.ts'
import { loadKnowledge } from '../src/knowledge.ts'
import { createHealth } from '../src/operations/health.ts'
import { createMetrics } from '../src/operations/metrics.ts'
import { chromiumPath, launchBrowser } from '../test/e2e/browser.ts'

const phone = { width: 360, height: 740 }
const desk = { width: 1280, height: 800 }

/** The pictures beside this file, from the documents in `corpus`: npm run screenshots */
async function run(): Promise<void> {
  if (!chromiumPath) throw new Error('no Chromium here; set CHROMIUM to one')
  const knowledge = await loadKnowledge('corpus')
  const health = createHealth()
  const web = createWebServer({
    knowledge: () => knowledge,
    assistant: createAssistant(() => knowledge),
    health,
    metrics: createMetrics(health),
    onError: (error) => console.error(error),
    settings: { host: '127.0.0.1', port: 0 },
  })
  await web.start()
  const browser = await launchBrowser()
  async function picture(
    name: string,
    viewport: typeof phone,
    colorScheme: 'light' | 'dark',
    show: (page: Page) => Promise<unknown>,
  ) {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      reducedMotion: 'reduce',
      deviceScaleFactor: viewport === phone ? 2 : 1,
    })
    const page = await context.newPage()
    await page.goto(web.address)
    await show(page)
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: new URL(`./${name}.png`, import.meta.url).pathname })
    await context.close()
  }
  const goals = (page: Page) => ask(page, 'Đến năm 2030 Hà Tĩnh đặt mục tiêu gì?')
  const count = (page: Page) => ask(page, 'Hà Tĩnh có mấy nhóm nhiệm vụ?')
  const compare = (page: Page) => ask(page, 'So sánh số nhóm nhiệm vụ của Bà Rịa - Vũng Tàu và Hà Tĩnh')
  const read = async (page: Page) => {
    await ask(page, 'kinh tế số Hà Tĩnh 2030')
    await page.locator('figure.quotation .source a').first().click()
    await page.locator('mark').first().waitFor()
  }
  await picture('start-360', phone, 'light', async () => {})
  await picture('start-1280', desk, 'light', async () => {})
  await picture('answer-360', phone, 'light', count)
  await picture('answer-1280', desk, 'light', goals)
  await picture('comparison-360', phone, 'dark', compare)
  await picture('comparison-1280', desk, 'dark', compare)
  await picture('reader-360', phone, 'light', read)
  await picture('reader-1280', desk, 'light', read)
  await picture('documents-1280', desk, 'light', (page) =>
    page.goto(`${web.address}/van-ban?tim=kinh+t%E1%BA%BF+s%E1%BB%91`),
  )
  await browser.close()
  await web.stop()
}

async function ask(page: Page, question: string): Promise<void> {
  await page.fill('#cau-hoi', question)
  await page.press('#cau-hoi', 'Enter')
  await page.locator('.answer').waitFor()
  await page.evaluate('document.activeElement.blur()')
}

await run()
