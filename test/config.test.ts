import { readFileSync } from 'node:fs'
import dotenv from 'dotenv'
import { describe, expect, it } from 'vitest'
import { readSettings, settingNames } from '../src/config.ts'

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')

describe('.env.example', () => {
  it('names the settings that are read, and no others', () => {
    expect(Object.keys(dotenv.parse(example)).sort()).toEqual([...settingNames].sort())
  })

  it('says what each setting means, in Vietnamese and English, right above it', () => {
    const lines = example.split('\n')
    for (const name of settingNames) {
      const at = lines.findIndex((line) => line.startsWith(`${name}=`))
      expect(lines.slice(at - 2, at), name).toEqual([expect.stringMatching(/^# \S/), expect.stringMatching(/^# \S/)])
    }
  })

  it('holds the defaults', () => {
    expect(readSettings(dotenv.parse(example))).toEqual(readSettings({}))
  })
})

describe('readSettings', () => {
  it('takes an empty value for one that is not set', () => {
    expect(readSettings(Object.fromEntries(settingNames.map((name) => [name, ''])))).toEqual(readSettings({}))
  })

  it.each([
    ['PORT', 'tám nghìn'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'binhan'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['OPENSEARCH_URL', 'http://a.example:9200 máy-hai'],
  ])('names %s when it is wrong, without its value', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^Thiết lập ${name} `))
    expect(() => readSettings({ [name]: value })).not.toThrow(value)
  })

  it('reads the addresses of an OpenSearch cluster', () => {
    const settings = readSettings({
      SEARCH_ENGINE: 'opensearch',
      OPENSEARCH_URL: 'https://a.example:9200, http://b.example/',
    })
    expect(settings.openSearchUrls).toEqual(['https://a.example:9200', 'http://b.example'])
  })

  it('asks for the address of OpenSearch when that is to search', () => {
    expect(() => readSettings({ SEARCH_ENGINE: 'opensearch' })).toThrow(
      /^Thiếu thiết lập OPENSEARCH_URL.*SEARCH_ENGINE=auto/,
    )
  })
})
