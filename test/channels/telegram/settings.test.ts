import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/config.ts'
import { UserError } from '../../../src/library/errors.ts'

const token = '7654321:AAinventedTokenForTestsOnly_0123456789'
const webhook = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_MODE: 'webhook', PUBLIC_URL: 'https://vanban.example.test/' }

describe('readSettings', () => {
  it('leaves Telegram off without a token, given or empty', () => {
    expect(readSettings({}).telegram).toBeUndefined()
    expect(readSettings({ TELEGRAM_BOT_TOKEN: '' }).telegram).toBeUndefined()
  })

  it('polls Telegram itself unless told otherwise', () => {
    expect(readSettings({ TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({
      token,
      apiRoot: 'https://api.telegram.org',
      mode: 'polling',
    })
  })

  it('has webhook settings in webhook mode alone, and makes a secret when none is given', () => {
    const made = readSettings(webhook).telegram
    const given = readSettings({ ...webhook, WEBHOOK_SECRET: 'mot-bi-mat-dai' }).telegram
    expect(made).toMatchObject({
      address: 'https://vanban.example.test/webhooks/telegram',
      secret: expect.stringMatching(/^[\w-]{16,}$/),
    })
    expect(given).toMatchObject({ secret: 'mot-bi-mat-dai' })
    expect(readSettings({ ...webhook, TELEGRAM_MODE: 'polling' }).telegram).not.toHaveProperty('secret')
  })

  it.each([
    [undefined, 'everyone'],
    ['', 'everyone'],
    ['none', []],
    ['12, -1005 zalo:abc', ['12', '-1005', 'zalo:abc']],
  ])('reads the allowed chats %j', (given, read) => {
    expect(readSettings({ ALLOWED_CHATS: given }).allowedChats).toEqual(read)
  })

  it.each([
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKEN: 'khong phai ma' }],
    ['TELEGRAM_MODE', { TELEGRAM_MODE: 'push' }],
    ['TELEGRAM_API_ROOT', { TELEGRAM_API_ROOT: 'api.telegram.org' }],
    ['PUBLIC_URL', { ...webhook, PUBLIC_URL: '' }],
    ['WEBHOOK_SECRET', { ...webhook, WEBHOOK_SECRET: 'có dấu cách' }],
    ['ALLOWED_CHATS', { ALLOWED_CHATS: 'nhóm họp' }],
    ['ADMINS', { ADMINS: '@an' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('names %s when it is wrong, without its value', (name, environment) => {
    expect(() => readSettings(environment)).toThrow(UserError)
    expect(() => readSettings(environment)).toThrow(name)
    for (const value of Object.values(environment)) {
      if (value && value !== 'webhook') expect(() => readSettings(environment)).not.toThrow(value)
    }
  })
})
