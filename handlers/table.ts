import { documents } from './documents.ts'
import type { Handler } from './handler.ts'
import { helpFor } from './help.ts'
import { search } from './search.ts'
import { verify } from './verify.ts'

const answering: readonly Handler[] = [search, documents, verify]

/** Everything that can be asked, in the order in which it is shown. */
export const handlers: readonly Handler[] = [...answering, helpFor(answering)]
