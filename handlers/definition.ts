import type { Answer } from '../src/answers/answer.ts'
import { spoken } from '../src/answers/compose.ts'
import { expandAbbreviation } from '../src/vietnamese/abbreviations.ts'
import type { Request } from './handler.ts'

/** "CQĐT là gì": what an abbreviation stands for, from the table of abbreviations. */
export function answerDefinition({ reading }: Request): Answer | undefined {
  const words = reading.text.match(/[\p{L}\p{M}\d]+(?:[/&-][\p{L}\p{M}\d]+)*/gu) ?? []
  for (const word of words) {
    if (word.length > 12 || /^(?:là|gì|la|gi|cái|cai)$/iu.test(word)) continue
    const meaning = answerAbbreviation(word, reading)
    if (meaning) return meaning
  }
  return undefined
}

/** What one abbreviation stands for; undefined when the table does not know it. */
export function answerAbbreviation(word: string, reading: Request['reading']): Answer | undefined {
  const readings = expandAbbreviation(word)
  if (readings.length === 0) return undefined
  const meanings = readings.map(({ expansion }) => `“${expansion}”`)
  const text =
    meanings.length === 1
      ? `${word} là viết tắt của ${meanings[0]}.`
      : `${word} có thể là ${meanings.slice(0, -1).join(', ')} hoặc ${meanings.at(-1)}, tùy ngữ cảnh.`
  return spoken('answered', reading, text)
}
