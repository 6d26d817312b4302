import { expect, it } from 'vitest'
import { handlers } from '../../handlers/table.ts'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { knowledgeOf, loadKnowledge } from '../../src/knowledge.ts'
import { corpusOf } from '../../src/library/corpus.ts'
import { inventedCorpus, runningBot } from '../support/telegram-bot.ts'
import type { Shown } from '../support/telegram-server.ts'

const question = 'trồng rừng phòng hộ ven biển'
const quoted = 'Trồng mới 400 ha rừng phòng hộ ven biển tại các xã bãi ngang.'

async function asked(text = question) {
  const { server, ...bot } = await runningBot()
  const an = server.person()
  const coming = server.next(an)
  server.say(an, text)
  return { server, an, answer: await coming, ...bot }
}

const dataOf = ({ buttons }: Shown, text: string) => buttons.find((button) => button.text === text)?.callback_data ?? ''

it('answers a question with the same words as the other channels', async () => {
  const { answer, knowledge } = await asked()
  expect(answer.text).toBe(plainText(await createAssistant(() => knowledge).ask({ text: question })))
})

it('folds the quotation, marks its code for copying and shows no preview', async () => {
  const { answer } = await asked()
  expect(answer.looks).toContainEqual({ type: 'expandable_blockquote', words: `“${quoted}”` })
  const code = answer.looks.find(({ type }) => type === 'code')?.words
  expect(code).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{6}$/)
  expect(answer.text).toContain(`Mã: ${code}`)
  expect(answer.preview).toBe(false)
})

it('pages through the document in place', async () => {
  const { server, an, answer } = await asked()
  expect(await server.press(an, answer, dataOf(answer, '‹ Đoạn trước'))).toEqual({})
  const before = await server.until(() => server.screen(an).find(({ edits }) => edits === 1))
  expect(before.id).toBe(answer.id)
  expect(before.text).not.toContain(quoted)
  expect(before.text).toContain('08-NQ/TU')
  await server.press(an, before, dataOf(before, 'Đoạn sau ›'))
  const after = await server.until(() => server.screen(an).find(({ edits }) => edits === 2))
  expect(after.text).toContain(quoted)
  expect(after.buttons.map(({ text }) => text)).not.toContain('Đoạn sau ›')
})

it('opens the whole passage in its context as a new message', async () => {
  const { server, an, answer } = await asked()
  const coming = server.next(an)
  await server.press(an, answer, dataOf(answer, 'Cả đoạn văn'))
  expect((await coming).text).toContain('Đoạn trích còn nguyên trong văn bản')
})

it('lets the citation be copied and the passage be opened in the reader', async () => {
  const { answer } = await asked()
  const code = answer.looks.find(({ type }) => type === 'code')!.words
  const copied = answer.buttons.find(({ text }) => text === 'Chép trích dẫn')?.copy_text?.text
  expect(copied).toContain('08-NQ/TU')
  expect(copied).toContain(code)
  const address = answer.buttons.find(({ text }) => text === 'Mở văn bản')?.url
  expect(address).toMatch(/^https:\/\/vanban\.example\.test\/van-ban\/nghi-quyet-kinh-te-bien\?/)
  expect(address).toMatch(new RegExp(`#${code}$`))
})

it('compares provinces whose documents state the same', async () => {
  const knowledge = await loadKnowledge(new URL('../../corpus/', import.meta.url).pathname)
  const { server } = await runningBot({ knowledge: () => knowledge, assistant: createAssistant(() => knowledge) })
  const an = server.person()
  const coming = server.next(an)
  server.say(an, 'Hà Tĩnh có mấy nhóm nhiệm vụ, giải pháp')
  const answer = await coming
  const comparison = server.next(an)
  await server.press(an, answer, dataOf(answer, 'So sánh'))
  const { text } = await comparison
  expect(text).toMatch(/^- Hà Tĩnh: /m)
  expect(text.match(/^- .+: /gm)?.length).toBeGreaterThan(1)
})

it('opens the passage of a deep link, and answers a plain start with help', async () => {
  const { server, answer } = await asked()
  const code = answer.looks.find(({ type }) => type === 'code')!.words
  const binh = server.person('Bình')
  const opened = server.next(binh)
  server.say(binh, `/start ${code}`)
  expect((await opened).text).toContain(quoted)
  const helped = server.next(binh)
  server.say(binh, '/start')
  expect((await helped).text).toContain('/trogiup')
  const survived = server.next(binh)
  server.say(binh, '/start q_khong-co-nut-nao')
  expect((await survived).text).toContain('/trogiup')
})

it('gives choices as buttons that ask', async () => {
  const { server, an, answer } = await asked('/vanban kinh tế')
  const [first] = answer.buttons
  expect(answer.text).toContain(`1) `)
  expect(first?.text).toBe('1')
  const coming = server.next(an)
  await server.press(an, answer, first!.callback_data!)
  expect((await coming).text).toContain('Bố cục')
})

it.each(['', 'x', '1n:', '1n:ABC-123', '9q:abcdef', '1q:khong-con-nua', '1c:../../etc', `1q:${'a'.repeat(60)}`])(
  'answers old or forged button data %j with words',
  async (data) => {
    const { server, an, answer } = await asked()
    expect(await server.press(an, answer, data)).toEqual({ text: expect.stringMatching(/cũ|thay đổi/) })
    expect(server.screen(an)).toHaveLength(1)
  },
)

it('splits a long answer between its sentences', async () => {
  const { knowledge } = await runningBot()
  const [document] = knowledge.corpus.documents
  const long = createAssistant(() => knowledge)
  const items = Array.from(
    { length: 120 },
    (_, i) => `Mục thứ ${i + 1} của một danh sách dài do bài kiểm tra dựng lên.`,
  )
  const { server } = await runningBot({
    assistant: {
      async ask(question) {
        const answer = await long.ask(question)
        return { ...answer, blocks: [{ kind: 'list', ordered: true, items }], choices: [] }
      },
    },
  })
  const an = server.person()
  server.say(an, `danh sách ${document!.id}`)
  await server.until(() => server.screen(an).length > 1)
  const texts = server.screen(an).map(({ text }) => text)
  expect(texts.join('\n').split('\n')).toHaveLength(items.length)
  for (const text of texts) expect(text).toMatch(/dựng lên\.$/)
})

it.each([
  ['a picture', { photo: [{ file_id: 'a', file_unique_id: 'a', width: 9, height: 9 }] }],
  ['a voice message', { voice: { file_id: 'a', file_unique_id: 'a', duration: 3 } }],
])('says in a line that it cannot read %s', async (_, content) => {
  const { server } = await runningBot()
  const an = server.person()
  const coming = server.next(an)
  server.say(an, '', content)
  expect((await coming).text).toContain('chỉ đọc được chữ')
})

it('edits the answer when the question is edited', async () => {
  const { server } = await runningBot()
  const an = server.person()
  const coming = server.next(an)
  const said = server.say(an, question)
  const answer = await coming
  server.edit(said, 'trung tâm dữ liệu dùng chung')
  const edited = await server.until(() => server.screen(an).find(({ edits }) => edits === 1))
  expect(edited.id).toBe(answer.id)
  expect(edited.text).toContain('trung tâm dữ liệu dùng chung')
  expect(server.screen(an)).toHaveLength(1)
})

it('keeps the documents set by /phamvi across restarts', async () => {
  const { server, telegram, options } = await runningBot()
  const an = server.person()
  const say = async (text: string) => {
    const coming = server.next(an)
    server.say(an, text)
    return (await coming).text
  }
  expect(await say('/phamvi')).toContain('tất cả 2 văn bản')
  expect(await say('/phamvi kinh tế số')).toContain('chỉ tra trong 1 văn bản')
  expect(await say(question)).toContain('Đang chỉ tra trong 1 văn bản đã chọn')
  await telegram.stop()
  await runningBot({ store: options.store }, server)
  expect(await say('/phamvi')).toContain('chỉ tra trong 1 văn bản')
  expect(await say('/phamvi tatca')).toContain('tất cả 2 văn bản')
  expect(await say(question)).toContain(quoted)
})

it('says in a chat that its chosen documents are gone', async () => {
  const before = await loadKnowledge(inventedCorpus)
  const left = before.corpus.documents.slice(1)
  let knowledge = before
  const { server } = await runningBot({ knowledge: () => knowledge, assistant: createAssistant(() => knowledge) })
  const an = server.person()
  const say = async (text: string) => {
    const coming = server.next(an)
    server.say(an, text)
    return (await coming).text
  }
  await say('/phamvi 1')
  knowledge = await knowledgeOf(corpusOf(left))
  expect(await say(question)).toMatch(/không còn trong kho; gõ \/phamvi/)
  expect(await say('/phamvi')).toContain('không còn trong kho')
  expect(await say('/phamvi tatca')).toContain('tất cả 1 văn bản')
  expect(await say(question)).toContain(quoted)
})

it('tells Telegram its commands and what it is for, in Vietnamese', async () => {
  const { server } = await runningBot()
  const commands = (scope: string) =>
    (server.told.get(scope) as { command: string; description: string }[]).map(({ command }) => command)
  const all = handlers.map(({ command }) => command)
  expect(commands('all_group_chats')).toEqual(all)
  expect(commands('all_private_chats')).toEqual([...all, 'phamvi', 'dulieu', 'xoadulieu'])
  expect(commands('all_chat_administrators')).toEqual([...all, 'phamvi', 'dulieu'])
  expect(server.told.get('description')).toContain('nguyên văn')
  expect(server.told.get('short')).toContain('nguyên văn')
})
