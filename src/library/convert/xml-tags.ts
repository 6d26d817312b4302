/** A tag of an XML text: where it begins and ends in it, and what it is. */
export interface XmlTag {
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly start: number
  readonly end: number
  /** The value of an attribute as it is written, entities and all. */
  attribute(name: string): string | undefined
}

/**
 * The tags of an XML text in order. Of an `mc:AlternateContent` only the fallback is seen, as readers without extensions see it. Damaged
 * XML gives some tags or other; nothing is thrown.
 */
export function* tagsOf(xml: string): Generator<XmlTag> {
  let choices = 0
  for (const match of xml.matchAll(/<(\/?)([\w:.-]+)((?:[\s/][^<>]*)?)>/g)) {
    const [whole, slash, name = '', rest = ''] = match
    const kind = slash ? 'close' : rest.endsWith('/') ? 'empty' : 'open'
    if (name === 'mc:Choice') {
      if (kind === 'open') choices++
      else if (kind === 'close') choices--
    } else if (choices <= 0)
      yield {
        name,
        kind,
        start: match.index,
        end: match.index + whole.length,
        attribute: (key) => attributeIn(rest, key),
      }
  }
}

function attributeIn(attributes: string, key: string): string | undefined {
  const at = attributes.indexOf(` ${key}=`)
  if (at < 0) return undefined
  const begin = at + key.length + 3
  const end = attributes.indexOf(attributes[begin - 1]!, begin)
  return end < 0 ? undefined : attributes.slice(begin, end)
}
