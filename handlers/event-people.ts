import type { Answer } from '../src/answers/answer.ts'
import type { Fact } from '../src/facts/fact.ts'
import { withoutPhrases } from '../src/questions/subject.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { AnswerParts } from './answer-parts.ts'
import { eventsNamed } from './events.ts'
import type { Request } from './handler.ts'
import { sentence } from './wording.ts'

const deeds = 'chu tri|dieu hanh|khai mac|be mac|ket luan|phat bieu|trinh bay|bao cao'
/** "Hội nghị … ai chủ trì", "ai phát biểu khai mạc tại hội thảo …". */
const asked = new RegExp(
  String.raw`\b(?:ai|nguoi nao|lanh dao nao|dong chi nao|ong nao|ba nao)\b.{0,20}?\b(${deeds})\b|\b(${deeds}) (?:la |boi )?ai\b`,
)
const gathering =
  /\b(?:hoi nghi|hoi thao|phien hop|cuoc hop|buoi hop|ky hop|buoi lam viec|buoi le|le|toa dam|dien dan|dai hoi|hop bao|hoi thi|ngay hoi|hoi cho|le hoi|lien hoan|trien lam)\b/
const aside = new RegExp(String.raw`\b(?:${deeds}|ai|nguoi|lanh dao|dong chi|tai|trong|dien ra|to chuc)\b`, 'g')
/** A deed at "the meeting", which is the one that the report is about. */
const bare = new RegExp(
  String.raw`^(?:${deeds})(?: (?:va|phat bieu|khai mac|ket luan|chi dao|tai|dieu hanh|be mac))*(?: (?:cuoc|buoi|phien))?(?: (?:hoi nghi|hoi thao|hop|lam viec|le|toa dam|dien dan|dai hoi))?\W*$`,
)

/** Who chaired or opened the meeting that a question names, though the sentence that says so only calls it "the meeting". */
export function answerAtEvent(request: Request): Answer | undefined {
  const { reading, knowledge } = request
  const folded = fold(reading.text)
  const match = asked.exec(folded)
  const deed = match?.[1] ?? match?.[2]
  if (!deed || !gathering.test(folded)) return undefined
  const [event, another] = eventsNamed(request, withoutPhrases(reading.subject, aside))
  if (!event || (another && another.document !== event.document)) return undefined
  const did = knowledge.ledger
    .of(event.document.id)
    .filter(({ kind, person }) => kind === 'person_role' && fold(person?.action ?? '').startsWith(deed))
    .filter((fact) => bare.test(fold(fact.person?.action ?? '')) || isBeside(fact, event.fact))
  const [fact] = did
  if (!fact) return undefined
  const told = did.filter(({ context }) => context.start === fact.context.start)
  const parts = new AnswerParts()
  for (const { person, subject } of told)
    parts.state(sentence([person?.name ?? subject, ...(person?.roles ?? []), person?.action].join(', ')))
  for (const each of told) parts.fact(each, event.document)
  return parts.answer('answered', reading)
}

/** Said in the very sentence about the event. */
function isBeside({ context }: Fact, event: Fact): boolean {
  return context.start === event.context.start
}
