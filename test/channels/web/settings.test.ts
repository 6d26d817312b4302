import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/config.ts'

describe('settings of the web page', () => {
  it('listens on this machine alone unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 8080 })
    expect(readSettings({ HOST: '', PORT: '' })).toMatchObject({ host: '127.0.0.1', port: 8080 })
    expect(readSettings({ HOST: '0.0.0.0', PORT: '9000' })).toMatchObject({ host: '0.0.0.0', port: 9000 })
  })

  it('takes the public address without a slash at its end', () => {
    expect(readSettings({ PUBLIC_URL: 'https://hoidap.example.vn/' }).publicUrl).toBe('https://hoidap.example.vn')
    expect(readSettings({ PUBLIC_URL: '' })).not.toHaveProperty('publicUrl')
  })

  it.each([
    ['PORT', 'tám nghìn'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'trang của chúng tôi'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
  ])('names %s when it is %j, and never the value', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name)
    expect(() => readSettings({ [name]: value })).not.toThrow(value)
  })
})
