import { type DateMention, findDates } from '../src/vietnamese/dates.ts'

/** Months with their year, quarters and years; those that something is only compared with, or begins with, are left out. */
export function momentsIn(text: string): DateMention[] {
  return findDates(text).filter(
    ({ precision, iso, start }) =>
      precision !== 'day' &&
      precision !== 'day-without-year' &&
      iso !== undefined &&
      !/(?:so với|từ|so voi|cùng kỳ|trước|sau)\s*(?:cuối |đầu )?$/iu.test(text.slice(0, start)),
  )
}

/** A clause that is little more than a time: "Đến năm 2030", "Trong quý III/2024". */
const onlyTime = /^\S*\s*(?:\S+\s+){0,4}(?:(?:19|20)\d{2})\W*$/u

/** The clauses of a sentence, each with the time it speaks of: "Đến năm 2026" goes with what follows, "…, trong tháng 3" with what stands before. */
export function timedClauses(text: string): string[] {
  return text.split(/[;:]\s/).flatMap((part) => {
    const clauses: string[] = []
    let open: string | undefined
    let leading = false
    for (const piece of part.split(/,\s/)) {
      const timed = momentsIn(piece).length > 0
      if (open !== undefined && timed && momentsIn(open).length > 0) {
        clauses.push(open)
        open = undefined
      }
      open = open === undefined ? piece : `${open}, ${piece}`
      leading = timed ? onlyTime.test(piece) && open === piece : leading
      if (momentsIn(open).length > 0 && !leading) {
        clauses.push(open)
        open = undefined
      }
    }
    return open === undefined ? clauses : [...clauses, open]
  })
}
