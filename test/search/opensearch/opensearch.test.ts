import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Passage } from '../../../src/library/document.ts'
import { CompactEngine } from '../../../src/search/compact.ts'
import { CorpusIndex } from '../../../src/search/corpus-index.ts'
import type { SearchEngine } from '../../../src/search/engine.ts'
import { type ClusterOptions, OpenSearchCluster } from '../../../src/search/opensearch/cluster.ts'
import { PassageKeys } from '../../../src/search/opensearch/passage-keys.ts'
import { questionWords, weightedTerms } from '../../../src/search/question.ts'
import { createRetriever } from '../../../src/search/retriever.ts'
import { closedPort } from '../../support/closed-port.ts'
import { type Cluster, openSearchMissing, startCluster } from '../../support/opensearch.ts'
import { describeEngine } from '../contract.ts'
import { type Invented, papers, passagesOf } from '../invented.ts'

const missing = openSearchMissing()

const minutes: Invented[] = Array.from({ length: 40 }, (_, i) => ({
  id: `bien-ban-${i}`,
  title: `Biên bản số ${i + 1}`,
  text: `Cuộc họp thứ ${i + 1} bàn việc sửa cầu qua suối ở thôn ${i + 1} và giao cho tổ công tác.`,
}))
const extra: Invented = { id: 'moi', title: 'Thông báo', text: 'Lịch phun thuốc muỗi vằn bắt đầu từ thứ hai.' }

/** Enough for more requests of a load than may be on their way at once. */
const many: Invented[] = Array.from({ length: 1000 }, (_, i) => ({
  id: `so-lieu-${i}`,
  text: Array.from({ length: 80 }, (_, j) => `số ${(i * 37 + j * j) % 9000}`).join(' '),
}))

/** A way to a server on which searches can be held up, and nothing else. */
async function slowDoor(to: string) {
  const passed: string[] = []
  let held: (() => void)[] | undefined
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request
    passed.push(`${method} ${url}`)
    const body = await buffer(request)
    if (url.includes('/_search') && held) await new Promise<void>((resolve) => held!.push(resolve))
    const { 'content-type': type } = headers
    const answer = await fetch(`${to}${url}`, {
      method,
      ...(body.length > 0 && { body: new Uint8Array(body), headers: { 'content-type': type ?? 'application/json' } }),
    })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
    response.end(new Uint8Array(await answer.arrayBuffer()))
  }
  const door = createServer((request, response) => void pass(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const letGo = () => {
    for (const go of held ?? []) go()
    held = undefined
  }
  onTestFinished(() => {
    letGo()
    door.close()
  })
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    holdSearches() {
      held = []
    },
    letGo,
    /** How many such requests have come so far. */
    passed: (request: string) => passed.filter((each) => each === request).length,
  }
}

describe.skipIf(missing !== undefined)(`OpenSearch${missing ? ` (${missing})` : ''}`, () => {
  let servers: Cluster

  beforeAll(async () => {
    // Room for one request of a load and not for two.
    servers = await startCluster(1, 512, { 'indexing_pressure.memory.limit': '1500kb' })
  }, 300_000)

  afterAll(() => servers?.stop())

  /** A cluster whose problems fail the test, unless they are listened to. */
  const open = async (alias: string, options: Partial<ClusterOptions> = {}) => {
    const cluster = await OpenSearchCluster.open({
      urls: servers.urls,
      alias,
      onProblem: (error) => expect.fail(String(error)),
      ...options,
    })
    closing.push(cluster)
    return cluster
  }
  const closing: OpenSearchCluster[] = []
  afterAll(() => Promise.all(closing.map((cluster) => cluster.close())))

  /** The documents found in the cluster; fails when the local index answers. */
  const found = async (
    engine: SearchEngine,
    passages: readonly Passage[],
    question: string,
    onBehind: () => void = neverLocal,
  ) =>
    (await engine.candidates(weightedTerms(questionWords(question)), {}, 50, onBehind)).map(
      ({ passage }) => passages[passage]!.document.id,
    )
  const neverLocal = () => expect.fail('the local index answered')
  const indices = async (alias: string) =>
    Object.entries((await servers.ask(`/${alias}-*/_alias`)) as Record<string, { aliases: object }>).map(
      ([name, { aliases }]) => ({ name, current: alias in aliases }),
    )

  const times = { failures: 2, pause: 100, longest: 500 }

  /** Requests that the server had no room for so far. */
  const turnedAway = async () => {
    const { nodes } = (await servers.ask('/_nodes/stats/indexing_pressure')) as {
      nodes: Record<string, { indexing_pressure: { memory: { total: Record<string, number> } } }>
    }
    const [{ indexing_pressure: pressure } = expect.fail('no node')] = Object.values(nodes)
    const { coordinating_rejections: coordinating = 0, primary_rejections: primary = 0 } = pressure.memory.total
    return coordinating + primary
  }

  describeEngine('as an engine', async (passages) => (await open('giao-uoc')).serve(CorpusIndex.build(passages)), {
    runs: 5,
  })

  it('scores like the compact index', async () => {
    const engine = await (await open('diem')).serve(CorpusIndex.build(papers))
    const compact = new CompactEngine(CorpusIndex.build(papers))
    for (const question of [
      'chính quyền số của tỉnh Sông Mây',
      'kế hoạch 12/KH-UBND',
      'tổ công nghệ số cộng đồng 3.400',
    ]) {
      const terms = weightedTerms(questionWords(question))
      const ours = await compact.candidates(terms, {}, 10)
      const theirs = await engine.candidates(terms, {}, 10, neverLocal)
      expect(theirs.map(({ passage }) => passage)).toEqual(ours.map(({ passage }) => passage))
      for (const [i, { score }] of theirs.entries()) expect(score / ours[i]!.score).toBeCloseTo(1, 5)
    }
  })

  describe('a new version', () => {
    it('is made beside the old one, which answers until the alias moves', async () => {
      const before = passagesOf(minutes)
      const after = passagesOf([...minutes, extra])
      const cluster = await open('phien-ban')
      const old = await cluster.serve(CorpusIndex.build(before))
      const [only] = await indices('phien-ban')
      const building = (await open('phien-ban')).serve(CorpusIndex.build(after))
      let asked = 0
      let built = false
      const watching = building.finally(() => {
        built = true
      })
      while (!built) {
        expect(await found(old, before, 'sửa cầu')).toHaveLength(40)
        asked++
      }
      expect(asked).toBeGreaterThan(0)
      expect(await found(await watching, after, 'thuốc muỗi')).toEqual(['moi'])
      const now = await indices('phien-ban')
      expect(now).toHaveLength(2)
      expect(now.find(({ current }) => current)!.name).not.toBe(only!.name)
      expect(await found(old, before, 'thuốc muỗi')).toEqual([])
    })

    it('takes over the passages that stay', async () => {
      const loaded: number[] = []
      const cluster = await open('phan-con-lai')
      const before = passagesOf(minutes)
      const retriever = await createRetriever(before, { cluster, onPublish: (done) => loaded.push(done) })
      expect(Math.max(...loaded)).toBe(40)
      loaded.length = 0
      const after = await retriever.update([...before.slice(1), ...passagesOf([extra])], 'b')
      expect(Math.max(...loaded)).toBe(2)
      const ids = async (text: string) => (await after.search({ text })).hits.map(({ passage }) => passage.document.id)
      expect((await ids('phun thuốc muỗi'))[0]).toBe('moi')
      expect(await ids('biên bản số 1 thôn 1')).not.toContain('bien-ban-0')
    })

    it('is there at once when another instance has made it', async () => {
      const loaded: number[] = []
      for (let i = 0; i < 2; i++) {
        await (await open('lan-hai')).serve(CorpusIndex.build(passagesOf(minutes)), (done) => loaded.push(done))
      }
      expect(loaded).toEqual([40])
    })

    it('can be made by two instances at the same time', async () => {
      const passages = passagesOf(minutes)
      const clusters = [await open('hai-may'), await open('hai-may')]
      const engines = await Promise.all(clusters.map((cluster) => cluster.serve(CorpusIndex.build(passages))))
      for (const engine of engines) expect(await found(engine, passages, 'sửa cầu')).toHaveLength(40)
      expect(await indices('hai-may')).toHaveLength(1)
    })

    it('is loaded whole by a server that turns requests away while it is full', async () => {
      const passages = passagesOf(many)
      const before = await turnedAway()
      const engine = await (await open('day')).serve(CorpusIndex.build(passages))
      expect(await turnedAway()).toBeGreaterThan(before)
      const all = await engine.candidates([{ term: 'sô2', weight: 1 }], {}, 5000, neverLocal)
      expect(all).toHaveLength(many.length)
    })

    it('is gone on with where a build was cut off', async () => {
      const passages = passagesOf(many)
      const totals: number[] = []
      const problems: unknown[] = []
      const cutOff = await open('do-dang', {
        onProblem: (error) => problems.push(error),
        times: { ...times, pause: 1e6 },
      })
      await cutOff.serve(CorpusIndex.build(passages), (_, total) => {
        totals.push(total)
        throw new Error('cut off')
      })
      expect(problems.map(String)).toEqual(['Error: cut off'])
      expect((await indices('do-dang')).map(({ current }) => current)).toEqual([false])
      const engine = await (await open('do-dang')).serve(CorpusIndex.build(passages), (_, total) => totals.push(total))
      expect(totals[0]).toBe(many.length)
      expect(totals.at(-1)).toBeLessThan(many.length)
      expect(await engine.candidates([{ term: 'sô2', weight: 1 }], {}, 5000, neverLocal)).toHaveLength(many.length)
    })

    it('is made anew when no node holds it any more', async () => {
      const passages = passagesOf(minutes)
      const { version } = await PassageKeys.of(passages)
      const lost = {
        settings: { 'index.routing.allocation.require._name': 'a node that is gone' },
        mappings: { _meta: { complete: true, changed: 0 } },
        aliases: { 'mat-mat': {} },
      }
      await servers.ask(`/mat-mat-${version}?wait_for_active_shards=0`, 'PUT', JSON.stringify(lost))
      const engine = await (await open('mat-mat')).serve(CorpusIndex.build(passages))
      expect(await found(engine, passages, 'sửa cầu')).toHaveLength(40)
      expect(await indices('mat-mat')).toEqual([{ name: `mat-mat-${version}`, current: true }])
    })

    it('leaves the old one when it cannot be made', async () => {
      const passages = passagesOf(minutes)
      const old = await (await open('hong')).serve(CorpusIndex.build(passages))
      const before = await indices('hong')
      await servers.ask(
        '/_cluster/settings',
        'PUT',
        JSON.stringify({ persistent: { 'cluster.blocks.create_index': true } }),
      )
      onTestFinished(async () => {
        await servers.ask(
          '/_cluster/settings',
          'PUT',
          JSON.stringify({ persistent: { 'cluster.blocks.create_index': null } }),
        )
      })
      const problems: unknown[] = []
      const cluster = await open('hong', { onProblem: (error) => problems.push(error) })
      const changed = passagesOf([extra])
      const failed = await cluster.serve(CorpusIndex.build(changed))
      expect(problems).toHaveLength(1)
      const behind: true[] = []
      expect(await found(failed, changed, 'muỗi vằn', () => behind.push(true))).toEqual(['moi'])
      expect(behind).toEqual([true])
      expect(await indices('hong')).toEqual(before)
      expect(await found(old, passages, 'sửa cầu')).toHaveLength(40)
    })
  })

  describe('when it is away', () => {
    it('lets the local index answer, says so, and is asked again when it is back', async () => {
      const passages = passagesOf(minutes)
      const states: string[] = []
      let isBack = () => {}
      const back = new Promise<void>((resolve) => {
        isBack = resolve
      })
      const cluster = await open('vang', {
        times,
        onProblem: () => {},
        onState(state) {
          states.push(state)
          if (state === 'cluster') isBack()
        },
      })
      const retriever = await createRetriever(passages, { cluster })
      const ask = () => retriever.search({ text: 'sửa cầu qua suối ở thôn 7' })
      const whole = await ask()
      expect(whole.behind).toBeUndefined()
      await servers.kill(0)
      for (let i = 0; i < 3; i++) {
        const { hits, behind } = await ask()
        expect(behind).toBe(true)
        expect(hits.map(({ passage }) => passage)).toEqual(whole.hits.map(({ passage }) => passage))
      }
      expect(states).toEqual(['local'])
      await servers.revive(0)
      await back
      expect((await ask()).behind).toBeUndefined()
      expect(states).toEqual(['local', 'cluster'])
    }, 400_000)

    it('is not waited for when it stands still', async () => {
      const passages = passagesOf(minutes)
      const cluster = await open('dung-yen', { times, onProblem: () => {} })
      const engine = await cluster.serve(CorpusIndex.build(passages))
      servers.freeze(0)
      onTestFinished(() => servers.thaw(0))
      const behind: true[] = []
      for (let i = 0; i < 3; i++)
        expect(await found(engine, passages, 'sửa cầu', () => behind.push(true))).toHaveLength(40)
      expect(behind).toHaveLength(3)
    }, 60_000)

    it('is not asked again while it answers everything but searches in time', async () => {
      const passages = passagesOf(minutes)
      const door = await slowDoor(servers.urls[0]!)
      const states: string[] = []
      const cluster = await open('cham', {
        urls: [door.url],
        times,
        slowest: 500,
        onProblem: () => {},
        onState: (state) => states.push(state),
      })
      const engine = await cluster.serve(CorpusIndex.build(passages))
      door.holdSearches()
      const behind: true[] = []
      while (states.length === 0) await found(engine, passages, 'sửa cầu', () => behind.push(true))
      expect(behind).toHaveLength(times.failures)
      // Every probe looks in before it asks.
      const probes = door.passed('GET /')
      await expect.poll(() => door.passed('GET /')).toBeGreaterThan(probes + 2)
      expect(states).toEqual(['local'])
      door.letGo()
      await expect.poll(() => states).toEqual(['local', 'cluster'])
      expect(await found(engine, passages, 'sửa cầu')).toHaveLength(40)
    })

    it('stops no start of an instance that has a snapshot of its own', async () => {
      const problems: unknown[] = []
      const urls = [`http://127.0.0.1:${await closedPort()}`]
      const cluster = await open('x', { urls, mayBeAway: true, onProblem: (error) => problems.push(error) })
      const passages = passagesOf(minutes)
      const behind: true[] = []
      const engine = await cluster.serve(CorpusIndex.build(passages))
      expect(await found(engine, passages, 'sửa cầu', () => behind.push(true))).toHaveLength(40)
      expect(behind).toEqual([true])
      expect(problems).toHaveLength(1)
    })
  })
})
