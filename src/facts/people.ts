import type { Signature } from '../library/document.ts'
import { findPlaces } from '../vietnamese/places.ts'
import type { Span } from '../vietnamese/sentences.ts'
import type { Fact } from './fact.ts'
import { findNames, type PersonName } from './names.ts'
import { PlainText } from './plain-text.ts'
import { roleBefore, rolesFrom } from './roles.ts'
import type { FactSheet } from './sheet.ts'
import { type Source, type Statement, wordsOf } from './source.ts'

/** What people do in reports: the verb opens the action. */
const acting =
  /^[\s,]*(?:(?:đã|cũng|đang|sẽ|vừa|trực tiếp|cùng|đồng)\s+)*(?<action>(?:chủ trì|phát biểu|cho biết|cho rằng|khẳng định|nhấn mạnh|đề nghị|yêu cầu|trình bày|kết luận|nêu rõ|nêu|lưu ý|chỉ đạo|chỉ rõ|góp ý|chia sẻ|nhận định|nhận xét|đánh giá|báo cáo|thông tin|phân tích|kiến nghị|đề xuất|thống nhất|đồng ý|giao|ghi nhận|biểu dương|mong muốn|tham dự|dự|điều hành|làm việc|kiểm tra|cung cấp|ký|phê duyệt|trao|công bố|giới thiệu|quán triệt|thay mặt|tiếp thu|làm rõ|giải trình|hướng dẫn|phổ biến|thăm|khai mạc|bế mạc|tin tưởng|bày tỏ|đặt vấn đề|gợi mở|cảnh báo|nói)(?![A-Za-zÀ-ỹ])[^.;:“”"]{0,160})/iu

const titled =
  /(?<![A-Za-zÀ-ỹ])(?:ông|bà|đồng chí|đ\/c|TS|ThS|PGS\.?\s?TS|GS\.?\s?TS|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Thiếu tướng|Trung tướng|Đại tá|Thượng tá|Trung tá|Đại tướng|Thượng tướng)\.?\s$/iu

/**
 * Persons with their offices and what they did, as reports and signatures write them: "ông A, Phó Chủ tịch UBND tỉnh đã chủ trì …",
 * "Giám đốc Sở B N: …", "N - Giám đốc …", "các đồng chí: A, …; B, …", "T/M BỘ CHÍNH TRỊ … N". A name without any office is left out.
 */
export function findPeople(source: Source, sheet: FactSheet): void {
  const said = new Set<string>()
  const file = (statement: Statement, plain: PlainText, person: PersonFound) => {
    const same = `${person.name}\n${person.roles.join(', ')}`.toLowerCase()
    if (!person.action && said.has(same)) return
    said.add(same)
    const key = `${person.name}\n${person.roles.join(', ')}\n${person.action ?? ''}`.toLowerCase()
    if (said.has(key)) return
    said.add(key)
    sheet.add({
      kind: 'person_role',
      subject: person.name,
      value: person.roles.join(', '),
      quote: plain.span(person.start, person.end),
      context: { start: statement.start, end: statement.end },
      stated: true,
      person: { name: person.name, roles: person.roles, ...(person.action && { action: person.action }) },
    })
  }
  for (const statement of source.statements) {
    for (const person of peopleIn(statement.text, statement.places)) file(statement, statement.plain, person)
  }
  signatures(source, sheet)
}

interface PersonFound extends NonNullable<Fact['person']> {
  readonly start: number
  readonly end: number
}

/** The persons of a sentence whose office it names. */
function peopleIn(text: string, places: readonly Span[]): PersonFound[] {
  const names = findNames(text, places)
  return names.flatMap((name, i) => {
    const person = personOf(text, name, names[i + 1]?.start ?? text.length)
    return person ? [person] : []
  })
}

function personOf(text: string, { start, end, name }: PersonName, next: number): PersonFound | undefined {
  const title = titled.exec(text.slice(Math.max(0, start - 20), start))
  const from = start - (title?.[0].length ?? 0)
  const before = roleBefore(text, from)
  const link = /^(?:,\s+với (?:vai trò|cương vị)(?: là)?|,|\s+-|\s?\()\s*/u.exec(text.slice(end))
  const after = link ? rolesFrom(text.slice(0, next), end + link[0].length) : undefined
  const roles = [...(before ? [before.role] : []), ...(after?.roles ?? [])]
  if (roles.length === 0) return undefined
  const last = after && after.roles.length > 0 ? after.end : end
  const field = ofBoard.test(roles.at(-1)!) ? fieldBehind.exec(text.slice(last, next))?.[0] : undefined
  if (field !== undefined && last !== end) roles.push(`${roles.pop()}${field}`)
  const behind = last + (last === end ? 0 : (field?.length ?? 0))
  const action = actionOf(text, before?.start ?? from, behind)
  return {
    name,
    roles,
    ...(action && { action: action.words }),
    start: Math.min(before?.start ?? from, action?.start ?? from),
    end: Math.max(behind, action?.end ?? 0),
  }
}

/** Boards are named by their field, which may be made of any words: "Chủ tịch Ủy ban Quốc gia về y tế số chủ trì …". */
const ofBoard = /(?:Ủy ban|Ban|Hội đồng|Tổ)(?! nhân dân)[^,]*$/u
const fieldBehind =
  /^\s+(?:về|phòng,? chống)\s+[^.;:()“”]{2,70}?(?=,?\s+(?:đã\s+|trực tiếp\s+|cùng\s+)?(?:chủ trì|phát biểu|điều hành|kết luận|yêu cầu|nhấn mạnh|đề nghị|cho biết|trình bày|khẳng định|chỉ đạo|báo cáo|dự|tham dự)(?![A-Za-zÀ-ỹ]))/u

function actionOf(
  text: string,
  start: number,
  behind: number,
): { words: string; start: number; end: number } | undefined {
  const verb = acting.exec(text.slice(behind))?.groups?.action
  if (verb) {
    const at = text.indexOf(verb, behind)
    const words = verb.length > 150 ? verb.slice(0, verb.lastIndexOf(' ', 150)) : verb
    const main = (words.split(/,\s(?=là\s|nhằm\s|trong đó)/u)[0] ?? words).replace(/\s+với chủ đề\s*$/u, '').trim()
    return { words: main, start, end: at + main.length }
  }
  const said = /^\s*:\s+(?<words>\p{Lu}[^.;]{10,200})/u.exec(text.slice(behind))?.groups?.words
  if (said) return { words: said.trim(), start, end: text.indexOf(said, behind) + said.trim().length }
  const led = /(?<words>chủ trì|chỉ đạo|điều hành)\s+của\s+(?:ông |bà |đồng chí )?$/iu.exec(text.slice(0, start))
  if (led) return { words: led.groups?.words ?? '', start: led.index, end: behind }
  const seated = /(?<words>chủ trì[^.;:,]{0,80}?)\s+(?:là|có)\s+(?:ông |bà |đồng chí )?$/iu.exec(text.slice(0, start))
  if (seated) return { words: seated.groups?.words ?? '', start: seated.index, end: behind }
  const among = seatedTogether.exec(text.slice(0, start))
  return among?.groups?.words && !acts.test(among.groups.between ?? '')
    ? { words: among.groups.words, start: among.index, end: behind }
    : undefined
}

/** "Chủ trì hội nghị có các đồng chí: A, Phó Chủ tịch …; B, Giám đốc …": each of those named. */
const seatedTogether =
  /(?<words>chủ trì[^.;:,]{0,80}?)\s+(?:là|có|gồm(?: có)?)\s+(?:các\s+)?(?:ông|bà|đồng chí)\s*:?\s*(?<between>[^.:]*)$/iu
const acts =
  /(?<![A-Za-zÀ-ỹ])(?:cho biết|phát biểu|trình bày|báo cáo|cùng dự|tham dự|dự có|đề nghị|yêu cầu|nhấn mạnh)(?![A-Za-zÀ-ỹ])/iu

const onBehalf = /(?:^|[|\s])(?<mark>T\/M|TM\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s+(?<office>\p{Lu}[\p{Lu}\s,\-–]{2,80})/u

/** Signatures at the end of official papers: the office in capitals, the name below or beside it. */
function signatures(source: Source, sheet: FactSheet): void {
  const { document } = source
  if (document.signature) {
    signer(source, document.signature, sheet)
    return
  }
  const { blocks } = document
  for (let i = Math.max(0, blocks.length - 16); i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind === 'furniture' || block.kind === 'caption' || block.end - block.start > 300) continue
    const plain = new PlainText(document.text, block)
    const match = onBehalf.exec(plain.text)
    if (!match?.groups) continue
    const last =
      blocks.slice(i, i + 5).findLast(({ kind, start, end }) => kind !== 'furniture' && end - start < 120) ?? block
    const whole = new PlainText(document.text, { start: block.start, end: Math.max(block.end, last.end) })
    const name = findNames(whole.text, findPlaces(whole.text)).at(-1)
    if (!name || name.start < match.index) continue
    const office = whole.text
      .slice(match.index, name.start)
      .replace(/^[|\s]+/u, '')
      .replace(/\(?\s*(?:đã ký|đã ký\)|ký tên)[^|]*$/iu, '')
      .replace(/[|\s(]+$/u, '')
      .trim()
    sheet.add({
      kind: 'person_role',
      subject: name.name,
      value: office,
      quote: whole.span(Math.max(0, whole.text.indexOf(office)), name.end),
      context: whole.span(0, whole.text.length),
      stated: true,
      person: { name: name.name, roles: [office], action: 'ký' },
    })
    return
  }
}

/** Quotes office and name together where nothing but white space lies between them, else the name: recipients are no part of it. */
function signer({ document }: Source, { office, name }: Signature, sheet: FactSheet): void {
  const person = wordsOf(document, name)
  const role = office.map((line) => wordsOf(document, line)).join(' ')
  const lines = [...office, name]
  const isWhole = lines.every(
    ({ start }, i) => i === 0 || /^[\s*_]*$/.test(document.text.slice(lines[i - 1]?.end, start)),
  )
  const quote = isWhole ? { start: lines[0]?.start ?? name.start, end: name.end } : { start: name.start, end: name.end }
  sheet.add({
    kind: 'person_role',
    subject: person,
    value: role,
    quote,
    context: quote,
    stated: true,
    person: { name: person, roles: [role], action: 'ký' },
  })
}
