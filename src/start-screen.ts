import type { Knowledge } from './knowledge.ts'

/** A way in which people reach the bot, and how it is turned on. */
export interface ChannelState {
  readonly name: string
  /** Where it is found when it is on. */
  readonly address?: string
  /** What turns it on when it is off. */
  readonly turnOn?: string
}

/** Files left out that are shown by name; the others are counted. */
const namedFiles = 5

/** What a start tells: what was loaded, what was left out, what is on, and what is off and how to turn it on. */
export function startScreen(knowledge: Knowledge, folder: string, channels: readonly ChannelState[]): string {
  const { documents, passages, leftOut } = knowledge.corpus
  const lines = [
    'Hỏi đáp văn bản: trả lời bằng nguyên văn, luôn kèm nguồn.',
    '',
    `Đã nạp ${documents.length} văn bản, ${passages.length} đoạn từ thư mục “${folder}”.`,
  ]
  if (leftOut.length > 0) {
    lines.push(`Chưa nạp được ${leftOut.length} tệp:`)
    lines.push(...leftOut.slice(0, namedFiles).map(({ reason }) => `  - ${reason}`))
    if (leftOut.length > namedFiles) lines.push(`  … và ${leftOut.length - namedFiles} tệp khác.`)
  }
  lines.push('')
  for (const { name, address } of channels.filter(({ address }) => address))
    lines.push(`Đang bật: ${name} – ${address}`)
  for (const { name, turnOn } of channels.filter(({ address }) => !address)) lines.push(`Đang tắt: ${name} – ${turnOn}`)
  return lines.join('\n')
}
