import { normalForm } from '../vietnamese/normal-form.ts'
import type { Reading } from './reading.ts'
import { smallTalk } from './small-talk.ts'

/** Longest question that is read, in characters; the rest is left aside and the person is told. */
const questionLimit = 2000

/** Understands a message as typed. Any text is accepted. */
export function readQuestion(message: string): Reading {
  const clean = normalForm(message.slice(0, questionLimit * 2))
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const text = clean.slice(0, questionLimit)
  const assumptions = clean.length > questionLimit ? [`Câu hỏi dài, tôi chỉ đọc ${questionLimit} ký tự đầu.`] : []
  const command = /^\/([a-z0-9]+)(?:@\S+)?(?:\s+|$)/i.exec(text)
  if (command) {
    return { intent: 'command', command: command[1]!.toLowerCase(), text: text.slice(command[0].length), assumptions }
  }
  return { intent: smallTalk(text) ?? 'search', text, assumptions }
}
