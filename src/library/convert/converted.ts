/** What a source file is, told from its bytes; plain text and Markdown are told apart by the file's name. */
export type SourceKind = 'docx' | 'pdf' | 'html' | 'text' | 'markdown'

/** A source file as text that can be read, with what its form says of it. */
export interface Converted {
  readonly kind: SourceKind
  /** Markdown, or the plain text as it came; form feeds part the pages of a source that has pages. */
  readonly text: string
  /** How many pages the source has; undefined when it has none. */
  readonly pages?: number
  /** True when a program read pictures of text. */
  readonly machineRead: boolean
  /** Who published a web page, and when, as the page says. */
  readonly publisher?: string
  /** ISO date. */
  readonly publishedOn?: string
  /** Lines outside the text, such as heads and feet of pages and stamps: never stored, read for marks of secrecy alone. */
  readonly margins: readonly string[]
  /** What the person who brings the file should know: Vietnamese sentences. */
  readonly warnings: readonly string[]
}

export interface ConvertOptions {
  /** Lets a program read the pages of a PDF that are pictures. */
  readonly ocr?: boolean
}

/** Reads a file that is no plain text. @throws UserError when it cannot be read, with the way out */
export type Convert = (bytes: Uint8Array, name: string, options?: ConvertOptions) => Promise<Converted>
