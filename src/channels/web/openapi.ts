import * as z from 'zod'

/** What `POST /api/ask` takes. */
export const askRequest = z.object({
  question: z.string().describe('Câu hỏi, đúng như người dùng gõ'),
  conversation: z
    .string()
    .max(200)
    .optional()
    .describe('Tên cuộc trò chuyện; các câu hỏi cùng tên được hiểu nối tiếp nhau'),
})

const citation = z.object({
  document: z.object({ id: z.string(), title: z.string(), file: z.string() }),
  section: z.string().nullable().describe('Các đề mục phía trên đoạn trích, ngoài cùng trước'),
  page: z.int().min(1).nullable(),
  start: z.int().min(0).describe('Vị trí trong văn bản lưu trữ, tính bằng đơn vị UTF-16'),
  end: z.int().min(1),
  quote: z.string().min(1).describe('Nguyên văn'),
  code: z
    .string()
    .regex(/^[0-9A-Z]{3}-[0-9A-Z]{6}$/)
    .describe('Mã mở lại đoạn trích'),
  why: z
    .record(z.string(), z.number())
    .optional()
    .describe('Các đặc trưng đã nâng hoặc hạ đoạn này nhiều nhất khi xếp hạng'),
})

const fact = z.object({
  kind: z.string(),
  subject: z.string(),
  value: z.string(),
  unit: z.string().nullable(),
  year: z.int().nullable(),
  place: z.string().nullable(),
  citation: z.int().min(0).describe('Thứ tự trong citations của đoạn nói điều này'),
})

/** What it answers. */
const askResponse = z.object({
  outcome: z
    .enum(['answered', 'corrected', 'not-found', 'clarify', 'conversation', 'declined', 'ignored'])
    .describe('Câu hỏi đã kết thúc thế nào'),
  text: z.string().describe('Câu trả lời dạng chữ, gồm cả trích dẫn và nguồn'),
  citations: z.array(citation),
  facts: z.array(fact),
  reading: z.looseObject({}).describe('Câu hỏi đã được hiểu thế nào'),
  took_ms: z.number().min(0),
})

const failure = z.object({ error: z.string().describe('Một câu nói điều gì sai và cách khắc phục') })

const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema: schemaOf(schema) } },
})

/** The description of the interface that `GET /api/openapi.json` serves. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Hỏi đáp văn bản', version: '1', description: 'Hỏi văn bản, nhận nguyên văn kèm nguồn.' },
  paths: {
    '/api/ask': {
      post: {
        summary: 'Trả lời một câu hỏi',
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(askRequest) } } },
        responses: {
          200: json('Câu trả lời', askResponse),
          400: json('Yêu cầu không đúng dạng', failure),
          413: json('Yêu cầu quá dài', failure),
          429: json('Hỏi quá nhanh', failure),
          500: json('Lỗi của máy chủ', failure),
          503: json('Đang nạp văn bản', failure),
        },
      },
    },
    '/healthz': { get: { summary: 'Tiến trình còn chạy', responses: { 200: { description: 'Còn chạy' } } } },
    '/readyz': {
      get: {
        summary: 'Đã nạp văn bản và có kênh đang hoạt động',
        responses: { 200: { description: 'Sẵn sàng' }, 503: { description: 'Chưa sẵn sàng' } },
      },
    },
    '/metrics': { get: { summary: 'Số liệu cho Prometheus', responses: { 200: { description: 'Số liệu' } } } },
  },
} as const

/** OpenAPI names the dialect once for the whole document, so a schema inside it does not. */
function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}
