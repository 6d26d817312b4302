import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { plainText } from '../../answers/plain-text.ts'
import type { Assistant } from '../../assistant.ts'
import { operator } from '../../library/visibility.ts'

/** A chat in the terminal, which sees every document: one line a question, until the input ends or the person types "thoát". */
export async function chat(assistant: Assistant, input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input, output, prompt: '\nHỏi: ' })
  let ended = false
  lines.once('close', () => {
    ended = true
  })
  lines.prompt()
  for await (const line of lines) {
    if (/^\s*(?:thoát|thoat|exit|quit)\s*$/i.test(line.normalize('NFC'))) break
    const answer = await assistant.ask({ text: line, conversation: 'terminal', viewer: operator })
    output.write(`\n${plainText(answer)}\n`)
    // Piped input may have ended while the question was answered; Node 24 refuses to prompt then.
    if (!ended) lines.prompt()
  }
  lines.close()
}
