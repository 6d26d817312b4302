import type { Assistant } from '../../../src/assistant.ts'
import { createAssistant } from '../../../src/assistant.ts'
import type { WebParts } from '../../../src/channels/web/app.ts'
import { createWebServer, type WebServer } from '../../../src/channels/web/server.ts'
import { type Knowledge, knowledgeOf } from '../../../src/knowledge.ts'
import { corpusOf } from '../../../src/library/corpus.ts'
import { readDocument } from '../../../src/library/read-document.ts'
import { createHealth, type Health, steadyLibrary } from '../../../src/operations/health.ts'
import { createMetrics } from '../../../src/operations/metrics.ts'

/** Papers of provinces that do not exist, among them one that tries to break the page. */
const files: Readonly<Record<string, string>> = {
  'an-son-chuong-trinh.md': `---
title: Chương trình phát triển kinh tế số tỉnh An Sơn
kind: chương trình
number: 12-CTr/TU
issuer: Tỉnh ủy An Sơn
issued_on: 2024-03-05
place: An Sơn
status: issued
text: original
---

# Chương trình phát triển kinh tế số tỉnh An Sơn

## Mục tiêu

- Đến năm 2027, kinh tế số chiếm 20% GRDP.
- Đến năm 2030, kinh tế số chiếm 30% GRDP.
- Đến năm 2027, tỷ lệ hồ sơ xử lý trực tuyến đạt tối thiểu 80%.

## Nhiệm vụ, giải pháp

Chương trình đề ra 3 nhóm nhiệm vụ, giải pháp gồm: phát triển hạ tầng số; phát triển nhân lực số; bảo đảm an toàn thông tin.

Cổng dữ liệu mở của tỉnh An Sơn phục vụ người dân ở mọi xã. Cổng dữ liệu mở được cập nhật hằng tháng.

## Phụ lục

| TT | Nhiệm vụ | Cơ quan chủ trì |
| --- | --- | --- |
| 1 | Xây dựng kho dữ liệu dùng chung của tỉnh | Sở Khoa học và Công nghệ |
| 2 | Tập huấn kỹ năng số cho cán bộ cấp xã | Sở Nội vụ |
`,
  'binh-nguyen-du-thao.md': `---
title: Dự thảo nghị quyết về chính quyền số tỉnh Bình Nguyên
kind: dự thảo nghị quyết
issuer: Tỉnh ủy Bình Nguyên
place: Bình Nguyên
status: draft
text: abstract
source:
  publisher: Báo Bình Nguyên
  published_on: 2023-09-01
---

# Dự thảo nghị quyết về chính quyền số tỉnh Bình Nguyên

Dự thảo đề ra 5 nhóm nhiệm vụ, giải pháp. Cổng dữ liệu mở phục vụ người dân ở mọi xã của tỉnh Bình Nguyên.
`,
  'thu-pha-trang.md': `---
title: "<script>alert('tên')</script> & \\"ngoặc\\""
text: original
---

Văn bản thử nghiệm có đoạn <img src=x onerror=alert(1)> và <b>thẻ đậm</b> cùng dấu & trong nội dung.

Liên kết site: <a href="javascript:alert(2)">bấm vào đây</a>
`,
}

export function sampleKnowledge(): Promise<Knowledge> {
  return knowledgeOf(corpusOf(Object.entries(files).map(([file, content]) => readDocument(content, file))))
}

export interface RunningWeb {
  readonly web: WebServer
  readonly base: string
  readonly knowledge: Knowledge
  readonly health: Health
  readonly errors: readonly Error[]
}

/** A server with the sample papers on a free port. */
export async function startWeb(
  options: {
    assistant?: Assistant
    loaded?: boolean
    now?: () => number
    dataDir?: string
    questions?: WebParts['questions']
    reception?: WebParts['reception']
  } = {},
): Promise<RunningWeb> {
  const knowledge = await sampleKnowledge()
  const health = createHealth()
  const errors: Error[] = []
  if (options.loaded !== false) health.reportLibrary(steadyLibrary(knowledge.corpus))
  const web = createWebServer({
    knowledge: () => (options.loaded === false ? undefined : knowledge),
    assistant: options.assistant ?? createAssistant(() => knowledge),
    health,
    metrics: createMetrics(health),
    onError: (error) => errors.push(error),
    ...(options.now && { now: options.now }),
    ...(options.dataDir !== undefined && { dataDir: options.dataDir }),
    ...(options.questions && { questions: options.questions }),
    ...(options.reception && { reception: options.reception }),
    settings: { host: '127.0.0.1', port: 0 },
  })
  await web.start()
  return { web, base: web.address, knowledge, health, errors }
}
