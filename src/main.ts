import { parseArgs } from 'node:util'
import dotenv from 'dotenv'
import { createAssistant } from './assistant.ts'
import { chat } from './channels/terminal/chat.ts'
import { createWebServer } from './channels/web/server.ts'
import { UsageError } from './commands/ask.ts'
import { readSettings } from './config.ts'
import { type Knowledge, loadKnowledge } from './knowledge.ts'
import { UserError } from './library/errors.ts'
import { createHealth } from './operations/health.ts'
import { createMetrics } from './operations/metrics.ts'
import { startScreen } from './start-screen.ts'

/** Composition root: reads the settings, opens the page, loads the documents, starts the other channels. */
async function start(): Promise<void> {
  dotenv.config({ quiet: true })
  const settings = readSettings(process.env)
  const folder = corpusArgument() ?? settings.corpusDir
  let knowledge: Knowledge | undefined
  const assistant = createAssistant(() => {
    if (!knowledge) throw new Error('asked before the documents were loaded')
    return knowledge
  })
  const health = createHealth()
  const web = createWebServer({
    knowledge: () => knowledge,
    assistant,
    health,
    metrics: createMetrics(health, () => knowledge?.corpus.documents.length ?? 0),
    onError: (error) => console.error(error),
    settings,
  })
  stopOnSignals(() => web.stop())
  // The page listens before the documents are loaded, so that a taken port is told at once and `/readyz` can be asked meanwhile.
  await web.start()
  try {
    knowledge = await loadKnowledge(folder)
  } catch (error) {
    await web.stop()
    throw error
  }
  health.reportLibrary('loaded')
  const page = { name: 'trang web', address: settings.publicUrl ?? web.address }
  const terminal = {
    name: 'trò chuyện tại cửa sổ này',
    ...(process.stdin.isTTY
      ? { address: 'gõ câu hỏi bên dưới, “thoát” để dừng' }
      : { turnOn: 'chạy npm start trong một cửa sổ dòng lệnh' }),
  }
  console.log(startScreen(knowledge, folder, [page, terminal]))
  if (!process.stdin.isTTY) return
  await chat(assistant, process.stdin, process.stdout)
  await web.stop()
}

/** Lets running answers finish; a second signal ends the process at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
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
