import { passagePath } from '../../answers/html.ts'
import { html, type Markup } from '../../answers/markup.ts'
import { carriedOutBy, deedsOf, effectsOn, type Party, type Relation } from '../../facts/relations.ts'
import type { Knowledge } from '../../knowledge.ts'
import type { Document } from '../../library/document.ts'
import { Quote } from '../../library/quote.ts'

const deeds = { replaces: 'Thay thế', repeals: 'Bãi bỏ', amends: 'Sửa đổi, bổ sung', implements: 'Thực hiện' }
const effects = {
  replaces: 'Được thay thế bằng',
  repeals: 'Bị bãi bỏ bởi',
  amends: 'Được sửa đổi bằng',
  implements: 'Được thực hiện bằng',
}

/** How a document stands to others, for the list of its particulars: each with a link to the paper and to the words that say so. */
export function relationRows(document: Document, knowledge: Knowledge): Markup[] {
  return [
    ...effectsOn(document, knowledge).map((relation) => row(effects[relation.kind], relation.newer, relation)),
    ...deedsOf(document, knowledge).map((relation) => row(deeds[relation.kind], relation.older, relation)),
    ...carriedOutBy(document, knowledge).map((relation) => row(effects.implements, relation.newer, relation)),
  ]
}

function row(name: string, { name: paper, document }: Party, { said, fact }: Relation): Markup {
  const link = document ? html`<a href="/van-ban/${encodeURIComponent(document.id)}">${paper}</a>` : html`${paper}`
  const words = html`<a href="${passagePath(new Quote(said, fact.context))}">xem câu nêu việc này</a>`
  return html`<div><dt>${name}</dt><dd>${link} (${words})</dd></div>`
}
