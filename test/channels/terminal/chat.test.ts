import { PassThrough, Readable } from 'node:stream'
import { text as streamText } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { plainText } from '../../../src/answers/plain-text.ts'
import { createAssistant } from '../../../src/assistant.ts'
import { chat } from '../../../src/channels/terminal/chat.ts'
import { loadKnowledge } from '../../../src/knowledge.ts'
import { operator } from '../../../src/library/visibility.ts'
import { inventedCorpus } from '../../support/telegram-bot.ts'

const knowledge = await loadKnowledge(inventedCorpus)
const assistant = () => createAssistant(() => knowledge)

it('answers every question of an input that has ended before the first answer is there', async () => {
  const questions = ['Sơn Hải có bao nhiêu sân bay?', 'trong rung phong ho ven bien', 'cảm ơn']
  const output = new PassThrough()
  const printed = streamText(output)
  await chat(assistant(), Readable.from([`${questions.join('\n')}\n`]), output)
  output.end()

  const asked = assistant()
  for (const text of questions) {
    const answer = await asked.ask({ text, conversation: 'terminal', viewer: operator })
    expect(await printed).toContain(plainText(answer))
  }
})
