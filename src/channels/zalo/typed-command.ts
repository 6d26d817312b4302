import { chatCommands, handlers } from '../../../handlers/table.ts'
import { fold } from '../../vietnamese/normal-form.ts'

const ofChats = chatCommands.filter(({ atDesk }) => !atDesk)
const commands = new Set([...handlers, ...ofChats].map(({ command }) => command))
/** Commands that are free questions too when they are typed with an argument and without a slash are left to be that. */
const openings = new Set(['phamvi', 'kiemtra'])
/** Most words of a command's name. */
const mostWords = 4

/**
 * A command as it is typed where no menu offers it, with or without slash, spaces and diacritics: "/mục tiêu Hà Tĩnh", "phạm vi 1, 3",
 * "trợ giúp". Becomes "/muctieu Hà Tĩnh"; any other text stays as it is.
 */
export function typedCommand(text: string): string {
  const slash = text.startsWith('/')
  const typed = text.slice(slash ? 1 : 0).trim()
  const words = typed.split(/\s+/, mostWords)
  if (slash && /^start$/i.test(words[0] ?? '')) return '/trogiup'
  for (let count = words.length; count > 0; count--) {
    const name = fold(words.slice(0, count).join(''))
    if (!commands.has(name)) continue
    const argument = afterWords(typed, count)
    if (slash || argument === '' || (openings.has(name) && /\d/.test(argument))) return `/${name} ${argument}`.trim()
  }
  return text
}

function afterWords(text: string, count: number): string {
  const words = /\S+\s*/y
  for (let i = 0; i < count; i++) words.exec(text)
  return text.slice(words.lastIndex).trim()
}
