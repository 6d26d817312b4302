import { ownNumber } from '../src/facts/catalog.ts'
import type { Knowledge } from '../src/knowledge.ts'
import type { Reading } from '../src/questions/reading.ts'
import { fold } from '../src/vietnamese/normal-form.ts'

/** "749 là văn bản gì", "văn bản 749 nói về gì": a number that is asked about as a paper. */
const asPaper =
  /^\W*(?:(?:van ban|cong van|so|cai)(?: so)? )?(\d{1,4})(?:\/\d{4})? (?:la (?:van ban|nghi quyet|quyet dinh|ke hoach|gi\b|so hieu|cua)|noi ve|noi gi|quy dinh|ve viec|ve noi dung|do ai|cua ai|ai (?:ky|ban hanh)|ban hanh|co (?:noi dung|hieu luc|bao nhieu dieu))/

/** A question in which a bare number asked about as a paper names the only paper that bears it. */
export function withBareNumber(reading: Reading, { catalog }: Knowledge): Reading {
  const number = reading.documents.length === 0 ? asPaper.exec(fold(reading.text))?.[1] : undefined
  if (number === undefined) return reading
  const [only, another] = catalog.bearing(Number(number))
  const own = only && !another ? ownNumber(only) : undefined
  if (!own) return reading
  const subject = reading.subject
    .split(' ')
    .filter((word) => !word.startsWith(number))
    .join(' ')
  return { ...reading, documents: [own], subject }
}
