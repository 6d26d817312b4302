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

/** Questions that are asked at the same time, and after which one a node dies. */
const askers = 4
const deadly = 130

/** The first ten passages for a question, how long they took, and whether the local index gave them. */
interface Reply {
  readonly ten: readonly Passage[]
  readonly took: number
  readonly behind: boolean
  /** When it came, by `performance.now()`. */
  readonly at: number
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
    let state = 'cluster'

    beforeAll(async () => {
      const set = readTestSet(data)
      texts = set.queries.map(({ text }) => text)
      servers = await startCluster(3, 768)
      cluster = await OpenSearchCluster.open({
        urls: servers.urls,
        // Three nodes, the questions and whatever else this machine does share its processors.
        slowest: 2000,
        times: { failures: 3, pause: 500, longest: 4000 },
        onState(now) {
          state = now
        },
        onProblem: (error) => console.log(String(error).slice(0, 200)),
      })
      folder = mkdtempSync(join(tmpdir(), 'long-'))
      const snapshot = { path: join(folder, 'index'), key: 'long' }
      local = await createRetriever(set.passages, { engine: 'compact', snapshot })
      const serversBefore = await processorTime(servers)
      const before = process.cpuUsage()
      const began = performance.now()
      retriever = await createRetriever(set.passages, { cluster, snapshot })
      const took = performance.now() - began
      const own = process.cpuUsage(before)
      console.log(
        `${set.passages.length} passages brought into three nodes in ${seconds(took)}; processor time: nodes ${seconds((await processorTime(servers)) - serversBefore)}, instance ${seconds((own.user + own.system) / 1000)}`,
      )
    }, 3_600_000)

    afterAll(async () => {
      await cluster?.close()
      await servers?.stop()
      if (folder) rmSync(folder, { recursive: true, force: true })
    }, 60_000)

    it('answers every question rightly while a node dies, and takes it back', async () => {
      const ofCompact: (readonly Passage[])[] = []
      const ofCluster: (readonly Passage[])[] = []
      for (const text of texts) {
        ofCompact.push((await ask(local, text)).ten)
        const { ten, behind } = await ask(retriever, text)
        expect(behind).toBe(false)
        ofCluster.push(ten)
      }
      const alike = ofCluster.filter((ten, i) => sameTen(ten, ofCompact[i]!)).length / texts.length
      expect(alike).toBeGreaterThanOrEqual(0.95)

      const holder = await nodeOfPrimary(servers)
      const replies: Reply[] = []
      let killed = Number.POSITIVE_INFINITY
      let next = 0
      const askOn = async () => {
        for (let i = next++; i < texts.length; i = next++) {
          if (i === deadly) {
            void servers.kill(holder)
            killed = performance.now()
          }
          replies[i] = await ask(retriever, texts[i]!)
        }
      }
      await Promise.all(Array.from({ length: askers }, askOn))

      const wrong = replies.filter(({ ten, behind }, i) => !sameTen(ten, behind ? ofCompact[i]! : ofCluster[i]!))
      const before = replies.filter(({ at }) => at < killed)
      const after = replies.filter(({ at }) => at >= killed)
      const behind = after.filter((reply) => reply.behind)
      console.log(
        [
          `${replies.length} questions, ${askers} at a time, ${texts.length - replies.length} lost, ${wrong.length} wrong`,
          `like the compact index ${(alike * 100).toFixed(1)} %`,
          `slowest before the node with the primary died ${seconds(slowest(before))}, after ${seconds(slowest(after))}`,
          `${behind.length} answered by the local index, the last ${seconds(Math.max(killed, ...behind.map(({ at }) => at)) - killed)} after the node died`,
        ].join('; '),
      )
      expect(replies.filter(Boolean)).toHaveLength(texts.length)
      expect(wrong).toEqual([])
      expect(replies.at(-1)!.behind).toBe(false)

      const began = performance.now()
      await servers.revive(holder)
      console.log(`the node was back, with its shards, ${seconds(performance.now() - began)} after it was started`)
      const last = await ask(retriever, texts[0]!)
      expect(last.behind).toBe(false)
      expect(sameTen(last.ten, ofCluster[0]!)).toBe(true)
    })

    it('answers from the local index while no node is there, and from the cluster when they are back', async () => {
      for (let node = 0; node < 3; node++) await servers.kill(node)
      for (const text of texts.slice(0, 10)) {
        const { hits, behind } = await retriever.search({ text })
        expect(behind).toBe(true)
        expect(hits).toEqual((await local.search({ text })).hits)
      }
      await Promise.all([0, 1, 2].map((node) => servers.revive(node)))
      await expect.poll(() => state, { timeout: 120_000 }).toBe('cluster')
      expect((await retriever.search({ text: texts[0]! })).behind).toBeUndefined()
    })
  },
)

/** Processor time that the nodes have used, in milliseconds. */
async function processorTime(servers: Cluster): Promise<number> {
  const { nodes } = (await servers.ask('/_nodes/stats/process')) as {
    nodes: Record<string, { process: { cpu: { total_in_millis: number } } }>
  }
  return Object.values(nodes).reduce((sum, { process }) => sum + process.cpu.total_in_millis, 0)
}

/** The number of the node that holds the first copy of the index. */
async function nodeOfPrimary(servers: Cluster): Promise<number> {
  const shards = (await servers.ask('/_cat/shards?format=json')) as { prirep: string; node: string }[]
  return Number(shards.find(({ prirep }) => prirep === 'p')!.node.slice(1))
}

async function ask(retriever: Retriever, text: string): Promise<Reply> {
  const asked = performance.now()
  const { hits, behind = false } = await retriever.search({ text })
  return { ten: hits.map(({ passage }) => passage), took: performance.now() - asked, behind, at: performance.now() }
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
