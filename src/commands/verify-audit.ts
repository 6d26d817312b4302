import { UserError } from '../library/errors.ts'
import { verifyAudit } from '../operations/audit.ts'
import type { Store } from '../operations/store/open.ts'
import { UsageError } from './ask.ts'

/**
 * `audit:verify`: whether the audit is as it was written.
 *
 * @param noted "number:hash" of an entry, as an earlier call told it
 * @throws UserError naming the first entry that was tampered with
 */
export async function verifyAuditLog(
  store: Store,
  noted: string | undefined,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const verdict = await verifyAudit(store, noted === undefined ? undefined : readNoted(noted))
  if (verdict.kind === 'broken') {
    const what = verdict.reason === 'changed' ? 'đã bị sửa hoặc không nối với dòng trước' : 'đã bị xóa'
    throw new UserError(
      `Nhật ký kiểm soát không còn nguyên vẹn: dòng ${verdict.seq} ${what}. Hãy đối chiếu với bản sao lưu.`,
    )
  }
  const { entries, last } = verdict
  await write(
    last
      ? `Nhật ký kiểm soát nguyên vẹn: ${entries} dòng, dòng cuối ${last.seq}:${last.hash}\n`
      : 'Nhật ký kiểm soát chưa có dòng nào.\n',
  )
}

function readNoted(text: string) {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || hash === undefined) {
    throw new UsageError('Cách dùng: npm run audit:verify [-- SỐ-DÒNG:MÃ], như lần kiểm tra trước đã in ra.')
  }
  return { seq: Number(seq), hash }
}
