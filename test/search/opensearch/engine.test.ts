import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/library/document.ts'
import { CompactEngine } from '../../../src/search/compact.ts'
import { CorpusIndex } from '../../../src/search/corpus-index.ts'
import { OpenSearchCluster } from '../../../src/search/opensearch/cluster.ts'
import { questionWords, weightedTerms } from '../../../src/search/question.ts'
import { type Cluster, openSearchMissing, startCluster } from '../../support/opensearch.ts'
import { describeEngine } from '../contract.ts'
import { papers } from '../invented.ts'

const missing = openSearchMissing()
const name = `OpenSearch${missing ? ` (skipped: ${missing})` : ''}`

describe.skipIf(missing !== undefined)(name, () => {
  let servers: Cluster
  const opened: OpenSearchCluster[] = []

  beforeAll(async () => {
    servers = await startCluster()
  }, 300_000)

  afterAll(async () => {
    for (const cluster of opened) await cluster.close()
    await servers?.stop()
  })

  const build = async (passages: readonly Passage[], alias = 'giao-uoc') => {
    const problems: unknown[] = []
    const cluster = await OpenSearchCluster.open({
      urls: servers.urls,
      alias,
      onProblem: (error) => problems.push(error),
    })
    opened.push(cluster)
    const engine = await cluster.serve(CorpusIndex.build(passages))
    expect(problems).toEqual([])
    return {
      name: engine.name,
      candidates: (...[terms, filter, limit]: Parameters<typeof engine.candidates>) =>
        engine.candidates(terms, filter, limit, () => expect.fail('the local index answered')),
    }
  }

  describeEngine('keeps what every engine promises', (passages) => build(passages), { runs: 5 })

  it('scores like the compact index', async () => {
    const engine = await build(papers)
    const compact = new CompactEngine(CorpusIndex.build(papers))
    for (const question of [
      'chính quyền số của tỉnh Sông Mây',
      'kế hoạch 12/KH-UBND',
      'tổ công nghệ số cộng đồng 3.400',
    ]) {
      const terms = weightedTerms(questionWords(question))
      const [ours, theirs] = [await compact.candidates(terms, {}, 10), await engine.candidates(terms, {}, 10)]
      expect(theirs.map(({ passage }) => passage)).toEqual(ours.map(({ passage }) => passage))
      for (const [i, { score }] of theirs.entries()) expect(score / ours[i]!.score).toBeCloseTo(1, 5)
    }
  })
})
