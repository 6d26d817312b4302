import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerJson } from '../../src/answers/answer-json.ts'
import { createAssistant } from '../../src/assistant.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { type Holder, holdersIn } from '../../src/facts/holders.ts'
import { loadKnowledge } from '../../src/knowledge.ts'
import type { Document } from '../../src/library/document.ts'
import { findClauses } from '../../src/vietnamese/sentences.ts'

const dayFirst = (iso: string) => iso.split('-').reverse().join('/')

/** A fact asked back as a claim, which is true by what its own paper says; undefined for what no claim can be made of. */
function claimOf(fact: Fact, quote: string): string | undefined {
  const { kind, subject, value, rank, date, person, place } = fact
  const owner = place ? ` của ${place}` : ''
  if (kind === 'ranking') {
    const move = rank?.change ? `, ${rank.direction === 'up' ? 'tăng' : 'giảm'} ${rank.change} bậc` : ''
    return `${subject}${owner} xếp ${/^\d/.test(value) ? `thứ ${value}` : value}${move} đúng không?`
  }
  if (kind === 'issue_date' && date?.iso) return `${subject}${owner} ban hành ngày ${dayFirst(date.iso)} đúng không?`
  if (kind === 'event_date' && date?.iso) return `${subject} diễn ra ngày ${dayFirst(date.iso)} đúng không?`
  if (kind === 'issuing_body') return `${subject} do ${value} ban hành phải không?`
  if (kind === 'person_role' && person?.action) return `${person.name} ${person.action} đúng không?`
  const isFigure = kind === 'result' || kind === 'target' || kind === 'indicator'
  if (isFigure && fact.number !== undefined && quote.length < 160 && !/\||\t/.test(quote))
    return `${quote}${owner} đúng không?`
  return undefined
}

/** A place held, asked back in the words of its heading and title; undefined for a figure, which is no place. */
function placeClaimOf({ name, position, byFigure, words }: Holder, { metadata }: Document): string | undefined {
  if (byFigure) return undefined
  const place = position === 'last' ? 'xếp cuối' : position === 1 ? 'đứng đầu' : `xếp thứ ${position}`
  const index = /chỉ số [^,;.()\d]{4,60}|về [^,;.()\d]{4,60}/iu.exec(words)?.[0] ?? metadata.title
  return `${name} ${place} ${index} đúng không?`
}

describe.each([
  ['papers of other provinces', join(import.meta.dirname, '..', 'fixtures', 'exam', 'documents')],
  ['the corpus that comes with the bot', join(import.meta.dirname, '..', '..', 'corpus')],
])('what %s say, asked back', async (_, folder) => {
  const knowledge = await loadKnowledge(folder)
  const assistant = createAssistant(() => knowledge)
  const claims = knowledge.ledger.facts.flatMap((fact) => {
    const text = knowledge.corpus.document(fact.document)?.text ?? ''
    return claimOf(fact, text.slice(fact.quote.start, fact.quote.end).replace(/\s+/g, ' ')) ?? []
  })
  const places = knowledge.corpus.documents.flatMap((document) =>
    holdersIn(document).flatMap((holder) => placeClaimOf(holder, document) ?? []),
  )

  it('is never called wrong in its own words', async () => {
    const sentences = knowledge.corpus.documents.flatMap(({ text, blocks }) =>
      blocks
        .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
        .flatMap(({ sentences }) => sentences.flatMap((sentence) => findClauses(text, sentence)))
        .map(({ start, end }) =>
          text
            .slice(start, end)
            .replace(/\s+/g, ' ')
            .replace(/[.;:]+$/, ''),
        )
        .filter((words) => words.length > 25 && words.length < 170 && !words.includes('?')),
    )
    expect(sentences.length).toBeGreaterThan(90)
    const corrected: string[] = []
    for (const words of new Set(sentences)) {
      const { outcome, text: said } = answerJson(await assistant.ask({ text: `${words} đúng không?` }))
      if (outcome === 'corrected') corrected.push(`${words} → ${said.slice(0, 120)}`)
    }
    expect(corrected).toEqual([])
  })

  it('is never called wrong', async () => {
    const corrected: string[] = []
    let confirmed = 0
    for (const text of new Set([...claims, ...places])) {
      const { outcome, text: said } = answerJson(await assistant.ask({ text }))
      if (outcome === 'corrected') corrected.push(`${text} → ${said.slice(0, 120)}`)
      if (said.startsWith('Đúng.')) confirmed++
    }
    expect(corrected).toEqual([])
    expect(confirmed).toBeGreaterThan(new Set(claims).size * 0.6)
  })
})
