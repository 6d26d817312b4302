import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerJson } from '../../src/answers/answer-json.ts'
import { createAssistant } from '../../src/assistant.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import { addressedText } from '../../src/questions/address.ts'
import { type ExamQuestion, type Given, judge, parseQuestions, says } from './judge.ts'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'exam')
const botName = '@bot'
/** Least share of right answers of a kind that is not listed below. */
const usualShare = 0.6
/** Kinds of which more is asked. */
const shares: Readonly<Record<string, number>> = {
  count: 0.9,
  count_not_stated: 0.75,
  list: 0.9,
  list_item: 0.9,
  target_year: 0.65,
  percent: 0.9,
  ranking: 0.9,
  doc_number: 0.75,
  date: 0.85,
  issuing_body: 0.8,
  doc_title: 0.85,
  person: 0.9,
  role: 0.8,
  yesno: 0.8,
  summary: 0.8,
  definition: 0.85,
  comparison: 0.8,
  overview: 0.75,
  followup: 0.9,
  fact: 0.75,
  search: 0.85,
  doc_lookup: 0.8,
  unanswerable_topic: 1,
  unanswerable_attr: 0.95,
  unanswerable_year: 1,
  wrong_premise: 0.7,
  boilerplate: 1,
  offtopic: 1,
  greeting: 1,
  thanks: 1,
  injection: 1,
  abuse: 1,
  noise: 1,
  quote: 0.75,
  clarify: 0.8,
  province: 0.75,
  command: 0.8,
}

const papers = [
  { name: 'papers of other provinces', questions: 'questions.jsonl', corpus: join(fixtures, 'documents') },
  {
    name: 'the corpus that comes with the bot',
    questions: 'questions-corpus.jsonl',
    corpus: join(import.meta.dirname, '..', '..', 'corpus'),
  },
]

interface Marked extends ReturnType<typeof judge> {
  readonly question: ExamQuestion
  readonly given: Given
}
const everything: Marked[] = []

for (const { name, questions: file, corpus } of papers) {
  const questions = parseQuestions(readFileSync(join(fixtures, file), 'utf8'))
  const knowledge = await loadKnowledge(corpus)
  const assistant = createAssistant(() => knowledge)
  const marked: Marked[] = []
  for (const question of questions) {
    const given = await answerTo(question, assistant)
    marked.push({ question, given, ...judge(question, given) })
  }
  everything.push(...marked)
  const textOf = (id: string) => knowledge.corpus.document(id)?.text ?? ''

  describe(`questions on ${name}`, () => {
    it('are never answered with what is forbidden', () => {
      const stated = marked.filter(({ forbidden }) => forbidden.length > 0)
      expect(stated.map(({ question, forbidden }) => `${question.id} ${question.question}: ${forbidden}`)).toEqual([])
    })

    it('are answered only by what stands in the documents, in its place', () => {
      const cited = marked.flatMap(({ question, given }) => given.citations.map((citation) => ({ question, citation })))
      const altered = cited.filter(
        ({ citation: { document, start, end, quote } }) =>
          quote === '' || textOf(document.id).slice(start, end) !== quote,
      )
      expect(altered.map(({ question, citation }) => `${question.id} ${citation.code}`)).toEqual([])
      expect(cited.length).toBeGreaterThan(questions.length / 2)
    })

    it('ask about words that are really there', () => {
      const texts = new Map(knowledge.corpus.documents.map(({ file: name, text }) => [name, text]))
      const stray = questions.filter(({ gold }) =>
        gold.evidence.some((words) => !gold.doc.some((doc) => texts.get(doc)?.includes(words))),
      )
      expect(stray.map(({ id }) => id)).toEqual([])
    })
  })
}

describe('questions of the kind', () => {
  it.each([...new Set(everything.map(({ question }) => question.kind))])('%s are mostly answered right', (kind) => {
    const ofKind = everything.filter(({ question }) => question.kind === kind)
    const failed = ofKind.filter(({ complaints }) => complaints.length > 0)
    console.log(`${kind}: ${ofKind.length - failed.length} of ${ofKind.length}`)
    expect(
      1 - failed.length / ofKind.length,
      failed.map(({ question, complaints }) => `${question.id} ${question.question}: ${complaints}`).join('\n'),
    ).toBeGreaterThanOrEqual(shares[kind] ?? usualShare)
  })
})

/** Asks a question after the earlier turns of its conversation, as the channel it is typed in would. */
async function answerTo(
  { id, question, context = [], style }: ExamQuestion,
  assistant: ReturnType<typeof createAssistant>,
): Promise<Given> {
  let given: Given = { outcome: 'ignored', text: '', citations: [] }
  for (const turn of [...context, question]) {
    const text = style === 'groupnoise' ? addressedText(turn, botName) : turn
    given =
      text === undefined
        ? { outcome: 'ignored', text: '', citations: [] }
        : answerJson(await assistant.ask({ text, conversation: id }))
  }
  return given
}

describe('the judge', () => {
  it.each([
    ['có 08 nhóm', '8 nhóm', true],
    ['có 8 nhóm', '08 nhóm', true],
    ['năm 2017', '7', false],
    ['đạt 7,5 điểm', '7', false],
    ['gồm 07 mục', '7', true],
    ['xếp thứ 26/63', '26', false],
    ['nhân rộng ra 3 – 5 nơi', '3 - 5', true],
    ['7.500 người', '7500', false],
    ['Ông Tạm – Giám đốc', 'ông tạm - giám đốc', true],
  ])('reads “%s” for “%s”: %s', (text, thing, expected) => {
    expect(says(text, thing)).toBe(expected)
  })

  it('leaves quotations out when it looks for forbidden statements', () => {
    const [question] = parseQuestions(
      '{"id":"J1","question":"?","style":"full","kind":"count","gold":{"behaviour":"answer","answer_facts":[["8"]],"doc":["d.txt"],"evidence":[],"must_not":["9 nhóm"]}}',
    )
    const document = { id: 'd', title: 'D', file: 'd.txt' }
    const place = { section: null, page: null, start: 0, end: 10, code: '1' }
    const citation = { document, ...place, quote: 'nêu 9 nhóm' }
    const given = { outcome: 'answered' as const, citations: [citation] }
    expect(judge(question!, { ...given, text: 'Có 8. “nêu 9 nhóm”' }).complaints).toEqual([])
    expect(judge(question!, { ...given, text: 'Có 8, tức 9 nhóm' }).forbidden).toEqual(['9 nhóm'])
    const elsewhere = { ...citation, document: { ...document, file: 'e.txt' } }
    expect(judge(question!, { ...given, citations: [elsewhere], text: 'Có 8.' }).complaints).toEqual([
      'cites e.txt first',
    ])
  })
})
