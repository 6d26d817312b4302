/**
 * A group message as the bot is to read it: without its mention, or undefined when it is not meant for the bot. Platforms that
 * mark mentions themselves do this by their marks instead.
 *
 * @param botName as mentioned, with "@"
 */
export function addressedText(message: string, botName: string): string | undefined {
  if (/^\s*\//.test(message)) return message
  const lower = message.toLowerCase()
  const at = lower.indexOf(botName.toLowerCase())
  if (at < 0 || /[\p{L}\p{N}_]/u.test(message[at + botName.length] ?? '')) return undefined
  return `${message.slice(0, at)} ${message.slice(at + botName.length)}`.trim()
}
