import { fold } from '../vietnamese/normal-form.ts'

/** "xem tiếp": the rest of the answer before is wanted. */
export function wantsMore(text: string): boolean {
  return /^(?:xem )?tiep(?: theo| tuc| di)?[.!]?$/.test(fold(text).trim())
}
