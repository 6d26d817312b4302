import type { Handler } from '../handlers/handler.ts'
import { withLocalUnits } from '../handlers/local-units.ts'
import { answerQuestion } from '../handlers/question.ts'
import { withStanding } from '../handlers/standing.ts'
import { handlers } from '../handlers/table.ts'
import type { Answer, AnswerBlock, Choice } from './answers/answer.ts'
import { answerOf, spoken } from './answers/compose.ts'
import { pageLength, pageOf } from './answers/paging.ts'
import { vietnameseDate } from './answers/source-line.ts'
import { withheld } from './answers/withheld.ts'
import { type Conversations, conversationsInMemory } from './conversations/memory.ts'
import { withFreshness } from './freshness.ts'
import type { Knowledge } from './knowledge.ts'
import { readingsInConversation, type Turn } from './questions/follow-up.ts'
import { wantsMore } from './questions/read-on.ts'
import { readQuestion } from './questions/read-question.ts'
import type { Reading } from './questions/reading.ts'
import { type Scope, scopedTo, visibleTo } from './scope.ts'
import { currentUnit } from './vietnamese/provincial-units.ts'

/** A question on its way in. */
interface Question {
  readonly text: string
  /** Names the conversation that follow-ups refer to; without it every question stands alone. */
  readonly conversation?: string
  /** The documents that the question is about; without it all of them. */
  readonly scope?: Scope
  /** Where the answer is shown, as `isVisible` takes it: without it only what everybody may see is used. */
  readonly viewer?: string
}

/** Answers questions; the only way from a channel to the handlers. */
export interface Assistant {
  ask(question: Question): Promise<Answer>
}

/**
 * @param knowledge the version to answer from, asked anew for every question
 * @param conversations where they are remembered between their questions
 */
export function createAssistant(
  knowledge: () => Knowledge,
  conversations: Conversations = conversationsInMemory(),
): Assistant {
  return {
    async ask({ text: typed, conversation: id, scope, viewer }) {
      const text = firstPart(typed)
      const seen = visibleTo(knowledge(), viewer)
      const before = id === undefined ? undefined : await conversations.recall(id, seen.corpus)
      const goesOn = wantsMore(text) ? before : undefined
      if (wantsMore(text) && goesOn?.shown === undefined) return nothingLeft(text)
      const question = chosen(text, before?.answer.choices) ?? text
      const read =
        goesOn?.reading ??
        readQuestion(question, (words) => (isExact(question) ? undefined : seen.retriever.repair(words)?.text))
      const asked = !goesOn && read.intent === 'question' ? withLocalUnits(read, seen.catalog) : read
      const readings = goesOn ? [asked] : readingsInConversation(asked, before)
      let reading = readings[0] ?? asked
      let answer = await withFreshness(scopedTo(seen, scope, asked), async (scoped) => {
        const first = readings[0] ? await answerTo(reading, scoped, before) : unclear(asked, before)
        if (first.outcome !== 'not-found') return first
        for (const other of readings.slice(1)) {
          const another = await answerTo(other, scoped, before)
          if (another.outcome === 'not-found') continue
          reading = other
          return another
        }
        return first
      })
      answer = withStanding(withheld(answer, viewer, seen.corpus), seen)
      if (text.length < typed.trimEnd().length) answer = { ...answer, blocks: [...answer.blocks, cutNote] }
      const noted = new Set(before?.noted)
      if (id !== undefined) answer = withProvinceNote(answer, reading, noted)
      if (id !== undefined) {
        // A question for the sources of an answer leaves what is talked about as it was.
        const talk = wantsSources(asked) || (asked.intent !== 'question' && asked.intent !== 'command')
        const page = pageOf(answer, goesOn?.shown ?? 0)
        const more = page.left > 0 && { shown: (goesOn?.shown ?? 0) + pageLength }
        await conversations.keep(id, talk && before ? before : { reading, answer, noted, ...more })
        answer = page.answer
      }
      return answer
    },
  }
}

/** "Xem tiếp" with nothing to go on with. */
function nothingLeft(text: string): Answer {
  return spoken('clarify', readQuestion(text), 'Câu trả lời trên đã hết. Anh/chị hỏi tiếp giúp.')
}

/** No question is read further, in UTF-16 units. */
const longestQuestion = 2000
const cutNote: AnswerBlock = {
  kind: 'note',
  text: 'Câu hỏi dài quá 2.000 ký tự nên tôi chỉ trả lời theo phần đầu; anh/chị hỏi ngắn gọn hơn giúp.',
}

/** The question, or as much of it as is read: up to the last whole word. */
function firstPart(typed: string): string {
  if (typed.trimEnd().length <= longestQuestion) return typed
  const part = typed.slice(0, longestQuestion)
  return part.replace(/\s\S{0,40}$/, '').replace(/[\ud800-\udbff]$/, '')
}

/** Says once in a conversation what has become of a province that an answer is about. */
function withProvinceNote(answer: Answer, { places }: Reading, noted: Set<string>): Answer {
  if (answer.outcome !== 'answered' && answer.outcome !== 'corrected') return answer
  const changed = places.flatMap(({ place }) => {
    const unit = currentUnit(place)
    return unit && unit.name !== place && unit.since && !noted.has(place) ? [{ place, unit, since: unit.since }] : []
  })
  for (const { place } of changed) noted.add(place)
  const notes = changed.map(({ place, unit, since }): AnswerBlock => {
    return { kind: 'note', text: `(${place} nay thuộc ${unit.type} ${unit.name} từ ${vietnameseDate(since)}.)` }
  })
  return notes.length === 0 ? answer : { ...answer, blocks: [...answer.blocks, ...notes] }
}

/** The question behind a typed number, when the last answer offered choices. */
function chosen(text: string, choices: readonly Choice[] | undefined): string | undefined {
  const digits = /^\s*(\d{1,2})[.)]?\s*$/.exec(text)?.[1]
  return digits === undefined ? undefined : choices?.[Number(digits) - 1]?.question
}

/** A command whose argument is a name or a code. */
function isExact(question: string): boolean {
  const command = /^\s*\/([a-z0-9]+)/i.exec(question)?.[1]?.toLowerCase()
  return handlers.some((handler) => handler.exact && handler.command === command)
}

/** A question that points back to nothing: asks what is meant. */
function unclear(reading: Reading, before: Turn | undefined): Answer {
  const place = reading.places[0]?.place
  if (!place) {
    const text = before
      ? 'Tôi chưa rõ anh/chị muốn hỏi tiếp về nội dung nào; anh/chị nêu rõ giúp tên, tỉnh hoặc số văn bản.'
      : 'Anh/chị nêu rõ giúp nội dung cần hỏi, ví dụ: “Hà Tĩnh có mấy nhóm nhiệm vụ?”.'
    return spoken('clarify', reading, text)
  }
  return spoken('clarify', reading, `Anh/chị muốn hỏi nội dung gì về ${place}?`, [
    { label: 'Mục tiêu', question: `mục tiêu của ${place}` },
    { label: 'Nhiệm vụ, giải pháp', question: `${place} có mấy nhóm nhiệm vụ, giải pháp` },
    { label: 'Tóm tắt tài liệu', question: `tóm tắt tài liệu về ${place}` },
  ])
}

/** "Nguồn đâu", "trích nguyên văn câu đó": the words of the answer before are wanted. */
function wantsSources({ asks, subject, text, places, documents }: Reading): boolean {
  if (asks[0] === 'source') return subject.split(' ').length <= 2
  const pointsBack = /(?:đó|này|ấy|trên|do|nay|ay|tren)\W*$/iu.test(text)
  return (
    asks.includes('quote') &&
    /^(?:câu|đoạn|nội dung|phần|cau|doan|noi dung|phan)?$/iu.test(subject) &&
    (pointsBack || (subject === '' && places.length + documents.length === 0))
  )
}

/** The sources of the answer before, quoted again. */
function sourcesAgain(reading: Reading, before: Turn | undefined): Answer {
  const citations = before?.answer.citations ?? []
  if (citations.length === 0) return spoken('clarify', reading, 'Anh/chị hỏi nội dung trước, tôi sẽ trả lời kèm nguồn.')
  const blocks = citations.map((_, citation): AnswerBlock => ({ kind: 'quote', citation }))
  return answerOf('answered', reading, {
    blocks: [{ kind: 'statement', text: 'Nguồn của câu trả lời trên:' }, ...blocks],
    citations,
  })
}

async function answerTo(reading: Reading, knowledge: Knowledge, before: Turn | undefined): Promise<Answer> {
  switch (reading.intent) {
    case 'command': {
      const handler = handlers.find(({ command }) => command === reading.command) ?? unknownCommand
      return handler.answer({ reading, argument: reading.text, knowledge })
    }
    case 'help':
      return handlers.find(({ command }) => command === 'trogiup')!.answer({ reading, argument: '', knowledge })
    case 'greeting':
      return spoken(
        'conversation',
        reading,
        `Chào anh/chị. Tôi tra cứu ${knowledge.corpus.documents.length} văn bản đang có và trả lời bằng nguyên văn kèm nguồn. Gõ /trogiup để xem cách dùng.`,
      )
    case 'thanks':
      return spoken('conversation', reading, 'Không có gì ạ. Anh/chị cần tra thêm nội dung nào?')
    case 'empty':
      return spoken('clarify', reading, 'Anh/chị muốn hỏi nội dung gì? Gõ câu hỏi, hoặc /trogiup để xem cách dùng.')
    case 'abuse':
      return spoken(
        'conversation',
        reading,
        'Rất tiếc vì chưa giúp được. Anh/chị cho tôi biết tỉnh hoặc số văn bản cần tra, tôi sẽ hỗ trợ.',
      )
    case 'off-topic':
    case 'instruction':
      return spoken(
        'declined',
        reading,
        'Xin lỗi, tôi chỉ hỗ trợ tra cứu nội dung trong các văn bản đang có; ngoài ra tôi không có thông tin.',
      )
    case 'question':
      if (wantsSources(reading)) return sourcesAgain(reading, before)
      return answerQuestion({ reading, argument: reading.text, knowledge })
  }
}

const unknownCommand: Pick<Handler, 'answer'> = {
  async answer({ reading }) {
    return spoken('clarify', reading, `Không có lệnh /${reading.command?.slice(0, 40)}. Gõ /trogiup để xem các lệnh.`)
  },
}
