import { shownCode } from '../operations/store/members.ts'
import { fold } from '../vietnamese/normal-form.ts'
import type { ReceptionParts, Speaker } from './reception.ts'
import { shownDate, shownTime } from './shown-time.ts'

/** Longest note on a member, in characters. */
const longestLabel = 60
const memberId = /^(?:-?\d{1,20}|[a-z]+:\S{1,100})$/

/** `/moi`: a code that lets one person in. */
export async function answerInvite(argument: string, { person }: Speaker, parts: ReceptionParts): Promise<string> {
  const { access, members, audit, invitationLink } = parts
  if (access.open) return 'Bot đang mở cho mọi người nên không cần mã mời; đặt ALLOWED_CHATS để giới hạn người dùng.'
  const { code, name, expires } = await members.invite(labelOf(argument))
  await audit.record({ actor: person, action: 'invite', target: name })
  return [
    `Mã mời: ${shownCode(code)}`,
    `Dùng một lần, hết hạn lúc ${shownTime(expires)}. Người được mời nhắn cho bot: /start ${shownCode(code)}`,
    invitationLink && `Hoặc mở liên kết: ${invitationLink(code)}`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** `/thanhvien`: who was let in; with `xoa` puts out, with `them` lets in by id. */
export async function answerMembers(argument: string, speaker: Speaker, parts: ReceptionParts): Promise<string> {
  const [, verb = '', id = '', label = ''] = /^(\S+)\s+(\S+)\s*([\s\S]*)$/.exec(argument) ?? []
  switch (fold(verb)) {
    case 'xoa':
      return remove(id, speaker, parts)
    case 'them':
      return add(id, labelOf(label), speaker, parts)
    default:
      return list(parts)
  }
}

async function list({ members, access }: ReceptionParts): Promise<string> {
  const all = await members.list()
  const lines = all.map(
    ({ id, label, since }) => `- ${[label, id].filter(Boolean).join(' · ')} (từ ${shownDate(since)})`,
  )
  return [
    access.open && 'Bot đang mở cho mọi người (ALLOWED_CHATS để trống).',
    all.length === 0 ? 'Chưa có ai vào bằng mã mời.' : `${all.length} người, nhóm được thêm ngoài tệp thiết lập:`,
    ...lines,
    'Gõ /thanhvien xoa MÃ-SỐ để bỏ, /thanhvien them MÃ-SỐ ghi chú để thêm, /moi để tạo mã mời.',
  ]
    .filter(Boolean)
    .join('\n')
}

async function remove(id: string, { person }: Speaker, { members, audit }: ReceptionParts): Promise<string> {
  if (!(await members.remove(id))) return `Không có thành viên ${id.slice(0, 60)}. Gõ /thanhvien để xem danh sách.`
  await audit.record({ actor: person, action: 'remove-member', target: await audit.pseudonym(id) })
  return `Đã bỏ ${id}. Người hoặc nhóm này không dùng được bot nữa.`
}

async function add(
  id: string,
  label: string,
  { person }: Speaker,
  { members, audit }: ReceptionParts,
): Promise<string> {
  if (!memberId.test(id)) return 'Mã số chưa đúng. Ví dụ: /thanhvien them 123456789 phòng Tổng hợp, hoặc zalo:abc.'
  await members.add(id, label)
  await audit.record({ actor: person, action: 'add-member', target: await audit.pseudonym(id) })
  return `Đã thêm ${id}.`
}

function labelOf(text: string): string {
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, longestLabel).join('')
}
