import { html, type Markup } from '../../answers/markup.ts'
import type { Assets } from './assets.ts'

/** What differs from page to page. */
export interface Page {
  readonly title: string
  /** Which entry of the navigation is this page's. */
  readonly at?: 'chat' | 'documents'
  /** Name of the page's script, when it has one. */
  readonly script?: 'chat.js' | 'reader.js'
  /** Class of the body, for the style sheet. */
  readonly kind: 'chat' | 'documents' | 'reader' | 'message'
  readonly main: Markup
}

const siteName = 'Hỏi đáp văn bản'

/** A whole page: head, navigation, main part. */
export function pageHtml(page: Page, assets: Assets): string {
  const title = page.title === '' ? siteName : `${page.title} – ${siteName}`
  const preload = ['be-vietnam-pro-latin-400.woff2', 'be-vietnam-pro-vietnamese-400.woff2'].map(
    (font) => html`<link rel="preload" href="${assets.path(font)}" as="font" type="font/woff2" crossorigin>`,
  )
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Tra cứu văn bản bằng nguyên văn, luôn kèm nguồn.">
${preload}
<link rel="stylesheet" href="${assets.path('style.css')}">
<link rel="icon" href="${assets.path('icon.svg')}" type="image/svg+xml">
${page.script && html`<script type="module" src="${assets.path(page.script)}"></script>`}
</head>
<body class="${page.kind}">
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="site">
<a class="brand" href="/"><img src="${assets.path('icon.svg')}" alt="" width="28" height="28"><span>${siteName}</span></a>
<nav aria-label="Trang">
<a href="/"${current(page.at === 'chat')}>Hỏi đáp</a>
<a href="/van-ban"${current(page.at === 'documents')}>Văn bản</a>
</nav>
</header>
<main id="noi-dung" tabindex="-1">
${page.main}
</main>
</body>
</html>
`.source
}

function current(here: boolean): Markup | false {
  return here && html` aria-current="page"`
}
