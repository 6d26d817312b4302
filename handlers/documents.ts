import type { AnswerBlock } from '../src/answers/answer.ts'
import { answerOf, spoken } from '../src/answers/compose.ts'
import { documentName } from '../src/answers/source-line.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import type { Handler } from './handler.ts'
import { relationLines } from './standing.ts'

export const documents: Handler = {
  command: 'vanban',
  summary: 'Danh sách văn bản; bố cục của một văn bản',
  usage: '/vanban 1',
  exact: true,
  async answer({ argument, knowledge, reading }) {
    const all = knowledge.corpus.documents
    const wanted = argument.trim()
    if (wanted === '') return answerOf('answered', reading, { blocks: listOf(all) })
    const found = select(all, wanted)
    if (found.length === 1) return answerOf('answered', reading, { blocks: outlineOf(found[0]!, knowledge) })
    if (found.length > 1) {
      const choices = found.map((document) => ({ label: documentName(document), question: `/vanban ${document.id}` }))
      return spoken('clarify', reading, 'Có nhiều văn bản phù hợp, anh/chị chọn một:', choices)
    }
    return spoken(
      'not-found',
      reading,
      `Không có văn bản nào khớp “${wanted.slice(0, 80)}”. Gõ /vanban để xem danh sách.`,
    )
  },
}

function listOf(all: readonly Document[]): AnswerBlock[] {
  return [
    { kind: 'statement', text: `Hiện có ${all.length} văn bản:` },
    { kind: 'list', ordered: true, items: all.map(documentName), documents: all.map(({ id }) => id) },
    { kind: 'note', text: 'Gõ /vanban kèm số thứ tự để xem bố cục, ví dụ: /vanban 1.' },
  ]
}

/** By position in the list, by id, by number, else by words of title, place and number. */
function select(all: readonly Document[], wanted: string): Document[] {
  const byPosition = /^\d{1,5}$/.test(wanted) ? all[Number(wanted) - 1] : undefined
  if (byPosition) return [byPosition]
  const exact = all.filter(
    ({ id, metadata }) => id === wanted || (metadata.number && fold(metadata.number) === fold(wanted)),
  )
  if (exact.length > 0) return exact
  const words = wordsOf(wanted)
  if (words.length === 0) return []
  return all.filter(({ metadata }) => {
    const { title, place, number, kind } = metadata
    const held = new Set(wordsOf([title, place, number, kind].join(' ')))
    return words.every((word) => held.has(word))
  })
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}

function outlineOf(document: Document, knowledge: Knowledge): AnswerBlock[] {
  const headings = document.sections.slice(1).filter(({ heading, depth }) => heading && depth <= 3)
  const blocks: AnswerBlock[] = [{ kind: 'statement', text: `${capital(documentName(document))}.` }]
  const relations = relationLines(document, knowledge)
  if (relations.length > 0) blocks.push({ kind: 'list', ordered: false, items: relations })
  if (headings.length === 0) blocks.push({ kind: 'note', text: 'Văn bản này không chia mục.' })
  else {
    blocks.push({ kind: 'note', text: 'Bố cục:' })
    blocks.push({
      kind: 'list',
      ordered: false,
      items: headings.map(({ heading, depth }) => '  '.repeat(depth - 1) + heading),
    })
  }
  return blocks
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
