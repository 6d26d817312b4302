import { CompactEngine } from '../../src/search/compact.ts'
import { CorpusIndex } from '../../src/search/corpus-index.ts'
import { MiniSearchEngine } from '../../src/search/minisearch.ts'
import { describeEngine } from './contract.ts'

describeEngine('compact index', (passages) => new CompactEngine(CorpusIndex.build(passages)))
describeEngine('MiniSearch', (passages) => new MiniSearchEngine(CorpusIndex.build(passages)))
