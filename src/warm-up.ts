import type { Assistant } from './assistant.ts'
import { operator } from './library/visibility.ts'
import { takingTurns } from './taking-turns.ts'

/** One question of each kind, with and without diacritics. What they are answered does not matter. */
const questions = [
  'có mấy nhóm nhiệm vụ, giải pháp',
  'kể tên các nhiệm vụ trọng tâm',
  'muc tieu den nam 2030 la gi',
  'kinh tế số chiếm bao nhiêu phần trăm GRDP',
  'xếp thứ mấy, tăng hay giảm',
  'ai chủ trì cuộc họp thông qua dự thảo',
  'nghị quyết 36 ban hành ngày nào, về việc gì',
  'hội nghị diễn ra khi nào, ở đâu',
  'da duoc ban hanh chua',
  'tổng kinh phí thực hiện là bao nhiêu',
  'đẩy mạnh ứng dụng công nghệ thông tin',
  'tóm tắt văn bản',
]

/**
 * Asks a few questions into the air, so that the first person is not the one who waits for code to be compiled and texts to be taken apart.
 * Between them others get their turn.
 */
export async function warmUp(assistant: Assistant): Promise<void> {
  const turn = takingTurns()
  for (const text of questions) {
    await assistant.ask({ text, viewer: operator })
    await turn()
  }
}
