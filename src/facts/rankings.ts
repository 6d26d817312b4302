import { placeNumber } from '../vietnamese/ordinals.ts'
import { findClauses, type Span } from '../vietnamese/sentences.ts'
import { tidy } from './figures.ts'
import { periodsIn } from './periods.ts'
import type { FactSheet } from './sheet.ts'
import { type Source, type Statement, sectionsAround } from './source.ts'

/** A place in an order of provinces or countries, as a sentence gives it. */
export interface Ranking extends Span {
  readonly subject: string
  /** "26/63", "thứ 12". */
  readonly value: string
  readonly position: number
  readonly of?: number
  readonly change?: number
  readonly direction?: 'up' | 'down' | 'same'
}

const place =
  /(?:(?:được )?xếp|đứng|đạt|giữ|ở|vươn lên|lên|tụt xuống|duy trì|đang|và(?=\s+thứ\s+\d{1,3}\/\d))(?:\s+(?:hạng|vị trí|thứ hạng|ở|vào|vị thứ))*\s+(?:(?:thứ|hạng|vị trí)\s*(?:thứ\s+)?(?=\d)|thứ\s+(?=[A-Za-zÀ-ỹ]))(?<position>\d{1,3}|nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:\s?(?:\/|trên|trong(?: tổng số| số)?)\s?(?<of>\d{1,3}))?(?![\d/]|[A-Za-zÀ-ỹ]|[.,]\d|\s(?:19|20)\d{2})/giu

/** "tăng 35 bậc, lên vị trí 22": the movement stands in front. */
const movedBefore =
  /(?<![A-Za-zÀ-ỹ])(?<direction>tăng|giảm|tụt|lùi|lên|xuống|rớt|vượt)\s+(?<change>\d{1,2})\s+(?:bậc|hạng|vị trí|thứ hạng)(?: so với[^,;.]{0,30})?,?\s*(?:và\s+)?$/iu

/** "xếp thứ hai là Ngân hàng Nhà nước": who holds the position comes behind it, and is not whom the words before it speak of. */
const holderBehind = /^\s+(?:là|thuộc về)\s/u

/** "sau một năm ở vị trí thứ hai": where it stood once. */
const once = /(?<![A-Za-zÀ-ỹ])(?:sau|từ|trước đó|năm trước|năm ngoái)(?:\s+[^\s,;.]+){0,4}\s*$/iu

const movement =
  /^[^;.]{0,60}?(?<![A-Za-zÀ-ỹ])(?<direction>tăng|giảm|tụt|lùi|lên|xuống|vượt|cải thiện)\s+(?<change>\d{1,2})\s+(?:bậc|hạng|vị trí|thứ hạng)/iu

/**
 * Rankings of a sentence, each with its own indicator and movement. A province is never what is ranked: "Chỉ số A năm 2023, tỉnh B xếp
 * thứ 8" ranks by the index; where only the province is named, the indicator is that of the ranking before ("…; B xếp thứ 41/63").
 *
 * @param places provinces named in the text
 */
export function rankingsIn(text: string, places: readonly Span[]): Ranking[] {
  const matches = /thứ|hạng|vị trí/iu.test(text) ? [...text.matchAll(place)] : []
  const clauses = matches.length > 0 ? findClauses(text, { start: 0, end: text.length }) : []
  const rankings: Ranking[] = []
  let begin = 0
  matches.forEach((match, i) => {
    const clause = clauses.find(({ end }) => match.index < end) ?? { start: 0, end: text.length }
    const from = Math.max(begin, clause.start)
    const behind = match.index + match[0].length
    const right = text.slice(behind, Math.min(matches[i + 1]?.index ?? text.length, clause.end))
    const within = places.filter(({ start, end }) => start >= from && end <= match.index)
    if (holderBehind.test(right) || once.test(text.slice(from, match.index))) {
      begin = behind
      return
    }
    const ranking = rankingOf(text, match, { start: from, end: match.index }, right, within, rankings.at(-1))
    rankings.push(ranking)
    begin = ranking.end
  })
  return rankings
}

function rankingOf(
  text: string,
  match: RegExpExecArray,
  before: Span,
  right: string,
  places: readonly Span[],
  earlier: Ranking | undefined,
): Ranking {
  const { position = '', of } = match.groups ?? {}
  const left = text.slice(before.start, before.end)
  const behind = match.index + match[0].length
  const named = about(right)
  const own =
    named ??
    indicator(
      left,
      places.map(({ start, end }) => text.slice(start, end)),
    )
  const subject = own !== '' || !isParallel(left, places.length) ? own : (earlier?.subject ?? '')
  const move = movement.exec(right)
  const moved = move ?? movedBefore.exec(left)
  const same = /^[^;.]{0,40}?(?:giữ nguyên|không thay đổi|giữ vững)/iu.test(right)
  const upwards = /tăng|lên|vượt|cải thiện/iu.test(moved?.groups?.direction ?? '')
  const at = named === undefined && own !== '' ? left.lastIndexOf(own) : -1
  const words = at >= 0 ? left.slice(at) : (left.split(/[:;]\s/u).at(-1) ?? '')
  return {
    start: match.index - words.replace(/^[-–+•*\s,]+/u, '').length,
    end: Math.max(
      behind + (move?.[0].length ?? 0),
      named === undefined ? 0 : behind + right.indexOf(named) + named.length,
    ),
    subject,
    value: of === undefined ? `thứ ${position}` : `${position}/${of}`,
    // The pattern takes no other words.
    position: placeNumber(position)!,
    ...(of !== undefined && { of: Number(of) }),
    ...(moved && { change: Number(moved.groups?.change), direction: upwards ? 'up' : 'down' }),
    ...(!moved && same && { direction: 'same' }),
  }
}

/** "xếp thứ 26/63 tỉnh, thành về phát triển công nghệ thông tin". */
function about(right: string): string | undefined {
  const words =
    /^\s*(?:(?:trên|trong)?\s*(?:cả nước|toàn quốc|(?:các |tổng số )?(?:\d+ )?(?:tỉnh|địa phương|bộ)[^;:.]{0,30}?),?\s+)?(?:về|ở|theo)\s+(?<about>[^,;:.()]{3,90})/iu.exec(
      right,
    )
  return words?.groups?.about
    ?.split(/\s(?:trong số|và (?:xếp |đứng )?thứ|tăng|giảm|so với|(?:trong |của )?năm (?=\d))/u)[0]
    ?.trim()
}

/** The words before a ranking that name what is ranked, without year, score and province; empty when only a province stands there. */
function indicator(left: string, places: readonly string[]): string {
  const words =
    left
      .split(
        /[;:]|, trong đó|(?<![A-Za-zÀ-ỹ])trong đó(?![A-Za-zÀ-ỹ])|(?<![A-Za-zÀ-ỹ])(?:cho thấy|cho biết|như|rằng)(?![A-Za-zÀ-ỹ])/iu,
      )
      .at(-1) ?? ''
  const pieces = words
    .split(/(?:,\s|\svà\s)(?=\S+\s\S+)/giu)
    .map((piece) => measured(piece, places))
    .filter((piece) => piece !== '')
  const last = pieces.at(-1) ?? ''
  return last.split(' ').length >= 2 || pieces.length < 2 ? last : tidy(pieces.slice(-2).join(' và '))
}

/** Who is ranked, when no province is named: "tỉnh", "toàn tỉnh", "địa phương". */
const bearer =
  /^(?:(?:theo đó|hiện nay|hiện|đến nay|với|và|còn|kết quả(?: này)?|nhờ đó|qua đó|cả|toàn)\s*)*(?:tỉnh(?: ta| nhà)?|thành phố|địa phương|đơn vị|chỉ số này|huyện|xã)?(?:\s+(?:đã|đang|được|tiếp tục|cũng|chỉ|mới|đều|hiện|lần lượt))*$/iu

/** "Chỉ số A của tỉnh B năm 2023 đạt 88,7 điểm" measures "Chỉ số A". */
function measured(piece: string, places: readonly string[]): string {
  let words = tidy(piece.replace(movedBefore, ''))
    .replace(
      /\s*(?<![A-Za-zÀ-ỹ])(?:(?:trong |của |đạt |vào )?năm (?:19|20)\d{2}|đạt|được|là(?= \d)|với(?= \d)|có điểm số)(?![A-Za-zÀ-ỹ]).*$/iu,
      '',
    )
    .trim()
  for (const place of places) {
    if (words.endsWith(place))
      words = words
        .slice(0, -place.length)
        .replace(/(?:^|\s)(?:của\s+)?(?:(?:tỉnh|thành phố|TP\.?|UBND tỉnh)\s+)?$/iu, '')
    const opening = new RegExp(`^(?:tỉnh |thành phố )?${place.replace(/[^A-Za-zÀ-ỹ\s]/gu, '.')}s+(?:có|đạt)s+`, 'iu')
    words = words.replace(opening, '')
  }
  words = tidy(words)
  return bearer.test(words) || notMeasured.test(words) ? '' : words
}

/** Openings of a clause that say when, where or by what, and never what is ranked. */
const notMeasured =
  /^(?:(?:trong|đến|tính đến|vào|hết) )?(?:năm|quý|tháng|ngày|6 tháng|giai đoạn|nhiệm kỳ)(?![A-Za-zÀ-ỹ])|^(?:theo|sau|tại|với|nhờ|qua)\s|^(?:tăng|giảm|đạt|huyện|thị xã|thành phố)\s|^(?:so|so với .*|ngược lại|tiếp theo|kế đến|trong khi(?: đó)?|Việt Nam|nước ta|cả nước)$|^(?:trong (?:vùng|cả nước|khu vực|nhóm)|(?:thuộc )?(?:nhóm|top))(?![A-Za-zÀ-ỹ])/iu

/** A clause that goes on with the indicator of the one before: it names the province alone. */
function isParallel(left: string, places: number): boolean {
  return (
    places > 0 ||
    /^[\s,;]*(?:(?:còn|và|tỉnh|trong khi(?: đó)?)\s+)*(?:huyện|thị xã|thành phố|tỉnh|xã)\s\p{Lu}[^,;:]{1,30}$/u.test(
      left,
    )
  )
}

/** Files the rankings that a document reports; those it strives for are targets. */
export function findRankings(source: Source, sheet: FactSheet): void {
  for (const statement of source.statements) {
    if (/[?]\s*$/u.test(statement.text)) continue
    for (const ranking of rankingsIn(statement.text, statement.places)) {
      const before = statement.text.slice(0, ranking.start)
      const heading = ranking.subject ? undefined : indexAbove(source, statement, ranking)
      const subject = ranking.subject || heading?.subject
      if (!subject || isAimed(statement.text, ranking, before)) continue
      sheet.add({
        kind: 'ranking',
        subject,
        value: ranking.value,
        number: ranking.position,
        quote: statement.plain.span(ranking.start, ranking.end),
        context: { start: statement.start, end: statement.end },
        stated: true,
        rank: {
          position: ranking.position,
          ...(ranking.of !== undefined && { of: ranking.of }),
          ...(ranking.change !== undefined && { change: ranking.change }),
          ...(ranking.direction && { direction: ranking.direction }),
        },
        ...(heading ? heading.when : yearOf(statement, ranking)),
      })
    }
  }
}

/**
 * "4. Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)" over "Đạt 64,41 điểm, xếp thứ 44/63": the heading names what is ranked, and the
 * heading above it the year. What stands in brackets is another year's.
 */
function indexAbove({ document }: Source, { text, section }: Statement, { start }: Ranking) {
  const before = text.slice(0, start)
  if (before.lastIndexOf('(') > before.lastIndexOf(')')) return undefined
  const [own, ...above] = sectionsAround(document, section)
  const subject = own?.heading
    .replace(/:\s.*$/u, '')
    .replace(/\*\*|^#+\s*/g, '')
    .replace(/^\s*(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])[.)/-]+\s*/u, '')
    .trim()
  if (!own || !subject || subject.length > 120 || !/chỉ số|\([A-ZĐ][A-ZĐ\s-]{1,12}\)|\bindex\b/iu.test(subject))
    return undefined
  const years = new Set([own, ...above].map(({ heading }) => periodsIn(heading).at(-1)?.period).filter(Boolean))
  const [period] = years
  return { subject, when: period && years.size === 1 ? { year: period.to, period } : {} }
}

function isAimed(text: string, { start, end }: Ranking, before: string): boolean {
  return (
    /(?<![A-Za-zÀ-ỹ])(?:phấn đấu|mục tiêu|đến năm|đến hết năm|sẽ)(?![A-Za-zÀ-ỹ])[^;.]*$/iu.test(
      before + text.slice(start, end),
    ) || /phấn đấu/iu.test(text.slice(end, end + 20))
  )
}

/** The year beside the rank, else the one that opens the sentence or the clause before. */
function yearOf({ text }: Statement, { start, end }: Ranking) {
  const periods = periodsIn(text).filter(({ ahead }) => !ahead)
  const named =
    periods.find((period) => period.start >= start && period.end <= end + 12) ??
    periods.findLast((period) => period.end <= start)
  return named ? { year: named.period.to, period: named.period } : {}
}
