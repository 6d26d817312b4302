import { decodeAny } from './text.ts'

/** The text of a page: in the encoding it declares, else as plain text is told. */
export function decodeHtml(bytes: Uint8Array, name: string): string {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(start)?.[1]
  if (declared && !/^utf-?8$/i.test(declared)) {
    try {
      const text = new TextDecoder(declared, { fatal: true }).decode(bytes)
      if (!/^(?:iso-8859-1|windows-1252|us-ascii|x-user-defined)$/i.test(declared)) return text
    } catch {
      // An unknown or wrong declaration: the bytes tell.
    }
  }
  return decodeAny(bytes, name).text
}
