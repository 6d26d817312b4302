import { formsOfFact } from '../handlers/fact-match.ts'
import { unitsOf } from '../handlers/units.ts'
import type { Assistant } from './assistant.ts'
import type { Fact } from './facts/fact.ts'
import { relationsOf } from './facts/relations.ts'
import type { Knowledge } from './knowledge.ts'
import type { Document, Passage } from './library/document.ts'
import { operator } from './library/visibility.ts'
import { takingTurns } from './taking-turns.ts'

/** One question of each kind, with and without diacritics. What they are answered does not matter. */
const questions = [
  'có mấy nhóm nhiệm vụ, giải pháp',
  'kể tên các nhiệm vụ trọng tâm',
  'muc tieu den nam 2030 la gi',
  'kinh tế số chiếm bao nhiêu phần trăm GRDP',
  'xếp thứ mấy, tăng hay giảm',
  'ai chủ trì cuộc họp thông qua dự thảo',
  'nghị quyết 36 ban hành ngày nào, về việc gì',
  'hội nghị diễn ra khi nào, ở đâu',
  'da duoc ban hanh chua',
  'tổng kinh phí thực hiện là bao nhiêu',
  'đẩy mạnh ứng dụng công nghệ thông tin',
  'tóm tắt văn bản',
]

/** Asks a few questions into the air, so that the first person is not the one who waits for code to be compiled and texts to be taken apart. */
export async function warmUp(assistant: Assistant): Promise<void> {
  const turn = takingTurns()
  for (const text of questions) {
    await assistant.ask({ text, viewer: operator })
    await turn()
  }
}

/**
 * Takes apart the texts of what has come since the last version, while others get their turn: no question is held up by all of them at once, as one asked
 * into the air would be.
 */
export async function takeApart(knowledge: Knowledge, fresh: readonly Fresh[]): Promise<void> {
  const turn = takingTurns()
  relationsOf(knowledge)
  await turn()
  let left = mostTexts
  for (const { document, passages, facts } of fresh) {
    const texts = [
      ...passages.map((passage) => () => unitsOf(passage)),
      ...facts.map((fact) => () => formsOfFact(fact, document)),
    ]
    for (const take of texts.slice(0, Math.max(0, left))) {
      take()
      await turn()
    }
    left -= texts.length
  }
}

/** A document that nobody has asked about yet. */
interface Fresh {
  readonly document: Document
  readonly passages: readonly Passage[]
  readonly facts: readonly Fact[]
}

/** Beyond these only what is asked for is taken apart: a question meets some hundred passages and facts. */
const mostTexts = 10_000
