import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTestSet } from '../../bench/test-set.ts'
import type { Passage } from '../../src/library/document.ts'
import { OpenSearchCluster } from '../../src/search/opensearch/cluster.ts'
import { createRetriever, type Retriever } from '../../src/search/retriever.ts'
import { type Cluster, openSearchMissing, startCluster } from '../support/opensearch.ts'

const data = '../shared/retrieval/phapdien'
const missing = openSearchMissing() ?? (existsSync(data) ? undefined : `no ${data} here`)

/** Questions asked, and after which of them a node dies. */
const questions = 150
const deadly = 50

/** The first ten passages for a question, how long they took, and whether the local index gave them. */
interface Reply {
  readonly ten: readonly Passage[]
  readonly took: number
  readonly behind: boolean
}

describe.skipIf(missing !== undefined)(
  `A library of 68,611 passages in three nodes${missing ? ` (${missing})` : ''}`,
  () => {
    let servers: Cluster
    let cluster: OpenSearchCluster
    let retriever: Retriever
    let local: Retriever
    let texts: string[]
    let folder: string
    let isBack: Promise<void>

    beforeAll(async () => {
      const set = readTestSet(data)
      texts = set.queries.slice(0, questions).map(({ text }) => text)
      servers = await startCluster(3, 768)
      let back = () => {}
      isBack = new Promise((resolve) => {
        back = resolve
      })
      cluster = await OpenSearchCluster.open({
        urls: servers.urls,
        // Three nodes, the questions and whatever else this machine does share its processors.
        slowest: 2000,
        times: { failures: 3, pause: 500, longest: 4000 },
        onState: (state) => state === 'cluster' && back(),
      })
      folder = mkdtempSync(join(tmpdir(), 'long-'))
      const snapshot = { path: join(folder, 'index'), key: 'long' }
      local = await createRetriever(set.passages, { engine: 'compact', snapshot })
      const began = performance.now()
      retriever = await createRetriever(set.passages, { cluster, snapshot })
      console.log(`${set.passages.length} passages brought into three nodes in ${seconds(performance.now() - began)}`)
    }, 3_600_000)

    afterAll(async () => {
      await cluster?.close()
      await servers?.stop()
      if (folder) rmSync(folder, { recursive: true, force: true })
    }, 60_000)

    it('answers every question rightly while a node dies, and takes it back', async () => {
      const expected: Passage[][] = []
      for (const text of texts) expected.push((await local.search({ text })).hits.map(({ passage }) => passage))
      for (const text of texts.slice(0, 20)) await ask(retriever, text)

      const replies: Reply[] = []
      let killed = 0
      let answeredAgain = 0
      for (const [i, text] of texts.entries()) {
        if (i === deadly) {
          void servers.kill(0)
          killed = performance.now()
        }
        const reply = await ask(retriever, text)
        replies.push(reply)
        if (i >= deadly && !reply.behind && answeredAgain === 0) answeredAgain = performance.now()
      }

      const wrong = replies.filter(({ ten }, i) => !sameTen(ten, expected[i]!))
      const after = replies.slice(deadly)
      console.log(
        [
          `${replies.length} questions answered, ${wrong.length} unlike the compact index`,
          `slowest before the node died ${seconds(slowest(replies.slice(0, deadly)))}, after ${seconds(slowest(after))}`,
          `${after.filter(({ behind }) => behind).length} answered by the local index`,
          `the cluster answered again ${seconds(answeredAgain - killed)} after the node died`,
        ].join('; '),
      )
      expect(replies).toHaveLength(questions)
      expect(wrong.length).toBeLessThanOrEqual(questions * 0.05)
      expect(answeredAgain).toBeGreaterThan(0)

      const began = performance.now()
      await servers.revive(0)
      console.log(`the node was back, with its shards, ${seconds(performance.now() - began)} after it was started`)
      const last = await ask(retriever, texts[0]!)
      expect(sameTen(last.ten, expected[0]!)).toBe(true)
    })

    it('answers from the local index while no node is there, and from the cluster when they are back', async () => {
      for (let node = 0; node < 3; node++) await servers.kill(node)
      for (const text of texts.slice(0, 10)) {
        const { hits, behind } = await retriever.search({ text })
        expect(behind).toBe(true)
        expect(hits).toEqual((await local.search({ text })).hits)
      }
      await Promise.all([0, 1, 2].map((node) => servers.revive(node)))
      await isBack
      expect((await retriever.search({ text: texts[0]! })).behind).toBeUndefined()
    })
  },
)

async function ask(retriever: Retriever, text: string): Promise<Reply> {
  const asked = performance.now()
  const { hits, behind = false } = await retriever.search({ text })
  return { ten: hits.map(({ passage }) => passage), took: performance.now() - asked, behind }
}

function sameTen(one: readonly Passage[], other: readonly Passage[]): boolean {
  const ten = new Set(one)
  return one.length === other.length && other.every((passage) => ten.has(passage))
}

function slowest(replies: readonly Reply[]): number {
  return Math.max(...replies.map(({ took }) => took))
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
