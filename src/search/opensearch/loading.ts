import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@opensearch-project/opensearch'

/** One line of a bulk request, or two: what to do, and with what. */
export interface Operation {
  readonly action: { readonly create: { readonly _id: string } } | { readonly delete: { readonly _id: string } }
  /** A line of JSON. */
  readonly entry?: string
}

/** Bytes of a request. */
const requestSize = 1_000_000
/** Requests on their way at once: the next one is made only when one of them is done. */
const mostOnTheirWay = 2
/** A server that is full, or gone for a moment, is given longer and longer, in milliseconds, before the load fails. */
const pauses = [100, 300, 1000, 3000, 5000, 10_000, 10_000]

/** What the server says of a bulk request, as far as it is read. */
interface BulkAnswer {
  readonly items: readonly Readonly<
    Record<string, { readonly status: number; readonly error?: { readonly reason?: string } }>
  >[]
}

/**
 * Carries operations out. Operations that are done already (created, deleted) are no error, so that several may load the same.
 * @param onProgress told how many operations are done
 * @throws Error when the server refuses one, or stays full or away
 */
export async function load(
  client: Client,
  index: string,
  operations: AsyncIterable<Operation>,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const onTheirWay = new Set<Promise<void>>()
  let failure: unknown
  let done = 0
  let lines: string[] = []
  let size = 0
  const send = async () => {
    const batch = lines
    lines = []
    size = 0
    const sending: Promise<void> = sendBatch(client, index, batch).then(
      () => {
        onTheirWay.delete(sending)
        done += batch.length
        onProgress(done)
      },
      (error: unknown) => {
        onTheirWay.delete(sending)
        failure ??= error
      },
    )
    onTheirWay.add(sending)
    // Others get their turn between two requests.
    await immediate()
    if (onTheirWay.size >= mostOnTheirWay) await Promise.race(onTheirWay)
  }
  for await (const { action, entry } of operations) {
    if (failure !== undefined) break
    const line = `${JSON.stringify(action)}\n${entry === undefined ? '' : `${entry}\n`}`
    lines.push(line)
    size += line.length
    if (size >= requestSize) await send()
  }
  if (lines.length > 0 && failure === undefined) await send()
  await Promise.all(onTheirWay)
  if (failure !== undefined) throw failure
}

async function sendBatch(client: Client, index: string, batch: readonly string[]): Promise<void> {
  let left = batch
  for (let attempt = 0; left.length > 0; attempt++) {
    const wait = pauses[attempt]
    try {
      left = await sendOnce(client, index, left)
    } catch (error) {
      if (wait === undefined || error instanceof Refused) throw error
    }
    if (left.length === 0) return
    if (wait === undefined) throw new Error(`OpenSearch stays full: ${left.length} passages not taken`)
    await pause(wait)
  }
}

/** @returns the operations that the server had no room for */
async function sendOnce(client: Client, index: string, lines: readonly string[]): Promise<readonly string[]> {
  // Lines that are made already go out as they are, which the client's types do not know.
  const { body } = await client.bulk({ index, body: lines.join('') as never }, { requestTimeout: 60_000 })
  // The client's types of single items are looser than what the server sends.
  const { items } = body as unknown as BulkAnswer
  return lines.filter((_, i) => {
    const { status, error } = Object.values(items[i]!)[0]!
    if (status < 300 || status === 409 || status === 404) return false
    if (status === 429 || status === 503) return true
    throw new Refused(`OpenSearch refused a passage: ${error?.reason ?? status}`)
  })
}

class Refused extends Error {
  override readonly name = 'Refused'
}
