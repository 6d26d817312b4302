import { describe, expect, it } from 'vitest'
import { createAssistant } from '../src/assistant.ts'
import { knowledgeOf } from '../src/knowledge.ts'
import { corpusOf } from '../src/library/corpus.ts'
import { readDocument } from '../src/library/read-document.ts'
import { rehearse } from '../src/rehearsal.ts'
import { rehearsalPapers, rehearsalQuestions } from '../src/rehearsal-library.ts'

describe('the rehearsal', () => {
  it('meets every way in which a question can end, so that the code of each has run', async () => {
    const knowledge = await knowledgeOf(
      corpusOf(rehearsalPapers.map(({ content, file }) => readDocument(content, file))),
    )
    const assistant = createAssistant(() => knowledge)
    const outcomes = new Set<string>()
    for (const text of rehearsalQuestions) outcomes.add((await assistant.ask({ text, conversation: 'a' })).outcome)
    expect([...outcomes].sort()).toEqual(['answered', 'clarify', 'conversation', 'corrected', 'declined', 'not-found'])
  })

  it('asks every question when the documents are there already, and leaves nothing open behind it', async () => {
    const open = () => process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP')).length
    const before = open()
    expect(await rehearse(Promise.resolve())).toBeGreaterThanOrEqual(2 * rehearsalQuestions.length)
    await expect.poll(open).toBe(before)
  })

  it('goes on while the documents are being read, within bounds', async () => {
    expect(await rehearse(new Promise(() => {}))).toBeGreaterThanOrEqual(4 * rehearsalQuestions.length)
  })

  it('ends at once when the documents cannot be read', async () => {
    expect(await rehearse(Promise.reject(new Error('no documents')))).toBe(0)
  })
})
