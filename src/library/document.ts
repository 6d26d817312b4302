import type { Span } from '../vietnamese/sentences.ts'

/** What a document's own number and head say it is. */
export type DocumentStatus = 'draft' | 'issued' | 'amended' | 'replaced' | 'unknown'

/** Whether the stored text is the document itself, our abstract of it, or a report about it. */
export type TextKind = 'original' | 'abstract' | 'report'

/** What is known about a document besides its text. Everything but the title may be missing. */
export interface Metadata {
  readonly title: string
  /** Type as written in Vietnamese: "nghị quyết", "chương trình hành động", "bài viết" … */
  readonly kind?: string
  readonly number?: string
  readonly issuer?: string
  /** ISO date (YYYY-MM-DD). */
  readonly issuedOn?: string
  /** Province, by its name at the time of the document. */
  readonly place?: string
  readonly status: DocumentStatus
  readonly textKind: TextKind
  readonly source?: Source
  /** The only chats in which the document may be shown: ids as in `ALLOWED_CHATS`, or `web`. Without it everybody may see it. */
  readonly visibility?: readonly string[]
  /** True when a program read the text from pictures: letters may be wrong. */
  readonly machineRead?: boolean
}

/** Where the text comes from. */
export interface Source {
  readonly publisher?: string
  /** ISO date of publication. */
  readonly publishedOn?: string
  readonly title?: string
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'table-row' | 'head' | 'caption' | 'date-line' | 'furniture'

/**
 * A line or paragraph of a document. Blocks do not overlap and come in the order of the text; what lies between two blocks is
 * white space or markup. Only headings, paragraphs, items and table rows are content that a search finds. Lines of the head and
 * signature of an official paper, one block for each column, are quoted for what the paper says of itself (see `PaperHead`). The rest
 * is never quoted. A date line ("07:30 | 15/05/2018") is read for the publication date alone.
 */
export interface Block extends Span {
  readonly kind: BlockKind
  /** Index into `Document.sections` of the innermost section this block belongs to; a heading belongs to the section it opens. */
  readonly section: number
  /** For table rows: spans of the cells, and the index in `Document.blocks` of the header row. */
  readonly cells?: readonly Span[]
  readonly headerRow?: number
  /** Sentences of the block; for rows and headings the block itself. */
  readonly sentences: readonly Span[]
}

/** How a section is marked in the text, from outermost to innermost. */
export type SectionMark =
  | 'document'
  | 'part'
  | 'chapter'
  | 'title'
  | 'article'
  | 'clause'
  | 'point'
  | 'upper-letter'
  | 'roman'
  | 'arabic'
  | 'decimal'
  | 'lower-letter'
  | 'markdown'

/** A heading and what stands under it. Section 0 is the document itself. */
export interface Section {
  readonly mark: SectionMark
  /** 0 for the document, then 1, 2, … inwards. */
  readonly depth: number
  /** The label alone: "I", "Điều 5", "a)" – empty for the document and for plain headings. */
  readonly label: string
  /** Heading text as shown to people, on one line. */
  readonly heading: string
  /** Index of the enclosing section; -1 for the document. */
  readonly parent: number
  /** The span of the heading line in the text. */
  readonly span: Span
}

/** What an official paper says of itself at its head, as spans of the text. */
export interface PaperHead {
  /** "14/2022/NQ-HĐND", without the word "Số". */
  readonly number?: Span
  /** The day it was issued, "ngày 12 tháng 7 năm 2022". */
  readonly date?: Span
  /** The lines that name the issuing body: "HỘI ĐỒNG NHÂN DÂN", "TỈNH AN GIANG". */
  readonly issuer: readonly Span[]
  /** The lines above them that name the body it belongs to: "UBND TỈNH AN GIANG" above "SỞ NỘI VỤ". */
  readonly superior: readonly Span[]
  /** The authority as the paper repeats it below its title. */
  readonly authority: readonly Span[]
  /** The line that names the type: "KẾ HOẠCH". */
  readonly type?: Span
  /** The lines below the type that say what the paper is about. */
  readonly title: readonly Span[]
  /** True when the head calls the paper a draft. */
  readonly draft: boolean
  /** "(Ban hành kèm theo Quyết định số … )". */
  readonly attachment?: Span
}

/** Who signed an official paper: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" and the name. */
export interface Signature {
  readonly office: readonly Span[]
  readonly name: Span
}

/** A document as stored, and how it is built. `text.slice(start, end)` of any span is a quotation. */
export interface Document {
  /** Short, stable, made from the file name: letters, digits and hyphens. */
  readonly id: string
  /** Path inside the corpus folder, with forward slashes. */
  readonly file: string
  readonly metadata: Metadata
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  /** Of official papers alone. */
  readonly head?: PaperHead
  readonly signature?: Signature
  /** Where each page begins, when the source had pages: `pages[0]` is the start of page 1. */
  readonly pages?: readonly number[]
}

/** A stretch of one document that makes sense alone: what the search finds and an answer quotes. */
export interface Passage extends Span {
  readonly document: Document
  /** Index into `document.sections`. */
  readonly section: number
  /** For rows of a long table: the header row, shown with the quote. */
  readonly header?: Span
}
