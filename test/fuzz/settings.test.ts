import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { readSettings, settingNames } from '../../src/config.ts'
import { UserError } from '../../src/library/errors.ts'
import { fuzz } from './fuzzing.ts'
import { anyText } from './hostile.ts'

const likely = [
  '',
  ' ',
  '0',
  '65536',
  '-1',
  '8080',
  '1e3',
  '0x50',
  'none',
  'auto',
  'webhook',
  'polling',
  'zalo:1',
  '-100,5',
  'https://x',
  'HTTPS://[::1]/a//',
  'http://',
  'https://a:b@c/',
  '1:AAbb',
  `123456:${'x'.repeat(40)}`,
  'postgres://a:%zz@h/d',
  'postgres://a:p%40@h/d',
  'postgresql://',
  'secret-secret',
  'debug',
  'true',
]
const value = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: anyText(400) })

describe('any settings', () => {
  fuzz('settings', 16_000, fc.dictionary(fc.constantFrom(...settingNames), value, { maxKeys: 8 }), (environment) => {
    try {
      const { port } = readSettings(environment)
      expect(Number.isInteger(port)).toBe(true)
    } catch (error) {
      expect(error).toBeInstanceOf(UserError)
      const { message } = error as UserError
      expect(settingNames.some((name) => message.includes(name))).toBe(true)
      expect(message.split('\n')).toHaveLength(1)
      for (const [name, given] of Object.entries(environment)) {
        if (given.length > 20 && /TOKEN|SECRET|DATABASE/.test(name)) expect(message).not.toContain(given)
      }
    }
  })
})
