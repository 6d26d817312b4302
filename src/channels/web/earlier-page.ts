import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { html, type Markup } from '../../answers/markup.ts'
import { vietnameseDate } from '../../answers/source-line.ts'
import type { EarlierVersion } from '../../intake/versions.ts'
import type { Document } from '../../library/document.ts'
import type { Page } from './layout.ts'
import { messagePage } from './message-page.ts'

/** Where the earlier texts of a document are read, for the list of its particulars. */
export function earlierRows({ id }: Document, earlier: readonly EarlierVersion[]): Markup[] {
  return earlier.map(
    ({ replacedAt }) =>
      html`<div><dt>Bản trước</dt><dd><a href="/van-ban/${encodeURIComponent(id)}?ban=${encodeURIComponent(replacedAt)}">đến ngày ${dayOf(replacedAt)}</a></dd></div>`,
  )
}

/** An earlier text as it stood in its file, with a word that another one holds today. It is not read as a document: nothing is answered from it. */
export async function earlierPage({ id, metadata: { title } }: Document, version: EarlierVersion): Promise<Page> {
  const current = html`<p><a class="button" href="/van-ban/${encodeURIComponent(id)}">Xem bản hiện hành</a></p>`
  const ending = extname(version.path)
  if (ending !== '.md' && ending !== '.txt') {
    return messagePage(title, `Bản trước được giữ trên máy chủ ở dạng tệp ${ending}, chưa xem được tại đây.`, current)
  }
  const content = await readFile(version.path, 'utf8')
  const text = content.replace(/^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/, '')
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return {
    title: `Bản trước: ${title}`,
    at: 'documents',
    kind: 'message',
    main: html`<h1>${title}</h1>
<p class="warning">Đây là bản trước, đã được thay ngày ${dayOf(version.replacedAt)}; bot trả lời theo bản hiện hành.</p>
${current}
<article class="text" aria-label="Nội dung bản trước">${paragraphs.map((each) => html`<p>${each}</p>`)}</article>`,
  }
}

function dayOf(time: string): string {
  return vietnameseDate(time.slice(0, 10))
}
