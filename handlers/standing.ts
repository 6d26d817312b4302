import type { Answer, AnswerBlock, Citation } from '../src/answers/answer.ts'
import { vietnameseDate } from '../src/answers/source-line.ts'
import { carriedOutBy, deedsOf, effectsOn, type Party, type Relation, relationsOf } from '../src/facts/relations.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Document } from '../src/library/document.ts'
import { Quote } from '../src/library/quote.ts'
import { sameDocumentNumber } from '../src/vietnamese/document-numbers.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import type { Request } from './handler.ts'
import { documentsMeant } from './scope.ts'
import { sentence } from './wording.ts'

const asking =
  /\b(?:con|het|da het) hieu luc\b|\bhieu luc (?:khong|ko|chua|hay|nua)\b|\b(?:duoc|bi|da) (?:thay the|bai bo|sua doi)\b|\bthay the (?:bang|boi|chua)\b|\b(?:van ban|nghi quyet|quyet dinh|ke hoach|chuong trinh|chi thi|quy dinh|nghi dinh|thong tu) (?:nao|gi) (?:da |se )?(?:thay the|bai bo|sua doi)\b/

/** "Còn hiệu lực không", "được thay thế bằng văn bản nào": what other papers have done to the one that is asked for. */
export function answerStanding(request: Request): Answer | undefined {
  const { reading } = request
  if (!asking.test(fold(reading.text))) return undefined
  const effects = effectsAsked(request)
  if (effects.length === 0) return undefined
  const parts = new AnswerParts()
  const isOver = effects.some(({ kind }) => kind !== 'amends')
  for (const relation of isOver ? effects.filter(({ kind }) => kind !== 'amends') : effects) {
    parts.state(sentence(`Theo tài liệu, ${effectOf(relation, relation.older.name)}`))
    parts.fact(relation.fact, relation.said)
  }
  if (!isOver) parts.note('Trong các tài liệu hiện có chưa thấy văn bản nào thay thế hoặc bãi bỏ văn bản này.')
  return parts.answer('answered', reading)
}

function effectsAsked(request: Request): readonly Relation[] {
  const { reading, knowledge } = request
  if (reading.documents.length === 0) {
    const [only, ...others] = documentsMeant(request)
    return only && others.length === 0 ? effectsOn(only, knowledge) : []
  }
  const all = relationsOf(knowledge).filter(
    ({ kind, fact }) =>
      kind !== 'implements' && reading.documents.some((asked) => sameDocumentNumber(asked, fact.documentNumber ?? '')),
  )
  // A number that several provinces have given is asked for by its province.
  const meant = new Set(all.map(({ older }) => older.document?.id ?? older.name))
  return meant.size === 1 ? all.slice(0, 3) : []
}

/** "X đã được thay thế bằng Y". */
function effectOf({ kind, newer }: Relation, name: string): string {
  const words = {
    replaces: 'thay thế bằng',
    repeals: 'bãi bỏ bởi',
    amends: 'sửa đổi, bổ sung bằng',
    implements: 'thực hiện bằng',
  }
  return `${name} đã ${kind === 'repeals' ? 'bị' : 'được'} ${words[kind]} ${partyName(newer)}`
}

/** A paper by its number, with its day when it is there. */
function partyName({ name, document }: Party): string {
  const day = document?.metadata.issuedOn
  return day === undefined ? name : `${name} ngày ${vietnameseDate(day)}`
}

/** The answer, with its first line saying what has taken the place of the papers that it quotes. */
export function withStanding(answer: Answer, knowledge: Knowledge): Answer {
  if (answer.outcome !== 'answered' && answer.outcome !== 'corrected') return answer
  const quoted = [...new Set(answer.citations.map(({ quote }) => quote.document))]
  const told = new Set(answer.facts.map(({ fact }) => fact.id))
  const blocks: AnswerBlock[] = []
  const citations: Citation[] = [...answer.citations]
  const facts = [...answer.facts]
  for (const document of quoted) {
    const alone = quoted.length === 1
    const [effect] = effectsOn(document, knowledge).filter(({ kind }) => kind !== 'amends')
    if (!effect) {
      if (document.metadata.status === 'replaced')
        blocks.push({ kind: 'statement', text: replacedText(document, alone) })
    } else if (!told.has(effect.fact.id)) {
      const quote = new Quote(effect.said, effect.fact.context)
      const name = alone ? `Văn bản này (${effect.older.name})` : effect.older.name
      blocks.push({ kind: 'statement', text: `${effectOf(effect, name)} (Mã: ${quote.code}).` })
      facts.push({ fact: effect.fact, citation: citations.push({ quote }) - 1 })
    }
  }
  const notes = quoted.flatMap((document) => currentNote(document, quoted.length === 1, knowledge))
  if (blocks.length + notes.length === 0) return answer
  return { ...answer, blocks: [...blocks, ...answer.blocks, ...notes], citations, facts }
}

/** Of a document that has earlier texts: that this is the current one. */
function currentNote({ id, metadata: { title } }: Document, alone: boolean, { revised }: Knowledge): AnswerBlock[] {
  const since = revised?.get(id)
  if (since === undefined) return []
  const what = alone ? 'Trích theo' : `“${title}” được trích theo`
  const text = `${what} bản hiện hành, thay cho bản trước từ ngày ${vietnameseDate(since.slice(0, 10))}.`
  return [{ kind: 'note', text }]
}

function replacedText({ metadata: { title } }: Document, alone: boolean): string {
  return alone ? 'Văn bản này đã được thay thế.' : `“${title}” đã được thay thế.`
}

/** What stands between a document and others, a line each. */
export function relationLines(document: Document, knowledge: Knowledge): string[] {
  const deeds = { replaces: 'Thay thế', repeals: 'Bãi bỏ', amends: 'Sửa đổi, bổ sung', implements: 'Thực hiện' }
  const effects = { replaces: 'Được thay thế bằng', repeals: 'Bị bãi bỏ bởi', amends: 'Được sửa đổi, bổ sung bằng' }
  return [
    ...effectsOn(document, knowledge).map(({ kind, newer }) =>
      kind === 'implements' ? '' : `${effects[kind]} ${partyName(newer)}`,
    ),
    ...deedsOf(document, knowledge).map(({ kind, older }) => `${deeds[kind]} ${partyName(older)}`),
    ...carriedOutBy(document, knowledge).map(({ newer }) => `Được thực hiện bằng ${partyName(newer)}`),
  ].filter((line) => line !== '')
}
