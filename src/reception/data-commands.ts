import { retention } from '../operations/store/retention.ts'
import { fold } from '../vietnamese/normal-form.ts'
import type { ReceptionParts, Said, Speaker } from './reception.ts'

const day = 24 * 3_600_000

/** `/dulieu`: what is kept, why and how long. */
export async function answerData(_argument: string, _speaker: Speaker, { keeping }: ReceptionParts): Promise<string> {
  const { questionsDays, auditDays } = keeping
  return [
    'Bot lưu những gì, để làm gì, trong bao lâu:',
    questionsDays > 0
      ? `- Câu hỏi, kết quả và đánh giá đúng/chưa đúng, kèm mã số người hỏi: ${questionsDays} ngày, để biết văn bản còn thiếu nội dung gì. Người quản trị xem câu hỏi, không thấy ai hỏi.`
      : '- Câu hỏi: không lưu sau khi trả lời.',
    `- Câu hỏi đứng sau các nút bấm: ${Math.min(retention.buttons / day, Math.max(1, questionsDays))} ngày, để nút còn dùng được.`,
    `- Số thứ tự tin trả lời, để sửa câu trả lời khi anh/chị sửa câu hỏi: ${retention.replies / day} ngày.`,
    `- Dấu đã nhận tin, không kèm nội dung, để không trả lời hai lần: ${retention.inbox / day} ngày.`,
    '- Phạm vi văn bản đã chọn, mã số người được mời: đến khi đổi hoặc xóa.',
    '- Ý của câu hỏi trước, để hiểu câu hỏi tiếp theo: 30 phút, trên Zalo thêm các dòng để chọn: 1 ngày.',
    `- Việc quản trị (thêm văn bản, mời người, đổi thiết lập), ghi dưới bí danh: ${auditDays} ngày.`,
    'Không có gì được gửi cho bên thứ ba. Nhật ký kỹ thuật không ghi câu hỏi, họ tên, mã bí mật.',
    'Gõ /xoadulieu để xóa dữ liệu của anh/chị.',
  ].join('\n')
}

/** `/xoadulieu`: asks once, then removes everything that is kept of the person. */
export async function answerErase(argument: string, speaker: Speaker, parts: ReceptionParts): Promise<string | Said> {
  if (!/^dong ?y$/.test(fold(argument).trim())) {
    return {
      text: 'Xóa mọi dữ liệu của anh/chị tại bot này: câu hỏi, đánh giá, thiết lập, tư cách người được mời? Việc này không hoàn lại được. Để xóa, gõ: /xoadulieu đồng ý',
      choices: [{ label: 'Xóa dữ liệu của tôi', question: '/xoadulieu đồng ý' }],
    }
  }
  await parts.erase(speaker.person)
  await parts.audit.record({ actor: 'system', action: 'erase', target: 'own data' })
  return 'Đã xóa dữ liệu của anh/chị. Tin nhắn trong ứng dụng do ứng dụng lưu; anh/chị tự xóa ở đó.'
}
