/** HTML that is safe to send: made by `html` alone, which escapes everything it is given that is not markup already. */
export class Markup {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  toString(): string {
    return this.source
  }
}

/** What may stand in a template. Missing values and `false` leave nothing, lists are joined. */
export type Content = Markup | string | number | false | undefined | readonly Content[]

/** Template tag: text in, escaped markup out. Attribute values are always written in double quotes. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(strings.reduce((source, string, i) => source + sourceOf(contents[i - 1]) + string))
}

function sourceOf(content: Content): string {
  if (content === undefined || content === false) return ''
  if (content instanceof Markup) return content.source
  if (typeof content === 'object') return content.map(sourceOf).join('')
  return escapeHtml(String(content))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for element content and quoted attributes. Control characters that HTML forbids become U+FFFD. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character]!)
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '\ufffd')
}
