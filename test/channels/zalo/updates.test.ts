import { describe, expect, it } from 'vitest'
import { incomingOf } from '../../../src/channels/zalo/incoming.ts'
import { typedCommand } from '../../../src/channels/zalo/typed-command.ts'
import { arrivalOf, readEvents, type ZaloEvent } from '../../../src/channels/zalo/updates.ts'

const message = {
  date: 1_791_360_000_123,
  chat: { chat_type: 'PRIVATE', id: 'p1' },
  message_id: 'm1',
  from: { id: 'p1', is_bot: false, display_name: 'An' },
  text: 'kinh tế số',
}
const text = { event_name: 'message.text.received', message }
const names = ['Bot Tra Cứu', 'Bot Tra']

describe('readEvents', () => {
  it.each<[string, unknown, readonly unknown[] | undefined]>([
    ['bare', text, [text]],
    ['wrapped', { ok: true, result: text }, [text]],
    ['a list', [text, text], [text, text]],
    ['a wrapped list', { ok: true, result: [text] }, [text]],
    ['an unknown event', { event_name: 'user.followed', person: 1 }, []],
    ['unknown fields', { ...text, message: { ...message, reply_to_message: { text: 'x' } } }, [text]],
    [
      'a number for an id',
      { ...text, message: { ...message, message_id: 12 } },
      [{ ...text, message: { ...message, message_id: '12' } }],
    ],
    ['no event', { message }, undefined],
    ['nothing', null, undefined],
  ])('reads %s', (_, delivered, events) => {
    expect(readEvents(delivered)).toEqual(events)
  })

  it('is known in the inbox by the message, in order per chat', () => {
    const position = message.date * 1000
    expect(arrivalOf(text)).toEqual({ id: 'm1', lane: 'chat:p1', position, payload: JSON.stringify(text) })
  })
})

describe('incomingOf', () => {
  const inGroup = (words: string, kind = 'text'): ZaloEvent => ({
    event_name: `message.${kind}.received`,
    message: { ...message, chat: { chat_type: 'GROUP', id: 'zgr-1' }, text: words },
  })
  const privately = (kind: string, fields: object = {}): ZaloEvent => {
    const { text: _, ...rest } = message
    return { event_name: `message.${kind}.received`, message: { ...rest, ...fields } }
  }
  const question = (words: string) => ({ kind: 'question', text: words })

  it.each<[string, ZaloEvent, object]>([
    ['a question', text, question('kinh tế số')],
    ['a mention at the start', inGroup('@Bot Tra Cứu kinh tế số'), question('kinh tế số')],
    ['a mention with a comma', inGroup('@Bot Tra Cứu, kinh tế số'), question('kinh tế số')],
    ['a mention at the end', inGroup('kinh tế số @Bot Tra Cứu'), question('kinh tế số')],
    ['a mention in the middle', inGroup('nhờ @Bot Tra Cứu xem biển'), question('nhờ xem biển')],
    ['a mention in decomposed letters', inGroup('@Bot Tra Cứu'.normalize('NFD').concat(' biển')), question('biển')],
    ['a mention with a hard space', inGroup('@Bot\u00a0Tra Cứu biển'), question('biển')],
    ['a bare mention', inGroup('@Bot Tra Cứu'), question('')],
    ['a reply without mention', inGroup('còn 2030?'), question('còn 2030?')],
    ['a picture in a group', inGroup('', 'image'), { kind: 'ignored' }],
    ['something unsupported in a group', inGroup('', 'unsupported'), { kind: 'ignored' }],
    ['a sticker', privately('sticker'), { kind: 'unreadable' }],
    [
      'words under a picture',
      privately('image', { caption: 'kinh tế số' }),
      { ...question('kinh tế số'), caption: true },
    ],
    ['nothing but space', privately('text', { text: ' ' }), { kind: 'ignored' }],
    ['an event of another kind', { ...text, event_name: 'user.joined' }, { kind: 'ignored' }],
    ['another bot', { ...text, message: { ...message, from: { ...message.from, is_bot: true } } }, { kind: 'ignored' }],
  ])('takes %s', (_, event, incoming) => {
    expect(incomingOf(event, names)).toEqual(incoming)
  })
})

describe('typedCommand', () => {
  it.each([
    ['/muctieu 2030 Hà Tĩnh', '/muctieu 2030 Hà Tĩnh'],
    ['/mục tiêu 2030 Hà Tĩnh', '/muctieu 2030 Hà Tĩnh'],
    ['/ Mục tiêu 2030', '/muctieu 2030'],
    ['/nhóm nhiệm vụ Hà Tĩnh', '/nhomnhiemvu Hà Tĩnh'],
    ['trợ giúp', '/trogiup'],
    ['/start', '/trogiup'],
    ['Văn bản', '/vanban'],
    ['phạm vi 1, 3', '/phamvi 1, 3'],
    ['phạm vi áp dụng là gì', 'phạm vi áp dụng là gì'],
    ['kiểm tra K7Q-M3X9PF', '/kiemtra K7Q-M3X9PF'],
    ['mục tiêu 2030 Hà Tĩnh', 'mục tiêu 2030 Hà Tĩnh'],
    ['/khong co lenh nay', '/khong co lenh nay'],
    ['', ''],
  ])('reads “%s” as “%s”', (typed, command) => {
    expect(typedCommand(typed)).toBe(command)
  })
})
