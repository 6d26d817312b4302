/** Where the numbering of a table stands: the last number, in its parts, and the last letter or Roman numeral of a group. */
export interface Numbering {
  readonly parts: readonly number[]
  readonly group: string
  readonly letter: string
}

export const unnumbered: Numbering = { parts: [], group: '', letter: '' }

const arabic = /^\(?(\d{1,3}(?:\.\d{1,2}){0,3})[.)]?$/
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']
const letters = ['A', 'B', 'C', 'D', 'Đ', 'E', 'F', 'G', 'H', 'I', 'K', 'L', 'M']

/** The numbering behind a label that goes on with it; undefined for anything else. */
export function nextLabel(text: string, before: Numbering): Numbering | undefined {
  const digits = arabic.exec(text)?.[1]
  if (digits !== undefined) {
    const parts = digits.split('.').map(Number)
    return goesOn(parts, before.parts) ? { ...before, parts, letter: '' } : undefined
  }
  const letter = /^([a-zđ])[.)]$/u.exec(text)?.[1]
  if (letter === undefined || before.parts.length === 0) return undefined
  const follows =
    before.letter === '' ? letter === 'a' : 'abcdđeghik'.indexOf(letter) === 'abcdđeghik'.indexOf(before.letter) + 1
  return follows ? { ...before, letter } : undefined
}

function goesOn(parts: readonly number[], before: readonly number[]): boolean {
  const last = parts.at(-1)!
  const above = parts.slice(0, -1)
  if (above.some((part, i) => part !== before[i])) return false
  if (parts.length <= before.length) return last === before[parts.length - 1]! + 1
  return parts.length === before.length + 1 && last === 1
}

/** The label of a group that goes on with the groups before, "I", "B.", and the numbering behind it; numbers may begin anew. */
export function nextGroup(text: string, before: Numbering): Numbering | undefined {
  const label = /^([IVX]{1,5}|[A-HĐK-M])[.)]?$/u.exec(text)?.[1]
  if (label === undefined) return undefined
  const follows = [romans, letters].some((row) => {
    const at = row.indexOf(label)
    return at >= 0 && (at === 0 || row[at - 1] === before.group || (before.group === 'D' && label === 'E'))
  })
  return follows ? { parts: before.parts, group: label, letter: '' } : undefined
}

/** Numbers that begin anew with 1, as they may below the heading of a group. */
export function startsAnew(text: string): boolean {
  return /^\(?0?1[.)]?$/.test(text)
}
