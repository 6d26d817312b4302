import type { Convert, Converted, ConvertOptions } from './convert/converted.ts'
import { sourceKindOf } from './convert/source-kind.ts'
import { readText } from './convert/text.ts'
import type { Document } from './document.ts'
import { readDocument } from './read-document.ts'
import { refuseSecret } from './secrecy.ts'

/** A file as it was converted, and the document it makes. */
export interface ReadSource {
  readonly converted: Converted
  readonly document: Document
}

/**
 * Reads a file of any kind as a document. Text is read here and now.
 *
 * @param file path inside the corpus folder, with forward slashes
 * @param convert reads the other kinds
 * @throws UserError when it cannot be read or bears a mark of secrecy, with the way out
 */
export async function readSource(
  bytes: Uint8Array,
  file: string,
  convert: Convert,
  options: ConvertOptions = {},
): Promise<ReadSource> {
  const kind = bytes.length === 0 ? 'text' : sourceKindOf(bytes, file)
  const converted =
    kind === 'text' || kind === 'markdown' ? readText(bytes, file, kind) : await convert(bytes, file, options)
  refuseSecret(file, converted.text, converted.margins)
  const { publisher, publishedOn, machineRead } = converted
  const document = readDocument(converted.text, file, {
    machineRead,
    ...((publisher ?? publishedOn) && {
      source: { ...(publisher && { publisher }), ...(publishedOn && { publishedOn }) },
    }),
  })
  return { converted, document }
}
