import type { Handler } from '../../../handlers/handler.ts'
import type { Answer } from '../../answers/answer.ts'
import { answerHtml, documentPath, passagePath } from '../../answers/html.ts'
import { html, type Markup } from '../../answers/markup.ts'
import type { Knowledge } from '../../knowledge.ts'
import { exampleQuestions } from './example-questions.ts'
import type { Page } from './layout.ts'
import { placesSideBySide } from './place-bars.ts'

/** A question and what came back. */
export interface Exchange {
  readonly question: string
  readonly answer: Answer
  /** Names the conversation; carried by every link and form, so that it works without cookies and scripts. */
  readonly conversation: string
  /** The id of the question, when its answer can be judged. */
  readonly kept: string | undefined
}

/** The chat page: before the first question with hints, after one with its answer. */
export function chatPage(
  knowledge: Knowledge,
  hints: readonly Handler[],
  conversation: string,
  exchange: Exchange | undefined,
): Page {
  const title = exchange ? clip(exchange.question) : ''
  return {
    title,
    at: 'chat',
    kind: 'chat',
    script: 'chat.js',
    main: html`<h1 class="unseen">Hỏi đáp văn bản</h1>
${welcome(knowledge, hints, conversation, exchange !== undefined)}
<div id="hoi-thoai" role="log" aria-live="polite" aria-label="Hội thoại">${exchange && exchangeHtml(exchange)}</div>
<form class="ask" action="/" method="get">
<div class="ask-row"><label for="cau-hoi">Câu hỏi của anh/chị</label> <a class="restart" href="/">Cuộc trò chuyện mới</a></div>
<div class="ask-row">
<textarea id="cau-hoi" name="cau-hoi" rows="1" maxlength="2000" required enterkeyhint="send" autocomplete="off" spellcheck="false" placeholder="Gõ có dấu hoặc không dấu"></textarea>
<button type="submit">Hỏi</button>
</div>
<input type="hidden" name="hoi-thoai" value="${conversation}">
</form>
<template id="dang-hoi"><article class="exchange"><h2 class="question"></h2><p class="pending">Đang tìm trong văn bản…</p></article></template>`,
  }
}

/** The exchange alone: what the page's script inserts. */
export function exchangeHtml({ question, answer, conversation, kept }: Exchange): Markup {
  const links = {
    passage: passagePath,
    document: documentPath,
    question: (next: string) => questionPath(next, conversation),
  }
  return html`<article class="exchange">
<h2 class="question">${question}</h2>
<div class="answer" data-outcome="${answer.outcome}">${answerHtml(answer, links, placesSideBySide(answer))}</div>
${kept !== undefined && verdictForm(kept)}
</article>`
}

function verdictForm(kept: string): Markup {
  return html`<form class="verdict" action="/phan-hoi" method="post" aria-label="Đánh giá câu trả lời">
<input type="hidden" name="cau" value="${kept}">
<button class="quiet" type="submit" name="y-kien" value="dung">Đúng</button>
<button class="quiet" type="submit" name="y-kien" value="chua-dung">Chưa đúng</button>
</form>`
}

function welcome(knowledge: Knowledge, hints: readonly Handler[], conversation: string, asked: boolean): Markup {
  const { documents } = knowledge.corpus
  const link = (question: string, label: Markup | string) =>
    html`<li><a href="${questionPath(question, conversation)}" data-question="${question}">${label}</a></li>`
  const examples = exampleQuestions(knowledge).map((question) => link(question, question))
  const commands = hints.map(({ summary, usage }) => link(usage, html`<span>${summary}</span> <code>${usage}</code>`))
  return html`<section class="welcome"${asked && html` hidden`}>
<p class="headline">Hỏi văn bản, nhận nguyên văn</p>
<p class="lead">Câu trả lời lấy đúng từng chữ từ <a href="/van-ban">${documents.length} văn bản</a> đang có, luôn kèm nguồn để đối chiếu.</p>
${examples.length > 0 && html`<h2>Hỏi tự nhiên</h2><ul class="hints examples">${examples}</ul>`}
<h2>Hoặc dùng lệnh</h2>
<ul class="hints">${commands}</ul>
</section>`
}

function questionPath(question: string, conversation: string): string {
  return `/?${new URLSearchParams({ 'cau-hoi': question, 'hoi-thoai': conversation })}`
}

function clip(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
