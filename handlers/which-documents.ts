import type { Document, DocumentStatus } from '../src/library/document.ts'

/** Documents that answer a question by what they are, and the sentence above their list. */
export interface Chosen {
  readonly said: string
  readonly documents: readonly Document[]
}

/**
 * "Văn bản nào mới nhất", "tài liệu nào còn là dự thảo": documents by their dates or their standing. Undefined when neither is asked for.
 *
 * @param folded the question in lower case without diacritics
 */
export function whichDocuments(folded: string, documents: readonly Document[]): Chosen | undefined {
  if (/\b(?:moi|gan(?: day)?) nhat\b/.test(folded))
    return utmost(documents, 'gần đây nhất', (date, best) => date > best)
  if (/\b(?:cu|xa|lau|som) nhat\b/.test(folded)) return utmost(documents, 'xa nhất', (date, best) => date < best)
  if (/\b(?:du thao|chua (?:duoc )?ban hanh)\b/.test(folded))
    return ofStanding(documents, ['draft'], 'là dự thảo hoặc nói về một dự thảo')
  if (/\bda (?:duoc )?(?:ban hanh|ky)\b/.test(folded))
    return ofStanding(documents, ['issued', 'amended', 'replaced'], 'đã ban hành hoặc nói về văn bản đã ban hành')
  return undefined
}

function utmost(
  documents: readonly Document[],
  which: string,
  isFurther: (date: string, best: string) => boolean,
): Chosen {
  let best: string | undefined
  for (const document of documents) {
    const date = dateOf(document)
    if (date !== undefined && (best === undefined || isFurther(date, best))) best = date
  }
  if (best === undefined) return { said: 'Các văn bản hiện có không ghi ngày.', documents: [] }
  return { said: `Văn bản ghi ngày ${which}:`, documents: documents.filter((document) => dateOf(document) === best) }
}

/** The day of a paper, or that on which a report was published; ISO dates are ordered as they are written. */
function dateOf({ metadata: { issuedOn, source } }: Document): string | undefined {
  return issuedOn ?? source?.publishedOn
}

function ofStanding(documents: readonly Document[], wanted: readonly DocumentStatus[], what: string): Chosen {
  const found = documents.filter(({ metadata }) => wanted.includes(metadata.status))
  if (found.length === 0) return { said: `Không có văn bản nào ${what}.`, documents: [] }
  return { said: `Có ${found.length} văn bản ${what}:`, documents: found }
}
