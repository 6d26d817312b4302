import { expect, it } from 'vitest'
import { createLog, errorFields } from '../../src/operations/log.ts'

const token = '1234567:AAinventedTokenForTestsOnly_0123456789'

function linesOf(
  use: (log: ReturnType<typeof createLog>) => void,
  level: 'info' | 'error' = 'info',
  secrets: string[] = [],
) {
  const lines: string[] = []
  use(createLog(level, secrets, (line) => lines.push(line)))
  return lines
}

it('writes one JSON object a line', () => {
  const [line] = linesOf((log) => log.info('started', { entries: 3 }))
  expect(JSON.parse(line!)).toMatchObject({ level: 'info', event: 'started', entries: 3 })
})

it('leaves out what is below its level', () => {
  expect(linesOf((log) => log.info('quiet'), 'error')).toEqual([])
  expect(linesOf((log) => log.debug('quiet'))).toEqual([])
})

it('writes no token, known or not, whole or in part', () => {
  const shown = linesOf(
    (log) => {
      const refused = new Error(`GET https://example.test/bot${token}/getMe`)
      log.error('bad', errorFields(Object.assign(refused, { code: 'ECONNREFUSED' })))
      log.warn('bad', { secret: 'hidden-secret-word', part: 'tOkEnHaLf123' })
    },
    'info',
    ['hidden-secret-word', '99:tOkEnHaLf123'],
  ).join('\n')
  expect(shown).not.toMatch(/AAinvented|hidden-secret|tOkEnHaLf/)
  expect(shown).toContain('getMe')
})
