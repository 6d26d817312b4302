import { documents } from './documents.ts'
import type { Handler } from './handler.ts'
import { helpFor } from './help.ts'
import { search } from './search.ts'
import { compare, indicators, targets, taskGroups } from './topics.ts'
import { verify } from './verify.ts'

const answering: readonly Handler[] = [taskGroups, targets, indicators, compare, search, documents, verify]

/** Everything that can be asked, in the order in which it is shown. */
export const handlers: readonly Handler[] = [...answering, helpFor(answering)]

/** A command about the chat or the bot itself. A channel carries it out, because it has to know who asks and where. */
interface ChatCommand extends Pick<Handler, 'command' | 'summary' | 'usage'> {
  /** Only administrators learn of it, and use it in private. */
  readonly admins?: true
  /** Of use in groups too. */
  readonly inGroups?: true
  /** Only where administrators can hand in documents. */
  readonly atDesk?: true
}

/** What can be said to the bot besides questions. */
export const chatCommands: readonly ChatCommand[] = [
  {
    command: 'phamvi',
    summary: 'Xem hoặc đặt các văn bản được hỏi trong cuộc trò chuyện này',
    usage: '/phamvi 1, 3',
    inGroups: true,
  },
  { command: 'dulieu', summary: 'Bot lưu dữ liệu gì, để làm gì, trong bao lâu', usage: '/dulieu', inGroups: true },
  { command: 'xoadulieu', summary: 'Xóa dữ liệu của anh/chị', usage: '/xoadulieu' },
  { command: 'xoa', summary: 'Gỡ một văn bản khỏi kho', usage: '/xoa 3', admins: true, atDesk: true },
  { command: 'moi', summary: 'Tạo mã mời dùng một lần', usage: '/moi phòng Tổng hợp', admins: true },
  { command: 'thanhvien', summary: 'Xem, thêm, bỏ người được mời', usage: '/thanhvien', admins: true },
  { command: 'thieu', summary: 'Câu hỏi chưa có câu trả lời', usage: '/thieu', admins: true },
  { command: 'phanhoi', summary: 'Đánh giá đúng, chưa đúng của người hỏi', usage: '/phanhoi', admins: true },
]
