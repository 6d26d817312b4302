import { findClauses, type Span } from '../vietnamese/sentences.ts'
import { tidy } from './figures.ts'
import { periodsIn } from './periods.ts'
import type { FactSheet } from './sheet.ts'
import type { Source, Statement } from './source.ts'

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
  /(?:(?:được )?xếp|đứng|đạt|giữ|ở|vươn lên|lên|tụt xuống|duy trì|đang)(?:\s+(?:hạng|vị trí|thứ hạng|ở|vào|vị thứ))*\s+(?:(?:thứ|hạng|vị trí)\s*(?:thứ\s+)?(?=\d)|thứ\s+(?=\p{L}))(?<position>\d{1,3}|nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:\s?(?:\/|trên|trong(?: tổng số| số)?)\s?(?<of>\d{1,3}))?(?![\d/]|\p{L}|[.,]\d)/giu

const spelled: Readonly<Record<string, number>> = {
  nhất: 1,
  nhì: 2,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}

const movement =
  /^[^;.]{0,60}?(?<!\p{L})(?<direction>tăng|giảm|tụt|lùi|lên|xuống|vượt|cải thiện)\s+(?<change>\d{1,2})\s+(?:bậc|hạng|vị trí|thứ hạng)/iu

/** Rankings of a sentence, each with its own indicator and movement. */
export function rankingsIn(text: string): Ranking[] {
  const matches = [...text.matchAll(place)]
  const clauses = matches.length > 0 ? findClauses(text, { start: 0, end: text.length }) : []
  let begin = 0
  return matches.map((match, i) => {
    const clause = clauses.find(({ end }) => match.index < end) ?? { start: 0, end: text.length }
    const left = text.slice(Math.max(begin, clause.start), match.index)
    const behind = match.index + match[0].length
    const right = text.slice(behind, Math.min(matches[i + 1]?.index ?? text.length, clause.end))
    const ranking = rankingOf(match, left, right)
    begin = ranking.end
    return ranking
  })
}

function rankingOf(match: RegExpExecArray, left: string, right: string): Ranking {
  const { position = '', of } = match.groups ?? {}
  const behind = match.index + match[0].length
  const named = about(right)
  const subject = named ?? indicator(left)
  const move = movement.exec(right)
  const same = /^[^;.]{0,40}?(?:giữ nguyên|không thay đổi|giữ vững)/iu.test(right)
  const upwards = /tăng|lên|vượt|cải thiện/iu.test(move?.groups?.direction ?? '')
  const words =
    named === undefined ? left.slice(Math.max(0, left.lastIndexOf(subject))) : (left.split(/[:;]\s/u).at(-1) ?? '')
  return {
    start: match.index - words.trimStart().length,
    end: Math.max(
      behind + (move?.[0].length ?? 0),
      named === undefined ? 0 : behind + right.indexOf(named) + named.length,
    ),
    subject,
    value: of === undefined ? `thứ ${position}` : `${position}/${of}`,
    position: spelled[position.toLowerCase()] ?? Number(position),
    ...(of !== undefined && { of: Number(of) }),
    ...(move && { change: Number(move.groups?.change), direction: upwards ? 'up' : 'down' }),
    ...(!move && same && { direction: 'same' }),
  }
}

/** "xếp thứ 26/63 tỉnh, thành về phát triển công nghệ thông tin". */
function about(right: string): string | undefined {
  const words =
    /^\s*(?:(?:trên|trong)?\s*(?:cả nước|toàn quốc|(?:các |tổng số )?(?:\d+ )?(?:tỉnh|địa phương|bộ)[^;:.]{0,30}?),?\s+)?(?:về|ở|theo)\s+(?<about>[^,;:.()]{3,90})/iu.exec(
      right,
    )
  return words?.groups?.about?.split(/\s(?:trong số|tăng|giảm)\s/u)[0]?.trim()
}

function indicator(left: string): string {
  const words =
    left
      .split(/[;:]|, trong đó|(?<!\p{L})trong đó(?!\p{L})|(?<!\p{L})(?:cho thấy|cho biết|như|rằng)(?!\p{L})/iu)
      .at(-1) ?? ''
  const last = /(?:,\s|\svà\s)(?=\S+\s\S+)/giu
  const pieces = words.split(last)
  return tidy((pieces.at(-1)?.split(' ').length ?? 0) >= 2 ? (pieces.at(-1) ?? '') : words)
}

/** Files the rankings that a document reports; those it strives for are targets. */
export function findRankings(source: Source, sheet: FactSheet): void {
  for (const statement of source.statements) {
    if (/[?]\s*$/u.test(statement.text)) continue
    for (const ranking of rankingsIn(statement.text)) {
      const before = statement.text.slice(0, ranking.start)
      if (!ranking.subject || isAimed(statement.text, ranking, before)) continue
      sheet.add({
        kind: 'ranking',
        subject: ranking.subject,
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
        ...yearOf(statement, ranking),
      })
    }
  }
}

function isAimed(text: string, { start, end }: Ranking, before: string): boolean {
  return (
    /(?<!\p{L})(?:phấn đấu|mục tiêu|đến năm|đến hết năm|sẽ)(?!\p{L})[^;.]*$/iu.test(before + text.slice(start, end)) ||
    /phấn đấu/iu.test(text.slice(end, end + 20))
  )
}

function yearOf({ text }: Statement, { start, end }: Ranking) {
  const named =
    periodsIn(text.slice(start, end)).find(({ ahead }) => !ahead) ??
    periodsIn(text.slice(0, start)).findLast(({ ahead }) => !ahead)
  return named ? { year: named.period.to, period: named.period } : {}
}
