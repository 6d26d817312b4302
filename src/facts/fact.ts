import type { Span } from '../vietnamese/sentences.ts'

export type FactKind =
  | 'task_group_count'
  | 'task_group'
  | 'indicator_count'
  | 'other_count'
  | 'list_item'
  | 'indicator'
  | 'target'
  | 'result'
  | 'ranking'
  | 'document_number'
  | 'document_title'
  | 'issue_date'
  | 'issuing_body'
  | 'document_relation'
  | 'status'
  | 'person_role'
  | 'event_date'
  | 'deadline'

export type Comparator = '=' | '>=' | '>' | '<=' | '<' | '~'

/**
 * Something a document says, with the words that say it. A fact without a quote does not exist; facts of different documents are
 * never merged.
 */
export interface Fact {
  /** Unique in the ledger and the same on every load: document id, kind, start of the quote, a counter when these agree. */
  readonly id: string
  /** Id of the document that says it. */
  readonly document: string
  readonly kind: FactKind
  /**
   * What the fact is about, as the document writes it: what is counted ("nhóm nhiệm vụ, giải pháp"), measured ("kinh tế số"),
   * ranked ("hạ tầng nhân lực"), the document cited ("Nghị quyết số 36-NQ/TW"), the person, the event.
   */
  readonly subject: string
  /** As the document writes it: "08", "30%", "3 - 5", "26/63", "Bộ Chính trị". For list items and targets: their words. */
  readonly value: string
  /** The words that say it. */
  readonly quote: Span
  /** The sentence(s) around `quote` that make sense alone. */
  readonly context: Span
  /** False when the document gives no total and the number was counted by us. */
  readonly stated: boolean
  readonly unit?: string
  readonly number?: number
  /** Upper end of a range. */
  readonly max?: number
  readonly comparator?: Comparator
  /** What a percentage is of: "GRDP", "GDP", "từng ngành, lĩnh vực". */
  readonly base?: string
  /** The year it is to be reached by, or was true in; for a period its last year. */
  readonly year?: number
  readonly period?: {
    readonly from?: number
    readonly to: number
    /** As written: "đến năm 2030", "giai đoạn 2021 - 2025". */
    readonly written: string
    /** True when the year is carried over from an earlier clause or a heading. */
    readonly inherited: boolean
  }
  /** Province by its name at the time of the document. */
  readonly place?: string
  /** Position in a list, counted from 1, and the count or list it belongs to (a fact id). */
  readonly order?: number
  readonly parent?: string
  /** The ordinal the list itself writes: "Thứ nhất", "1.", "cuối cùng". */
  readonly ordinal?: string
  /** For counts: how many items the document lists, when it can be counted. */
  readonly listed?: number
  readonly rank?: {
    readonly position: number
    readonly of?: number
    readonly change?: number
    readonly direction?: 'up' | 'down' | 'same'
  }
  readonly person?: { readonly name: string; readonly roles: readonly string[]; readonly action?: string }
  readonly date?: {
    /** YYYY-MM-DD, YYYY-MM or YYYY. Missing when the year is not known. */
    readonly iso?: string
    readonly precision: 'day' | 'month' | 'quarter' | 'year' | 'day-without-year'
    /** The words of the date line that gave a missing year. */
    readonly yearFrom?: string
    /** Place of the event as written. */
    readonly venue?: string
  }
  /** For facts about a cited document: its number in normal form. */
  readonly documentNumber?: string
  /** How the subject stands to the document in `value`: "thực hiện", "thay thế", "căn cứ", "sửa đổi, bổ sung". */
  readonly relation?: string
  /** For the status of a paper: drafted, being commented on, to be submitted, issued. */
  readonly stage?: 'draft' | 'commented' | 'submitted' | 'issued'
  /** For tasks with a deadline: who is responsible, as written. */
  readonly responsible?: string
}

/** All facts of a library, looked up by document. */
export interface Ledger {
  readonly facts: readonly Fact[]
  of(document: string): readonly Fact[]
}
