import type { Answer } from '../src/answers/answer.ts'
import { spoken } from '../src/answers/compose.ts'
import { readQuestion } from '../src/questions/read-question.ts'
import type { Ask, Reading } from '../src/questions/reading.ts'
import { answerComparison } from './comparison.ts'
import { answerCount } from './counts.ts'
import { focusedOn } from './focus.ts'
import type { Handler, Request } from './handler.ts'
import { answerList } from './lists.ts'
import { withLocalUnits } from './local-units.ts'
import { understandPlaces } from './places-asked.ts'
import { notFound } from './search.ts'
import { answerTarget } from './targets.ts'

/** Provinces offered as choices. */
const offered = 8

/** A command that asks one thing about a province, a year or a document. */
function topic(
  about: Pick<Handler, 'command' | 'summary' | 'usage'> & { readonly words: string; readonly asks: readonly Ask[] },
  answers: readonly ((request: Request) => Answer | undefined)[],
): Handler {
  const { words, asks, ...handler } = about
  return {
    ...handler,
    async answer({ argument, knowledge, reading }) {
      if (argument.trim() === '') return offerPlaces(handler.command, knowledge, reading)
      const understood = withLocalUnits(readQuestion(argument), knowledge.catalog)
      const asked: Reading = {
        ...understood,
        intent: 'question',
        asks,
        subject: `${words} ${understood.subject}`.trim(),
        assumptions: reading.assumptions,
      }
      const places = understandPlaces({ reading: asked, argument, knowledge })
      if ('answer' in places) return places.answer
      const focused = await focusedOn({ reading: places.reading, knowledge })
      const request: Request = { reading: places.reading, argument: `${words} ${argument}`, knowledge: focused }
      for (const answer of answers) {
        const found = answer(request)
        if (found) return found
      }
      return notFound(request, [])
    },
  }
}

/** What can be chosen when nothing was typed after the command. */
function offerPlaces(command: string, knowledge: Request['knowledge'], reading: Reading): Answer {
  const places = knowledge.catalog.places.slice(0, offered)
  const choices = places.map((place) => ({ label: place, question: `/${command} ${place}` }))
  const text =
    choices.length > 0 ? 'Anh/chị muốn xem của tỉnh nào?' : `Anh/chị gõ /${command} kèm tên tỉnh, năm hoặc số văn bản.`
  return spoken('clarify', reading, text, choices)
}

export const taskGroups = topic(
  {
    command: 'nhomnhiemvu',
    summary: 'Nhóm nhiệm vụ, giải pháp của một tỉnh hoặc văn bản',
    usage: '/nhomnhiemvu hà tĩnh',
    words: 'nhóm nhiệm vụ giải pháp',
    asks: ['list'],
  },
  [answerList, answerCount],
)

export const targets = topic(
  {
    command: 'muctieu',
    summary: 'Mục tiêu theo năm',
    usage: '/muctieu 2030 hà tĩnh',
    words: 'mục tiêu',
    asks: ['target'],
  },
  [answerTarget],
)

export const indicators = topic(
  {
    command: 'chitieu',
    summary: 'Số chỉ tiêu và các chỉ tiêu',
    usage: '/chitieu hà tĩnh',
    words: 'chỉ tiêu',
    asks: ['count'],
  },
  [answerCount, answerTarget],
)

export const compare: Handler = {
  command: 'sosanh',
  summary: 'So sánh hai tỉnh',
  usage: '/sosanh hà tĩnh vĩnh phúc',
  async answer({ argument, knowledge, reading }) {
    const understood = withLocalUnits(readQuestion(argument), knowledge.catalog)
    if (understood.places.length < 2) {
      return spoken(
        'clarify',
        reading,
        'Anh/chị gõ tên ít nhất hai tỉnh, ví dụ: /sosanh hà tĩnh vĩnh phúc mục tiêu 2030.',
      )
    }
    const subject = understood.subject || 'nhóm nhiệm vụ giải pháp'
    const asked: Reading = {
      ...understood,
      intent: 'question',
      asks: ['comparison'],
      subject,
      assumptions: reading.assumptions,
    }
    const focused = await focusedOn({ reading: asked, knowledge })
    const request: Request = { reading: asked, argument, knowledge: focused }
    return answerComparison(request) ?? notFound(request, [])
  },
}
