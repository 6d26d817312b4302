import { expect, it } from 'vitest'
import { chatsOf } from '../../../src/operations/store/chats.ts'
import { followUpsOf } from '../../../src/operations/store/follow-ups.ts'
import { repliesOf } from '../../../src/operations/store/replies.ts'
import { forgetOld, retention } from '../../../src/operations/store/retention.ts'
import { onEveryStore } from '../../support/stores.ts'

onEveryStore((place) => {
  it('keeps a chat across restarts, and moves and forgets it', async () => {
    const { open } = await place()
    const first = await open()
    await chatsOf(first, 'telegram').setScope('-5', ['mot', 'hai'])
    await first.destroy()
    const second = await open()
    const chats = chatsOf(second, 'telegram')
    expect(await chats.scope('-5')).toEqual(['mot', 'hai'])
    expect(await chatsOf(second, 'zalo').scope('-5')).toBeUndefined()
    await chats.move('-5', '-1005')
    expect(await chats.scope('-5')).toBeUndefined()
    expect(await chats.scope('-1005')).toEqual(['mot', 'hai'])
    await chats.forget('-1005')
    expect(await chats.scope('-1005')).toBeUndefined()
    await second.destroy()
  })

  it('marks a chat that cannot be reached without touching its scope', async () => {
    const store = await (await place()).open()
    const chats = chatsOf(store, 'telegram')
    await chats.setScope('7', ['mot'])
    expect(await chats.isUnreachable('7')).toBe(false)
    await chats.setUnreachable('7', true)
    expect(await chats.isUnreachable('7')).toBe(true)
    expect(await chats.scope('7')).toEqual(['mot'])
    await chats.setScope('7', undefined)
    expect(await chats.scope('7')).toBeUndefined()
    expect(await chats.isUnreachable('7')).toBe(true)
    await store.destroy()
  })

  it('keeps questions behind buttons and answers to questions for their time', async () => {
    const store = await (await place()).open()
    let now = 1_000_000_000_000
    const followUps = followUpsOf(store, () => now)
    const replies = repliesOf(store, 'telegram', () => now)
    const id = await followUps.keep('/vanban 1', '5')
    expect(id).toMatch(/^[\w-]{16}$/)
    expect(await followUps.keep('/vanban 1', '5')).toBe(id)
    expect(await followUps.find(id)).toBe('/vanban 1')
    expect(await followUps.find('x')).toBeUndefined()
    await replies.remember('7', '100', [101, 102])
    await replies.remember('7', '100', [101])
    expect(await replies.find('7', '100')).toEqual([101])
    now += retention.buttons + 1
    expect(await followUps.find(id)).toBeUndefined()
    expect(await replies.find('7', '100')).toBeUndefined()
    await forgetOld(store, now)
    expect(await store.selectFrom('follow_ups').selectAll().execute()).toEqual([])
    expect(await store.selectFrom('replies').selectAll().execute()).toEqual([])
    await store.destroy()
  })
})
