import { documents } from './documents.ts'
import type { Handler } from './handler.ts'
import { helpFor } from './help.ts'
import { search } from './search.ts'
import { compare, indicators, targets, taskGroups } from './topics.ts'
import { verify } from './verify.ts'

const answering: readonly Handler[] = [taskGroups, targets, indicators, compare, search, documents, verify]

/** Everything that can be asked, in the order in which it is shown. */
export const handlers: readonly Handler[] = [...answering, helpFor(answering)]
