import { chatCommands } from '../../handlers/table.ts'
import type { Answer } from '../answers/answer.ts'

/**
 * Help names what can be said in a chat besides questions; to administrators theirs too. Other answers stay as they are.
 *
 * @param hasDesk whether documents can be handed in there
 */
export function withChatCommands(answer: Answer, admin: boolean, hasDesk: boolean): Answer {
  const { command, intent } = answer.reading
  if (command !== 'trogiup' && intent !== 'help') return answer
  const items = chatCommands
    .filter(({ admins, atDesk }) => (admin || !admins) && (hasDesk || !atDesk))
    .map(({ usage, summary }) => `${usage} – ${summary}`)
  return { ...answer, blocks: [...answer.blocks, { kind: 'list', ordered: false, items }] }
}
