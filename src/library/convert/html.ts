import { Readability } from '@mozilla/readability'
import { UserError } from '../errors.ts'
import type { Converted } from './converted.ts'
import { documentOf } from './dom.ts'
import { decodeHtml } from './html-bytes.ts'
import { markdownOf } from './markdown-of-html.ts'
import { tidied } from './tidy-lines.ts'

/** Least share of a page's words that its main part has to hold; below it the page is no article and is read whole. */
const leastShare = 0.25
/** Most elements of a page that are read. */
const mostElements = 300_000

/**
 * Reads a saved web page: its main content without menus and footers. A text processor's page has none and is read whole.
 *
 * @throws UserError when the page has no text
 */
export function readHtml(bytes: Uint8Array, name: string): Converted {
  const html = decodeHtml(bytes, name)
  if (isTooDeep(html))
    throw new UserError(`Trang “${name}” có các phần lồng nhau quá sâu; hãy lưu lại trang từ trình duyệt.`)
  const page = documentOf(html)
  const article = isSavedPaper(html) ? null : articleOf(html)
  for (const element of page.querySelectorAll(around)) element.remove()
  const whole = markdownOf(page.body)
  const main = article && markdownOf(documentOf(article.content ?? '').body)
  const chosen = main && main.text.length >= whole.text.length * leastShare ? main : whole
  if (chosen.text.trim() === '')
    throw new UserError(`Trang “${name}” không có chữ nào; hãy lưu lại trang sau khi nội dung đã hiện đủ.`)
  const publishedOn = article?.publishedTime ? /^\d{4}-\d{2}-\d{2}/.exec(article.publishedTime)?.[0] : undefined
  const publisher = article?.siteName?.trim()
  const { headless } = chosen
  return {
    kind: 'html',
    text: tidied(chosen === main ? withTitle(chosen.text, article?.title ?? '') : chosen.text),
    machineRead: false,
    ...(publisher && { publisher }),
    ...(publishedOn && { publishedOn }),
    margins: [],
    warnings: headless > 0 ? [`${headless} bảng không rõ dòng tiêu đề; hãy kiểm tra tên các cột`] : [],
  }
}

/** How deep elements that have to be closed may lie inside each other. */
const mostDepth = 500

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [tag] of html.matchAll(
    /<\/?(?:div|span|font|table|ul|ol|section|article|b|i|em|strong|a|blockquote)(?=[\s>])/gi,
  )) {
    depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1))
    if (depth > mostDepth) return true
  }
  return false
}

/** What stands around the content of a page. */
const around =
  'nav, header nav, footer, aside, script, style, noscript, [role=navigation], [role=contentinfo], [role=banner]'

function articleOf(html: string) {
  return new Readability(documentOf(html), { maxElemsToParse: mostElements, charThreshold: 200 }).parse()
}

/** A paper that a text processor saved as a page: all of it is content. */
function isSavedPaper(html: string): boolean {
  return /<meta[^>]{0,200}generator[^>]{0,200}(?:LibreOffice|OpenOffice|Microsoft Word|pandoc|mammoth)/i.test(
    html.slice(0, 20_000),
  )
}

/** The title as first heading, unless the text opens with it. */
function withTitle(text: string, title: string): string {
  const words = title.replace(/\s+/g, ' ').trim()
  const opening = text.slice(0, 600).replace(/\s+/g, ' ').toLowerCase()
  return words === '' || opening.includes(words.toLowerCase()) ? text : `# ${words}\n\n${text}`
}
