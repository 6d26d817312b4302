import { abbreviations } from '../vietnamese/abbreviation-table.ts'
import { normalForm } from '../vietnamese/normal-form.ts'
import { findPlaces } from '../vietnamese/places.ts'

/** Names that keep their capitals inside the name of a body, the shortest first, so that a longer one is put over it. */
const shortestFirst = [
  ...abbreviations.filter(({ kind }) => kind === 'body').map(({ expansion }) => expansion),
  ...[
    'Đảng bộ',
    'Đảng Cộng sản Việt Nam',
    'Việt Nam',
    'Quốc hội',
    'Công Thương',
    'Nội vụ',
    'Tư pháp',
    'Tài chính',
    'Xây dựng',
  ],
  ...[
    'Khoa học và Công nghệ',
    'Y tế',
    'Quốc phòng',
    'Ngoại giao',
    'Dân tộc và Tôn giáo',
    'Tuyên giáo và Dân vận',
    'Chủ tịch',
  ],
  ...['Tỉnh ủy', 'Thành ủy', 'Huyện ủy', 'Sở', 'Bộ', 'Ban', 'Ủy ban', 'Hội đồng', 'Văn phòng'],
]
  .filter((name) => /^\p{Lu}/u.test(name))
  .toSorted((a, b) => a.length - b.length)
  .map((name) => ({ name, capitals: name.toUpperCase() }))

/** The lines in capitals that name a body, as the name is written in a sentence: "ỦY BAN NHÂN DÂN TỈNH BẾN TRE" → "Ủy ban nhân dân tỉnh Bến Tre". */
export function bodyName(lines: readonly string[]): string {
  const capitals = normalForm(lines.join(' '))
    .replace(/[*_#\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (capitals !== capitals.toUpperCase())
    return capitals.replace(/^\p{Ll}(?=\p{L}+\s)/u, (letter) => letter.toUpperCase())
  const spelled = capitals.replace(/(?<=\p{L})OÀ(?!\p{L})/gu, 'ÒA').replace(/UỶ/gu, 'ỦY')
  const letters = [...spelled.toLowerCase()]
  const put = (at: number, name: string) => letters.splice(at, name.length, ...name)
  for (const { name, capitals } of shortestFirst) {
    for (let at = spelled.indexOf(capitals); at >= 0; at = spelled.indexOf(capitals, at + 1)) {
      if (!isLetter(spelled[at - 1]) && !isLetter(spelled[at + capitals.length])) put(at, name)
    }
  }
  for (const { start, end } of findPlaces(spelled)) put(start, titleCase(spelled.slice(start, end)))
  for (const { 0: unit, index } of spelled.matchAll(/(?<=(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG)\s)[\p{Lu}\s]+$/gu))
    put(index, titleCase(unit))
  for (const { index } of spelled.matchAll(/(?<=THÀNH PHỐ\s)[\p{Lu}\s]+$/gu))
    put(index, titleCase(spelled.slice(index)))
  if (letters[0]) letters[0] = letters[0].toUpperCase()
  return letters.join('')
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /\p{L}/u.test(letter)
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}
