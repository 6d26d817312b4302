import { expect, it } from 'vitest'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { storedConversations } from '../../src/conversations/stored.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import { openStore } from '../../src/operations/store/open.ts'
import { retention } from '../../src/operations/store/retention.ts'
import { documentOf } from '../support/corpus.ts'
import { dataFolder } from '../support/data-folder.ts'
import { keptLog } from '../support/log.ts'
import { onEveryStore } from '../support/stores.ts'
import { inventedCorpus } from '../support/telegram-bot.ts'

const invented = await loadKnowledge(inventedCorpus)
/** Each but the first refers to what was said before. */
const turns = [
  'trồng rừng phòng hộ ven biển',
  'nguồn đâu?',
  'còn cảng tổng hợp thì sao',
  'cảm ơn',
  'trích nguyên văn câu đó',
]

onEveryStore((emptyPlace) => {
  it('are followed by whichever instance is asked, as by one alone', async () => {
    const { open, shared } = await emptyPlace()
    const first = await open()
    const stores = [first, shared ? await open() : first]
    const assistants = stores.map((store) => createAssistant(() => invented, storedConversations(store, keptLog())))
    const alone = createAssistant(() => invented)
    for (const [i, text] of turns.entries()) {
      const asked = { text, conversation: 'a' }
      expect(plainText(await assistants[i % 2]!.ask(asked))).toBe(plainText(await alone.ask(asked)))
    }
    expect(plainText(await assistants[0]!.ask({ text: 'nguồn đâu?', conversation: 'b' }))).not.toContain('Trồng mới')
  })

  it('are forgotten after their time, and go on in memory while the store is away', async () => {
    const store = await (await emptyPlace()).open()
    let now = 1_000_000_000_000
    const conversations = storedConversations(store, keptLog(), () => now)
    const assistant = createAssistant(() => invented, conversations)
    await assistant.ask({ text: turns[0]!, conversation: 'a' })
    now += retention.conversations + 1
    expect(await conversations.recall('a', invented.corpus)).toBeUndefined()
    await assistant.ask({ text: turns[0]!, conversation: 'a' })
    await store.destroy()
    expect(plainText(await assistant.ask({ text: 'nguồn đâu?', conversation: 'a' }))).toContain('Trồng mới')
  })
})

it('forget the quotations of a document that has changed', async () => {
  const store = await openStore(dataFolder())
  const asking = createAssistant(() => invented, storedConversations(store, keptLog()))
  const { citations } = await asking.ask({ text: turns[0]!, conversation: 'a' })
  const changed = documentOf(
    'Kế hoạch này đã được thay thế toàn bộ bằng một văn bản khác, dài hơn trước nhiều.'.repeat(40),
  )
  const conversation = await storedConversations(store, keptLog()).recall('a', { document: () => changed })
  expect(citations.length).toBeGreaterThan(0)
  expect(conversation?.answer.citations).toEqual([])
  expect(conversation?.answer.facts).toEqual([])
  await store.destroy()
})
