import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import * as z from 'zod'
import { answerJson } from '../answers/answer-json.ts'
import { plainText } from '../answers/plain-text.ts'
import { type Assistant, createAssistant } from '../assistant.ts'
import type { Knowledge } from '../knowledge.ts'
import { UserError } from '../library/errors.ts'
import { operator } from '../library/visibility.ts'
import { addressedText } from '../questions/address.ts'
import { warmUp } from '../warm-up.ts'

/** How the command line was called wrongly: exit status 2. */
export class UsageError extends UserError {}

/** The bot's name in group messages of `--jsonl`. */
const botName = '@bot'

interface AskOptions {
  /** Loads the documents; called when it is clear what is asked. */
  readonly load: () => Promise<Knowledge>
  readonly question?: string
  readonly json: boolean
  readonly jsonl: boolean
  readonly document?: string
}

/**
 * `ask`: one question, a stream of questions, or the stored text of a document. Sees every document: whoever calls it has the files.
 *
 * @throws UsageError when it is not clear what is asked; UserError when the documents cannot be read, or, after the last answer, when
 * lines of a stream were no questions.
 */
export async function ask(options: AskOptions, input: Readable, write: (text: string) => Promise<void>): Promise<void> {
  const { question, json, jsonl, document } = options
  if ([question, jsonl || undefined, document].filter((given) => given !== undefined).length !== 1) {
    throw new UsageError('Gõ một câu hỏi trong ngoặc kép, hoặc --jsonl, hoặc --document MÃ.')
  }
  const knowledge = await options.load()
  if (document !== undefined) return write(storedText(knowledge, document))
  const assistant = createAssistant(() => knowledge)
  if (jsonl) {
    await warmUp(assistant)
    return askLines(assistant, input, write)
  }
  if (json) return write(`${JSON.stringify(await askOne(assistant, { question: question! }))}\n`)
  await write(`${plainText(await assistant.ask({ text: question!, viewer: operator }))}\n`)
}

function storedText({ corpus }: Knowledge, id: string): string {
  const found = corpus.document(id)
  if (!found) throw new UserError(`Không có văn bản “${id}”; gõ npm run --silent ask -- /vanban để xem danh sách.`)
  return found.text
}

const line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  conversation: z.string().optional(),
  place: z.enum(['private', 'group']).optional(),
})

async function askLines(assistant: Assistant, input: Readable, write: (text: string) => Promise<void>): Promise<void> {
  let number = 0
  const bad: number[] = []
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim() === '') continue
    const asked = parseLine(text)
    if (asked) await write(`${JSON.stringify(await askOne(assistant, asked))}\n`)
    else bad.push(number)
  }
  if (bad.length === 0) return
  const named = bad.length <= 5 ? bad.join(', ') : `${bad.slice(0, 5).join(', ')} và ${bad.length - 5} dòng khác`
  throw new UserError(`Dòng ${named} không phải câu hỏi JSON nên chưa được trả lời; mỗi dòng cần có “question”.`)
}

function parseLine(text: string): z.infer<typeof line> | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

async function askOne(assistant: Assistant, { id, question, conversation, place }: z.infer<typeof line>) {
  const began = performance.now()
  const text = place === 'group' ? addressedText(question, botName) : question
  const answer =
    text === undefined
      ? { outcome: 'ignored', text: '', citations: [], facts: [], reading: {} }
      : answerJson(await assistant.ask({ text, viewer: operator, ...(conversation !== undefined && { conversation }) }))
  return { ...(id !== undefined && { id }), ...answer, took_ms: Math.round((performance.now() - began) * 100) / 100 }
}
