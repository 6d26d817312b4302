import type { Span } from '../vietnamese/sentences.ts'
import { type Enumeration, ordinalsIn } from './enumerations.ts'
import type { Source, Statement } from './source.ts'

/** A list counted by spoken ordinals, whose number nobody gives. */
export interface SpokenList {
  readonly list: Enumeration
  /** The thing listed, as the words before the list call it. */
  readonly subject: string
  readonly kind: 'task_group_count' | 'other_count'
  /** The sentence that announces the list. */
  readonly quote: Span
  readonly context: Span
}

/** Things that people list when they speak; words that are verbs as well count only where they can be none. */
const things =
  /(?<![A-Za-zÀ-ỹ])(?:giải pháp|nhiệm vụ|(?:công )?việc(?! (?:làm|thực hiện|triển khai|xây|phát|ứng|sử))|khó khăn|thuận lợi|bài học(?: kinh nghiệm)?|kinh nghiệm|thách thức|tồn tại|hạn chế|nguyên nhân|lý do|(?<=(?:một số|các|những|nhiều|có|nêu|mấy|bao nhiêu|là)\s)(?:kiến nghị|đề xuất|đề nghị|yêu cầu|ưu tiên)|vấn đề|biện pháp|điểm (?:mới|nghẽn|sáng)|lưu ý|điều kiện|yếu tố|lợi thế|cơ hội|trụ cột|đột phá|quan điểm|nguyên tắc|mục tiêu|nội dung|định hướng|lĩnh vực|phương châm|kết quả|trọng tâm)(?![A-Za-zÀ-ỹ])/giu

/** Words that end the name of the thing. */
const end =
  /[,;:.?!“”"()]|(?<![A-Za-zÀ-ỹ])(?:sau|như|này|nào|gì|là|gồm|được|đã|sẽ|cần|phải|để|nhằm|trong|của|mà|do|cho|từ|tại|ở|đó|trên|thưa|chủ yếu sau)(?![A-Za-zÀ-ỹ])/iu

/** Statements before the list in which its thing is looked for: the one that announces it, and the question it answers. */
const reach = 2
/** Longest name of a thing, in characters. */
const longest = 90

/**
 * The lists that a text counts by "Thứ nhất … Thứ hai …" or "Một là … Hai là …", in one paragraph or over several, under a sentence, a
 * heading or a reporter's question that names what is listed. A list of which none of these names the thing is left out.
 */
export function spokenLists(source: Source): SpokenList[] {
  const found: SpokenList[] = []
  let behind = -1
  for (const statement of source.statements) {
    if (statement.start < behind || statement.block.kind === 'heading') continue
    const spoken = ordinalsIn(source, statement)
    if (!spoken) continue
    const { list, before } = spoken
    behind = list.pieces.at(-1)!.end
    const lead = leadOf(source, statement, before)
    if (!lead) continue
    const kind = /^(?:giải pháp|nhiệm vụ)/iu.test(lead.subject) ? 'task_group_count' : 'other_count'
    const { start, end: stop } = lead.statement
    const quote = lead.statement === statement ? { start, end: list.pieces[0]!.end } : { start, end: stop }
    found.push({ list, subject: lead.subject, kind, quote, context: quote })
  }
  return found
}

/** The words right before a list that name what it lists. */
function leadOf(
  source: Source,
  statement: Statement,
  before: string,
): { readonly statement: Statement; readonly subject: string } | undefined {
  const own = thingIn(before)
  if (own) return { statement, subject: own }
  for (let at = statement.index - 1; at >= Math.max(0, statement.index - reach); at--) {
    const lead = source.statements[at]!
    // Further back only a question or a heading stands over what comes below it.
    if (at < statement.index - 1 && lead.block.kind !== 'heading' && !lead.text.endsWith('?')) return undefined
    const subject = thingIn(lead.text)
    if (subject) return { statement: lead, subject }
  }
  return undefined
}

/** The last thing named in some words, without what is said of it. */
function thingIn(words: string): string | undefined {
  const last = [...words.matchAll(things)].at(-1)
  if (!last) return undefined
  const stretch = words.slice(last.index, last.index + longest)
  const noun = last[0].length
  const cut = end.exec(stretch.slice(noun))?.index
  const subject = stretch.slice(0, cut === undefined ? stretch.length : noun + cut).trim()
  return subject === subject.toUpperCase() ? subject.toLowerCase() : subject.charAt(0).toLowerCase() + subject.slice(1)
}
