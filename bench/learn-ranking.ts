import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { expansionsIn } from '../src/search/abbreviated.ts'
import { CompactEngine } from '../src/search/compact.ts'
import { CorpusIndex } from '../src/search/corpus-index.ts'
import { featureNames } from '../src/search/features.ts'
import { languageOf } from '../src/search/language.ts'
import { questionWords, weightedTerms } from '../src/search/question.ts'
import { isTitled, Ranker, shippedWeights } from '../src/search/ranking.ts'
import { repairQuestion } from '../src/vietnamese/repair.ts'
import { type Example, learn, scores } from './learning.ts'
import { meanQuality, qualityOf } from './measures.ts'
import { readTestSet } from './test-set.ts'

const usage = 'npm run learn:ranking -- --data DIR [--data DIR …] [--out FILE]'

/** Candidates of a question, as many as the product ranks. */
const candidateCount = 160

/** Parts the questions are divided into: each is judged with weights learned from the others. */
const folds = 5

interface LearningSet {
  readonly data: string
  readonly titled: boolean
  readonly examples: readonly Example[]
  /** Gains of all answers of each question, found or not. */
  readonly answers: readonly (readonly number[])[]
}

const options = readOptions()
if (options) {
  try {
    const sets: LearningSet[] = []
    for (const data of options.data) sets.push(await readSet(data))
    const learned: Record<string, Record<string, number>> = {}
    for (const profile of ['titled', 'untitled'] as const) {
      const own = sets.filter(({ titled }) => titled === (profile === 'titled'))
      if (own.length === 0) continue
      for (const set of own) console.log(`${set.data}: nDCG@10 ${crossValidated(set, own)} on questions left out`)
      learned[profile] = named(learnFrom(own, () => true))
    }
    const text = `${JSON.stringify({ ...shippedWeights, ...learned }, null, 2)}\n`
    if (options.out === undefined) console.log(text)
    else writeFileSync(options.out, text)
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}

function readOptions(): { data: string[]; out: string | undefined } | undefined {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string', multiple: true }, out: { type: 'string' } } })
    if (!values.data) throw new Error('--data is missing')
    return { data: values.data, out: values.out }
  } catch (error) {
    console.error(`${(error as Error).message}. Usage: ${usage}`)
    process.exitCode = 2
    return undefined
  }
}

async function readSet(data: string): Promise<LearningSet> {
  const { passages, ids, queries, relevant } = readTestSet(data)
  const index = CorpusIndex.build(passages)
  const engine = new CompactEngine(index)
  const ranker = new Ranker(index)
  const language = languageOf(index)
  const examples: Example[] = []
  for (const { id, text } of queries) {
    const question = repairQuestion(text, language, expansionsIn(text, index.defined))?.text ?? text
    const words = questionWords(question)
    const candidates = await engine.candidates(weightedTerms(words), {}, candidateCount)
    const features = ranker.measure(question, words, candidates)
    const gains = candidates.map(({ passage }) => relevant.get(id)!.get(ids[passage]!) ?? 0)
    examples.push({ features, gains })
  }
  return { data, titled: isTitled(index), examples, answers: queries.map(({ id }) => [...relevant.get(id)!.values()]) }
}

/** Weights from the questions that are chosen; every set counts the same, however many questions it has. */
function learnFrom(sets: readonly LearningSet[], chosen: (question: number) => boolean): Float64Array {
  const examples: Example[] = []
  const importance: number[] = []
  for (const set of sets) {
    set.examples.forEach((example, i) => {
      if (!chosen(i)) return
      examples.push(example)
      importance.push(1 / set.examples.length)
    })
  }
  return learn(examples, importance)
}

function crossValidated(set: LearningSet, sets: readonly LearningSet[]): number {
  const qualities = Array.from({ length: folds }, (_, fold) => {
    const weights = learnFrom(sets, (question) => question % folds !== fold)
    return set.examples.flatMap((example, i) => (i % folds === fold ? [judged(example, set.answers[i]!, weights)] : []))
  })
  return meanQuality(qualities.flat()).ndcg10
}

function judged(example: Example, answers: readonly number[], weights: Float64Array) {
  const scored = scores(example, weights)
  const order = [...scored.keys()].sort((a, b) => scored[b]! - scored[a]! || a - b)
  // Answers that are no candidates take part under names of their own.
  const found = example.gains.flatMap((gain, i) => (gain > 0 ? [[String(i), gain] as const] : []))
  const missed = answers.slice(found.length).map((gain, i) => [`missed ${i}`, gain] as const)
  return qualityOf(order.map(String), new Map([...found, ...missed]))
}

function named(weights: Float64Array): Record<string, number> {
  return Object.fromEntries(featureNames.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000]))
}
