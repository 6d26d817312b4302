import { answerJson } from '../../src/answers/answer-json.ts'
import { createAssistant } from '../../src/assistant.ts'
import { knowledgeOf } from '../../src/knowledge.ts'
import { corpusFrom } from './corpus.ts'

/** A way to ask about papers given by file name; turns with one conversation follow each other. */
export async function answersFrom(papers: Readonly<Record<string, string>>) {
  const knowledge = await knowledgeOf(corpusFrom(papers))
  const assistant = createAssistant(() => knowledge)
  return async (text: string, conversation?: string) =>
    answerJson(await assistant.ask({ text, ...(conversation !== undefined && { conversation }) }))
}
