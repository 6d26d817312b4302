import { expect, onTestFinished, vi } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import { usualLimits } from '../../src/channels/limits.ts'
import { startTelegram, type TelegramOptions } from '../../src/channels/telegram/channel.ts'
import { type Knowledge, loadKnowledge } from '../../src/knowledge.ts'
import { joinInstances } from '../../src/operations/store/instances.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { dataFolder } from './data-folder.ts'
import { keptLog } from './log.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'

// Whole channels over HTTP take their time on a busy machine; what never comes is told by the server, which says what was missing.
vi.setConfig({ testTimeout: 60_000 })

/** The documents of our own invention. */
export const inventedCorpus = new URL('corpus/', import.meta.url).pathname

let invented: Promise<Knowledge> | undefined

/** The Telegram channel, running against a server of the test's own. Afterwards the test fails for whatever Telegram would refuse. */
export async function runningBot(overrides: Partial<TelegramOptions> = {}, server?: TelegramServer) {
  return botOn(server ?? (await startTelegramServer()), overrides)
}

async function botOn(server: TelegramServer, overrides: Partial<TelegramOptions>) {
  invented ??= loadKnowledge(inventedCorpus)
  const knowledge = overrides.knowledge?.() ?? (await invented)
  const store = overrides.store ?? (await openStore(dataFolder()))
  const log = keptLog([server.token])
  const instance = overrides.instance ?? (await joinInstances(store, { log, shared: false }))
  const options: TelegramOptions = {
    settings: { token: server.token, apiRoot: server.url, mode: 'polling' },
    store,
    instance,
    assistant: createAssistant(() => knowledge),
    knowledge: () => knowledge,
    access: accessOf('everyone', []),
    // People of tests ask as fast as they can; what a person may ask is tried where it is set.
    limits: { ...usualLimits, person: 0, total: 0 },
    log,
    publicUrl: 'https://vanban.example.test',
    ...overrides,
  }
  const telegram = await startTelegram(options)
  onTestFinished(async () => {
    await telegram.stop()
    await instance.leave()
    await server.stop()
    if (!overrides.store) await store.destroy()
    expect(server.violations).toEqual([])
    expect(log.lines.join('\n')).not.toContain(server.token.slice(-20))
  })
  return { server, telegram, instance, store, log, knowledge, options }
}
