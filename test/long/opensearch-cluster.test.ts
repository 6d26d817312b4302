import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as immediate } from 'node:timers/promises'
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

/** The first ten passages for a question, by its number, how long they took, and whether the local index gave them. */
interface Reply {
  readonly question: number
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
    let passages: readonly Passage[]
    let texts: string[]
    /** The first ten passages for each question while everything works. */
    const ofCompact: (readonly Passage[])[] = []
    const ofCluster: (readonly Passage[])[] = []
    let folder: string
    let state = 'cluster'

    beforeAll(async () => {
      const set = readTestSet(data)
      passages = set.passages
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
      })
      folder = mkdtempSync(join(tmpdir(), 'long-'))
      const snapshot = { path: join(folder, 'index'), key: 'long' }
      local = await createRetriever(passages, { engine: 'compact', snapshot })
      const serversBefore = await processorTime(servers)
      const before = process.cpuUsage()
      const began = performance.now()
      retriever = await createRetriever(passages, { cluster, snapshot })
      const took = performance.now() - began
      const own = process.cpuUsage(before)
      console.log(
        `${passages.length} passages brought into three nodes in ${seconds(took)}; processor time: nodes ${seconds((await processorTime(servers)) - serversBefore)}, instance ${seconds((own.user + own.system) / 1000)}`,
      )
      for (const [i, text] of texts.entries()) {
        ofCompact.push((await ask(local, text, i)).ten)
        const { ten, behind } = await ask(retriever, text, i)
        expect(behind).toBe(false)
        ofCluster.push(ten)
      }
    }, 3_600_000)

    afterAll(async () => {
      await cluster?.close()
      await servers?.stop()
      if (folder) rmSync(folder, { recursive: true, force: true })
    }, 60_000)

    /** Has several people ask until it is over, one question after the other each. */
    async function stream(isOver: (asked: number) => boolean): Promise<Reply[]> {
      const replies: Reply[] = []
      let asked = 0
      const askOn = async () => {
        while (!isOver(asked)) {
          const question = asked++ % texts.length
          replies.push(await ask(retriever, texts[question]!, question))
          // Questions come over the network: between two the local index leaves others their turn.
          await immediate()
        }
      }
      await Promise.all(Array.from({ length: askers }, askOn))
      expect(replies).toHaveLength(asked)
      return replies
    }

    /** Reports what became of the questions; fails when one was answered wrongly. */
    function judge(replies: readonly Reply[], happened: number, what: string): void {
      const wrong = replies.filter(({ question, ten, behind }) => {
        return !sameTen(ten, behind ? ofCompact[question]! : ofCluster[question]!)
      })
      const before = replies.filter(({ at }) => at < happened)
      const after = replies.filter(({ at }) => at >= happened)
      const behind = after.filter((reply) => reply.behind)
      const last = Math.max(happened, ...behind.map(({ at }) => at))
      console.log(
        [
          `${replies.length} questions, ${askers} at a time, ${after.length} of them answered after ${what}; ${wrong.length} wrong`,
          `slowest before ${seconds(slowest(before))}, after ${seconds(slowest(after))}`,
          `${behind.length} answered by the local index, the last ${seconds(last - happened)} after ${what}`,
        ].join('; '),
      )
      expect(wrong).toEqual([])
      expect(before.length).toBeGreaterThan(0)
      expect(after.length).toBeGreaterThan(0)
    }

    it('is found as by the compact index', () => {
      const alike = ofCluster.filter((ten, i) => sameTen(ten, ofCompact[i]!)).length / texts.length
      console.log(
        `the same first ten as the compact index for ${(alike * 100).toFixed(1)} % of ${texts.length} questions`,
      )
      expect(alike).toBeGreaterThanOrEqual(0.95)
    })

    it('answers every question rightly while a node dies, and takes it back', async () => {
      const holder = await nodeOfPrimary(servers)
      let killed = 0
      const replies = await stream((asked) => {
        if (asked >= deadly && killed === 0) {
          killed = performance.now()
          void servers.kill(holder)
        }
        return asked >= texts.length
      })
      judge(replies, killed, 'the node that holds the first copy died')
      const began = performance.now()
      await servers.revive(holder)
      console.log(`the node was back, with its shards, ${seconds(performance.now() - began)} after it was started`)
      const last = await ask(retriever, texts[0]!, 0)
      expect(last.behind).toBe(false)
      expect(sameTen(last.ten, ofCluster[0]!)).toBe(true)
    })

    it('answers every question rightly while a node stands still, until the others have struck it off', async () => {
      const holder = await nodeOfPrimary(servers)
      const witness = servers.urls[(holder + 1) % 3]!
      let frozen = 0
      let struckOff = false
      const replies = await stream((asked) => {
        if (asked >= deadly && frozen === 0) {
          frozen = performance.now()
          servers.freeze(holder)
          void healthOf(witness, 'wait_for_nodes=2&timeout=120s').then(() => {
            struckOff = true
            console.log(`the others struck it off ${seconds(performance.now() - frozen)} after it stood still`)
          })
        }
        return struckOff && state === 'cluster' && asked >= texts.length
      })
      judge(replies, frozen, 'it stood still')
      await expect.poll(async () => (await ask(retriever, texts[0]!, 0)).behind, { timeout: 60_000 }).toBe(false)
      servers.thaw(holder)
      expect(await healthOf(witness, 'wait_for_nodes=3&wait_for_status=green&timeout=120s')).toMatchObject({
        timed_out: false,
      })
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

    it('takes documents out without loading the others again', async () => {
      const loaded: number[] = []
      const following = await createRetriever(passages, {
        cluster,
        snapshot: { path: join(folder, 'index'), key: 'long' },
        onPublish: (done) => loaded.push(done),
      })
      const began = performance.now()
      const fewer = await following.update(passages.slice(50), 'fewer')
      console.log(`50 passages were out after ${seconds(performance.now() - began)}`)
      expect(loaded.at(-1)).toBe(50)
      const { hits, behind } = await fewer.search({ text: texts[0]! })
      expect(behind).toBeUndefined()
      expect(hits.length).toBeGreaterThan(0)
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

/** The health of the cluster as a node sees it. */
async function healthOf(url: string, wanted: string): Promise<object> {
  return (await (await fetch(`${url}/_cluster/health?${wanted}`)).json()) as object
}

async function ask(retriever: Retriever, text: string, question: number): Promise<Reply> {
  const asked = performance.now()
  const { hits, behind = false } = await retriever.search({ text })
  const at = performance.now()
  return { question, ten: hits.map(({ passage }) => passage), took: at - asked, behind, at }
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
