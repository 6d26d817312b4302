import type { Document } from './document.ts'

/** The administrator at the machine itself, who has the files anyway: sees every document. */
export const operator = 'operator'

/** The web page, as a chat that a document may be shown in: everybody who reaches the page. */
export const webPage = 'web'

/** An id that a document's `visibility` may name: a chat as in `ALLOWED_CHATS`, or the web page. */
export const visibilityId = /^(?:-?\d{1,20}|[a-z]+:\S{1,100}|web)$/

/**
 * Whether a document may be shown somewhere.
 *
 * @param viewer the chat's id as `visibility` has it, or `operator`; undefined where everybody may come to see it
 */
export function isVisible(
  { metadata: { visibility } }: Pick<Document, 'metadata'>,
  viewer: string | undefined,
): boolean {
  return visibility === undefined || viewer === operator || (viewer !== undefined && visibility.includes(viewer))
}
