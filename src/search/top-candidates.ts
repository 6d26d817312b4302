import type { Candidate } from './engine.ts'

/** Keeps the best `limit` passages seen: a heap with the worst of them on top. Equal scores: the earlier passage is better. */
export class TopCandidates {
  readonly #limit: number
  readonly #heap: Candidate[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** A later passage must score more than this to enter. */
  get threshold(): number {
    return this.#heap.length < this.#limit ? 0 : this.#limit === 0 ? Number.POSITIVE_INFINITY : this.#heap[0]!.score
  }

  offer(passage: number, score: number): void {
    const heap = this.#heap
    const candidate = { passage, score }
    if (heap.length < this.#limit) {
      heap.push(candidate)
      this.#rise(heap.length - 1)
    } else if (heap.length > 0 && byScore(candidate, heap[0]!) < 0) {
      heap[0] = candidate
      this.#sink()
    }
  }

  /** The kept passages, best first. */
  sorted(): Candidate[] {
    return this.#heap.toSorted(byScore)
  }

  #rise(from: number): void {
    const heap = this.#heap
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (byScore(heap[at]!, heap[parent]!) <= 0) return
      ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
      at = parent
    }
  }

  #sink(): void {
    const heap = this.#heap
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const worse = left + 1 < heap.length && byScore(heap[left + 1]!, heap[left]!) > 0 ? left + 1 : left
      if (byScore(heap[worse]!, heap[at]!) <= 0) return
      ;[heap[at], heap[worse]] = [heap[worse]!, heap[at]!]
      at = worse
    }
  }
}

/** Best first; equal scores in passage order. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.passage - b.passage
}
