import type { Document, Passage } from '../../src/library/document.ts'

/** A document of one passage, with what a test needs to know of it. */
export interface Invented {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly heading?: string
  readonly article?: string
  readonly number?: string
  readonly kind?: string
  readonly place?: string
  readonly issuedOn?: string
}

export function passagesOf(documents: readonly Invented[]): Passage[] {
  return documents.map(({ id, text, title = '', heading = '', article, ...metadata }) => {
    const span = { start: 0, end: text.length }
    const document: Document = {
      id,
      file: `${id}.txt`,
      metadata: { title, ...metadata, status: 'issued', textKind: 'original' },
      text,
      blocks: [],
      sections: [
        { mark: 'document', depth: 0, label: '', heading: '', parent: -1, span },
        ...(heading || article
          ? [{ mark: 'article', depth: 1, label: article ?? '', heading, parent: 0, span } as const]
          : []),
      ],
    }
    return { document, section: document.sections.length - 1, ...span }
  })
}

/** Papers of provinces that do not exist. */
export const papers = passagesOf([
  {
    id: 'ke-hoach-a',
    title: 'Kế hoạch chuyển đổi số tỉnh Sông Mây',
    kind: 'kế hoạch',
    number: '12/KH-UBND',
    place: 'Sông Mây',
    issuedOn: '2022-03-01',
    text: 'Đến năm 2025, tỉnh Sông Mây phấn đấu 70% hồ sơ thủ tục hành chính được xử lý trực tuyến và xếp thứ 20 cả nước về chính quyền số.',
  },
  {
    id: 'ke-hoach-b',
    title: 'Kế hoạch chuyển đổi số tỉnh Đồi Gió',
    kind: 'kế hoạch',
    number: '12/KH-UBND',
    place: 'Đồi Gió',
    issuedOn: '2023-05-09',
    text: 'Tỉnh Đồi Gió đặt mục tiêu kinh tế số chiếm 15% GRDP, hạ tầng viễn thông phủ đến từng thôn và dịch vụ công trực tuyến toàn trình.',
  },
  {
    id: 'nghi-quyet-d1',
    title: 'Nghị quyết về ứng dụng công nghệ thông tin',
    kind: 'nghị quyết',
    number: '77-NQ/TU',
    heading: 'Phạm vi điều chỉnh',
    article: 'Điều 1',
    issuedOn: '2021-01-01',
    text: 'Nghị quyết này quy định việc ứng dụng công nghệ thông tin trong cơ quan nhà nước của tỉnh.',
  },
  {
    id: 'nghi-quyet-d2',
    title: 'Nghị quyết về ứng dụng công nghệ thông tin',
    kind: 'nghị quyết',
    number: '77-NQ/TU',
    heading: 'Nguồn nhân lực',
    article: 'Điều 2',
    issuedOn: '2021-01-01',
    text: 'Cán bộ, công chức được đào tạo kỹ năng số; mỗi xã có một tổ công nghệ số cộng đồng do chủ tịch xã làm tổ trưởng.',
  },
  {
    id: 'bao-cao',
    title: 'Báo cáo thủy sản',
    text: 'Sản lượng thuỷ sản của huyện đạt 3.400 tấn, tăng 8% so với năm trước; giá tôm hòa vốn từ quý II.',
  },
])
