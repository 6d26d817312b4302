import { expect, onTestFinished, vi } from 'vitest'
import { createAssistant } from '../../src/assistant.ts'
import { accessOf } from '../../src/channels/access.ts'
import { usualLimits } from '../../src/channels/limits.ts'
import { startZalo, type ZaloOptions } from '../../src/channels/zalo/channel.ts'
import { type Knowledge, loadKnowledge } from '../../src/knowledge.ts'
import { joinInstances } from '../../src/operations/store/instances.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { dataFolder } from './data-folder.ts'
import { keptLog } from './log.ts'
import { inventedCorpus } from './telegram-bot.ts'
import { startZaloServer, type ZaloServer } from './zalo-server.ts'

vi.setConfig({ testTimeout: 60_000 })

let invented: Promise<Knowledge> | undefined

/** The Zalo channel, running against a server of the test's own. Afterwards the test fails for whatever Zalo would refuse. */
export async function runningZalo(overrides: Partial<ZaloOptions> = {}, given?: ZaloServer) {
  const server = given ?? (await startZaloServer())
  invented ??= loadKnowledge(inventedCorpus)
  const knowledge = overrides.knowledge?.() ?? (await invented)
  const store = overrides.store ?? (await openStore(dataFolder()))
  const log = keptLog()
  const instance = overrides.instance ?? (await joinInstances(store, { log, shared: false }))
  const states: string[] = []
  const options: ZaloOptions = {
    settings: { token: server.token, apiRoot: server.url, mode: 'polling' },
    store,
    instance,
    assistant: createAssistant(() => knowledge),
    knowledge: () => knowledge,
    access: accessOf('everyone', []),
    // People of tests ask as fast as they can; what a person may ask is tried where it is set.
    limits: { ...usualLimits, person: 0, total: 0 },
    log,
    report: (state) => void states.push(state),
    ...overrides,
  }
  const zalo = await startZalo(options)
  onTestFinished(async () => {
    await zalo.stop()
    await instance.leave()
    await server.stop()
    if (!overrides.store) await store.destroy()
    expect(server.violations).toEqual([])
    // This log hides nothing by itself: what stands there was written so.
    expect(log.lines.join('\n')).not.toContain(server.token.slice(-20))
  })
  /** What a person is shown after writing. */
  const ask = async (person: ReturnType<ZaloServer['person']>, text: string, group?: { readonly id: string }) => {
    const coming = server.next(group ?? person)
    server.say(person, text, group)
    return coming
  }
  return { server, zalo, instance, store, log, states, knowledge, options, ask }
}
