import { describe, expect, it } from 'vitest'
import { readScope } from '../../src/channels/scope-command.ts'
import { loadCorpus } from '../../src/library/load.ts'
import { inventedCorpus } from '../support/telegram-bot.ts'

const corpus = await loadCorpus(inventedCorpus)
const [first, second] = corpus.documents

describe('readScope', () => {
  it.each([
    ['', { kind: 'show' }],
    [' , ', { kind: 'show' }],
    ['tatca', { kind: 'lift' }],
    ['Tất cả', { kind: 'lift' }],
    ['1', { kind: 'set', documents: [first] }],
    ['2 1', { kind: 'set', documents: [second, first] }],
    ['kinh te so', { kind: 'set', documents: [first] }],
    ['08-NQ/TU', { kind: 'set', documents: [second] }],
    ['hành động tỉnh', { kind: 'set', documents: [first] }],
    ['nghi-quyet-kinh-te-bien', { kind: 'set', documents: [second] }],
    ['sơn hải', { kind: 'set', documents: [first, second] }],
    ['1; không có', { kind: 'unclear', part: 'không có' }],
    ['9', { kind: 'unclear', part: '9' }],
    ['n', { kind: 'unclear', part: 'n' }],
  ])('%j', (argument, expected) => {
    expect(readScope(argument, corpus)).toEqual(expected)
  })
})
