import type { Hono } from 'hono'
import { earlierVersions } from '../../intake/versions.ts'
import type { WebParts } from './app.ts'
import { documentsPage } from './documents-page.ts'
import { earlierPage } from './earlier-page.ts'
import { messagePage } from './message-page.ts'
import { readerPage } from './reader-page.ts'
import type { Replies } from './replies.ts'

/** The list of documents and the documents themselves. */
export function addReaderRoutes(app: Hono, { knowledge, dataDir }: WebParts, replies: Replies): void {
  app.get('/van-ban', async (context) => {
    const current = knowledge()
    if (!current) return replies.refuse(context, 'loading')
    const { tim = '', noi = '', loai = '', nam = '', trang = '' } = context.req.query()
    const filter = {
      search: tim.trim().slice(0, 300),
      place: noi,
      kind: loai,
      year: nam,
      page: /^[1-9]\d{0,5}$/.test(trang) ? Number(trang) : 1,
    }
    return replies.page(context, await documentsPage(current, filter))
  })

  app.get('/van-ban/:id', async (context) => {
    const current = knowledge()
    if (!current) return replies.refuse(context, 'loading')
    const document = current.corpus.document(context.req.param('id'))
    if (!document) {
      const text = 'Không có văn bản nào mang mã này. Có thể văn bản đã được đổi tên hoặc gỡ khỏi kho.'
      return replies.page(context, messagePage('Không tìm thấy văn bản', text), 404)
    }
    const earlier = dataDir === undefined ? [] : earlierVersions(dataDir, document.id)
    const wanted = context.req.query('ban')
    if (wanted !== undefined) {
      const version = earlier.find(({ replacedAt }) => replacedAt === wanted)
      const page = version
        ? await earlierPage(document, version)
        : messagePage('Không tìm thấy bản trước', 'Không còn giữ bản này của văn bản.')
      return replies.page(context, page, version ? 200 : 404)
    }
    return replies.page(context, await readerPage(current, document, context.req.query('trich'), earlier))
  })
}
