import type { Fact } from './fact.ts'
import { readOnce } from './read-once.ts'

export type Period = NonNullable<Fact['period']>

/** A year or period named in a text. */
export interface NamedPeriod {
  readonly start: number
  readonly end: number
  readonly period: Period
  /** True for "đến năm 2030", "giai đoạn 2021 - 2025": by when something is to be reached. */
  readonly ahead: boolean
}

const year = '(?:19|20)\\d{2}'
const pattern = new RegExp(
  `(?<![A-Za-zÀ-ỹ])(?:(?<span>(?:trong )?(?:giai đoạn|thời kỳ|nhiệm kỳ)(?: năm)?\\s+(?<from>${year})\\s?-\\s?(?<to>${year}))|(?<until>(?:phấn đấu )?(?:đến|tới|vào|trước|trong|hết|mốc|cho|sau)(?: hết| cuối| khoảng| mốc| trước)*\\s+(?:năm\\s+)?(?<by>${year}))|(?<in>năm\\s+(?<at>${year})))(?![\\d/]|\\s?-\\s?\\d)`,
  'giu',
)

/** What a year is measured against: "so với năm 2022", "so với cùng kỳ năm 2022", "cao hơn năm 2022". */
const compared =
  /(?<![A-Za-zÀ-ỹ])(?:so với|so|cùng kỳ|hơn|kém|gấp (?:\S+ )?lần|vượt)(?:\s(?:cùng kỳ|cùng thời điểm|mức|kế hoạch|kết quả|của|cuối|đầu|năm trước|thời điểm))*\s$/iu

/**
 * The years and periods of a text, in order; years inside dates ("tháng 3/2021", "ngày 5 tháng 6 năm 2020") are none, and neither are
 * those that something is compared with ("so với năm 2022").
 */
export const periodsIn = readOnce((text: string): readonly NamedPeriod[] => {
  const found: NamedPeriod[] = []
  if (!/(?:19|20)\d\d/.test(text)) return found
  for (const match of text.matchAll(pattern)) {
    const { span, from, to, until, by, at } = match.groups ?? {}
    const start = match.index
    if (/tháng \d{1,2},?\s$/iu.test(text.slice(Math.max(0, start - 12), start))) continue
    if (compared.test(text.slice(Math.max(0, start - 40), start))) continue
    if (/quý \S{1,3},?\s$/iu.test(text.slice(Math.max(0, start - 12), start))) continue
    const end = start + match[0].length
    const written = match[0].replace(/^phấn đấu /iu, '')
    const last = Number(to ?? by ?? at)
    found.push({
      start: end - written.length,
      end,
      ahead: span !== undefined || (until !== undefined && /đến|tới|hết|vào|trước/iu.test(until)),
      period: { ...(from !== undefined && { from: Number(from) }), to: last, written, inherited: false },
    })
  }
  return found
})
