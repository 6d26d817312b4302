import { once } from 'node:events'
import { connect } from 'node:net'
import { createAssistant } from './assistant.ts'
import { createWebServer } from './channels/web/server.ts'
import { knowledgeOf } from './knowledge.ts'
import { corpusOf } from './library/corpus.ts'
import { readDocument } from './library/read-document.ts'
import { createHealth } from './operations/health.ts'
import { rehearsalPapers, rehearsalQuestions } from './rehearsal-library.ts'
import { fold } from './vietnamese/normal-form.ts'

/** How often all questions are asked at most; code is compiled for good when it has run some thousand times. */
const mostRounds = 2

/** Questions sent over one connection, one after the other. */
const together = 8

/**
 * Answers made-up questions on made-up papers through a page of its own, so that the code of a question is compiled before the first person
 * asks: a process answers its first questions several times as slowly as later ones. Done while other threads read the documents, when this one
 * has nothing else to do.
 *
 * @param loading goes on until this is settled, within bounds
 * @returns how many questions were asked
 */
export async function rehearse(loading: Promise<unknown>): Promise<number> {
  let least = rehearsalQuestions.length * forms
  let most = least * mostRounds
  loading.then(
    () => {
      most = least
    },
    () => {
      most = least = 0
    },
  )
  const knowledge = await knowledgeOf(corpusOf(rehearsalPapers.map(({ content, file }) => readDocument(content, file))))
  const page = createWebServer({
    knowledge: () => knowledge,
    assistant: createAssistant(() => knowledge),
    health: createHealth(),
    metrics: { served() {}, asked() {}, exposition: async () => ({ text: '', contentType: 'text/plain' }) },
    onError() {},
    settings: { host: '127.0.0.1', port: 0 },
  })
  await page.start()
  let asked = 0
  try {
    for (; asked < most; asked += together) {
      await send(
        page.address,
        Array.from({ length: together }, (_, i) => request(asked + i)),
      )
    }
  } finally {
    await page.stop()
  }
  return asked
}

/** Every question is asked as it is written and without diacritics, some as part of a conversation. */
const forms = 2

function request(number: number): string {
  const at = Math.floor(number / forms) % rehearsalQuestions.length
  const written = rehearsalQuestions[at]!
  const body = JSON.stringify({
    question: number % forms === 0 ? written : fold(written),
    ...(number % 3 > 0 && { conversation: `tap-duot-${at % 4}` }),
  })
  return `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** Sends requests over one connection and waits until all are answered. */
async function send(address: string, requests: readonly string[]): Promise<void> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.resume()
  const head = 'POST /api/ask HTTP/1.1\r\nhost: localhost\r\n'
  const last = requests.length - 1
  socket.write(requests.map((rest, i) => `${head}${i === last ? 'connection: close\r\n' : ''}${rest}`).join(''))
  await once(socket, 'close')
}
