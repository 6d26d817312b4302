import type { Context } from 'hono'
import type { Assets } from './assets.ts'
import { type Page, pageHtml } from './layout.ts'
import { messagePage } from './message-page.ts'

/** What can go wrong with a request, and what is said then. */
const refusals = {
  notJson: [
    400,
    'Yêu cầu chưa đúng',
    'Yêu cầu cần là JSON có trường “question” là một chuỗi, ví dụ {"question": "…"}.',
  ],
  noRoute: [404, 'Không tìm thấy trang', 'Không có trang nào ở địa chỉ này.'],
  tooLong: [413, 'Nội dung quá dài', 'Nội dung gửi lên vượt quá 1 MB; anh/chị rút ngắn giúp.'],
  tooFast: [429, 'Hỏi quá nhanh', 'Anh/chị hỏi hơi nhanh; vui lòng chờ một phút rồi hỏi tiếp.'],
  failed: [500, 'Có lỗi', 'Hệ thống gặp lỗi khi trả lời; vui lòng thử lại.'],
  loading: [503, 'Đang nạp văn bản', 'Hệ thống đang nạp văn bản; vui lòng thử lại sau ít giây.'],
} as const

type Refusal = keyof typeof refusals

/** Makes the responses that all routes share. */
export interface Replies {
  page(context: Context, page: Page, status?: 200 | 404): Response | Promise<Response>
  /** In the form the caller reads: programs get JSON, people a page. */
  refuse(context: Context, refusal: Refusal): Response | Promise<Response>
}

export function createReplies(assets: Assets): Replies {
  const send = (context: Context, page: Page, status: 200 | (typeof refusals)[Refusal][0]) =>
    context.html(pageHtml(page, assets), status, { 'cache-control': 'no-cache' })
  return {
    page: (context, page, status = 200) => send(context, page, status),
    refuse(context, refusal) {
      const [status, title, text] = refusals[refusal]
      if (status === 429 || status === 503) context.header('retry-after', status === 429 ? '60' : '5')
      return /^\/(?:api|webhooks)\//.test(context.req.path)
        ? context.json({ error: text }, status)
        : send(context, messagePage(title, text), status)
    },
  }
}
