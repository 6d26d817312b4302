import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runModule } from '../support/command-line.ts'
import { folderOf } from '../support/folder.ts'

const commands = ['bench/retrieval.ts', 'bench/peers.ts', 'bench/learn-ranking.ts']

describe.each(commands)('%s', (command) => {
  it('names the file that a data folder does not have, in one sentence', async () => {
    const folder = folderOf({})
    const { status, out, errors } = await runModule(command, ['--data', folder])
    expect({ status, out, errors }).toEqual({
      status: 1,
      out: '',
      errors: `${folder} has no corpus.jsonl or corpus.jsonl.gz\n`,
    })
  })

  it('names the questions when only they are missing', async () => {
    const folder = folderOf({ 'corpus.jsonl': '{"id":"a","text":"kinh tế số"}\n' })
    const { status, errors } = await runModule(command, ['--data', folder])
    expect({ status, errors }).toEqual({ status: 1, errors: `${folder} has no queries.jsonl or queries.jsonl.gz\n` })
  })

  it('says how it is called when nothing is given', async () => {
    const { status, errors } = await runModule(command, [])
    expect(status).toBe(2)
    expect(errors).toMatch(/^--data is missing\. Usage: npm run [^\n]+\n$/)
  })
})

it('names the line that is no JSON', async () => {
  const folder = folderOf({
    'corpus.jsonl': '{"id":"a","text":"kinh tế số"}\n{"id":\n',
    'queries.jsonl': '{"id":"q","text":"kinh tế"}\n',
    'qrels.jsonl': '{"q":"q","d":"a"}\n',
  })
  const { status, errors } = await runModule('bench/retrieval.ts', ['--data', folder])
  expect({ status, errors }).toEqual({ status: 1, errors: `${join(folder, 'corpus.jsonl')}: line 2 is not JSON\n` })
})
