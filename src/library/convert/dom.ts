import { parseHTML } from 'linkedom'
import type { HtmlNode } from './markdown-of-html.ts'

/** The parts of a document that are used here. */
export interface HtmlDocument {
  readonly body: HtmlNode
  querySelectorAll(selector: string): Iterable<{ remove(): void }>
}

/** A document of an HTML text, whole or a fragment. */
export function documentOf(html: string): HtmlDocument {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  // The library's own types want those of a browser.
  return parseHTML(whole).document as unknown as HtmlDocument
}
