import { parseArgs } from 'node:util'
import dotenv from 'dotenv'
import { createAssistant } from './assistant.ts'
import { chat } from './channels/terminal/chat.ts'
import { UsageError } from './commands/ask.ts'
import { readSettings } from './config.ts'
import { loadKnowledge } from './knowledge.ts'
import { UserError } from './library/errors.ts'
import { startScreen } from './start-screen.ts'

/** Composition root: reads the settings, loads the documents, starts the channels. */
async function start(): Promise<void> {
  dotenv.config({ quiet: true })
  const settings = readSettings(process.env)
  const folder = corpusArgument() ?? settings.corpusDir
  const knowledge = await loadKnowledge(folder)
  const terminal = {
    name: 'trò chuyện tại cửa sổ này',
    ...(process.stdin.isTTY
      ? { address: 'gõ câu hỏi bên dưới, “thoát” để dừng' }
      : { turnOn: 'chạy npm start trong một cửa sổ dòng lệnh' }),
  }
  console.log(startScreen(knowledge, folder, [terminal]))
  const assistant = createAssistant(() => knowledge)
  await chat(assistant, process.stdin, process.stdout)
}

function corpusArgument(): string | undefined {
  try {
    return parseArgs({ options: { corpus: { type: 'string' } } }).values.corpus
  } catch (error) {
    throw new UsageError('Cách dùng: npm start [-- --corpus THƯ-MỤC]', { cause: error })
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof UserError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
