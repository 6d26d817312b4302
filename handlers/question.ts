import type { AnswerBlock } from '../src/answers/answer.ts'
import { answerOf } from '../src/answers/compose.ts'
import { type Evidence, findEvidence } from './evidence.ts'
import type { Request } from './handler.ts'
import { documentsAbout } from './scope.ts'
import { notFound } from './search.ts'

/** Coverage from which words count as an answer. */
const enough = 0.62

/** A free question: answered from the facts where they say it, else by the sentence that fits best, else not at all. */
export async function answerQuestion(request: Request) {
  const { reading, knowledge } = request
  const places = reading.places.map(({ place }) => place)
  const within = documentsAbout(knowledge, places)
  if (within?.size === 0) return notFound(request, [])
  const evidence = await findEvidence(knowledge, reading, within)
  const good = evidence.filter(({ coverage }) => coverage >= enough)
  if (good.length === 0) return notFound(request, [])
  return quoted(request, good)
}

function quoted({ reading }: Request, evidence: readonly Evidence[]) {
  const best = evidence[0]!
  const shown = evidence.filter(({ score }, i) => i < 2 && score > best.score - 0.12)
  const citations = shown.map(({ quote, header }) => ({ quote, ...(header && { header }) }))
  const quotes = citations.map((_, citation): AnswerBlock => ({ kind: 'quote', citation }))
  return answerOf('answered', reading, {
    blocks: [{ kind: 'statement', text: 'Theo tài liệu:' }, ...quotes],
    citations,
  })
}
