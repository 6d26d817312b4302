import { html, type Markup } from '../../answers/markup.ts'
import type { Page } from './layout.ts'

/** A page that says why there is nothing else to show, and what to do. */
export function messagePage(title: string, text: string, more?: Markup): Page {
  return {
    title,
    kind: 'message',
    main: html`<h1>${title}</h1>
<p class="lead">${text}</p>
${more}
<p class="ways"><a class="button" href="/">Về trang hỏi đáp</a> <a class="button quiet" href="/van-ban">Xem các văn bản</a></p>`,
  }
}
