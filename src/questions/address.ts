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
  const before = message.slice(0, at).trim()
  const after = message.slice(at + botName.length).trim()
  // What stands before a mention in the middle is said to the others: "các anh chờ chút, @bot …".
  return after.split(/\s+/).length >= 2 ? after.replace(/^[,:;.!-]+\s*/, '') : `${before} ${after}`.trim()
}
