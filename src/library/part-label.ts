import type { Span } from '../vietnamese/sentences.ts'

const label = /^\s*(?:\d+(?:\.\d+)*\s?[-.)]+|[a-zđ]\s?[.)]+|[-–+•])\s*/u

/** The words of a numbered or lettered part behind its number: "2. Người dân là trung tâm" without "2. ". Undefined where it has none. */
export function behindLabel(text: string, { start, end }: Span): Span | undefined {
  const sign = label.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0
  return sign > 0 && start + sign < end ? { start: start + sign, end } : undefined
}
