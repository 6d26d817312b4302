import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a Chromium stands on this machine; undefined when there is none. */
export const chromiumPath = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path))

/** Tests in a browser are listed under this name, so that a skipped one says what it lacks. */
export const browserSuite = chromiumPath
  ? 'in a browser'
  : 'in a browser (skipped: no Chromium here; set CHROMIUM to one)'

/** A headless browser that calls nobody by itself. */
export function launchBrowser(): Promise<Browser> {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}
