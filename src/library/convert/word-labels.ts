import type { PackageParts } from './package-parts.ts'
import { type ListLabel, WordNumbering } from './word-numbering.ts'
import { tagsOf, type XmlTag } from './xml-tags.ts'

/** The numbers of a paragraph and where they go: what is known of it so far. */
interface Paragraph {
  numId?: string
  level?: number
  style?: string
  /** Deleted or moved away under tracked changes. */
  gone: boolean
  label?: ListLabel | undefined
  /** Where its last run begins. */
  run: number
  labelled: boolean
}

/**
 * The XML of a Word document's body in which every automatic number stands as text before its paragraph: "Điều 1. ", "a) ", "- ". An
 * empty paragraph gets its number only in a table, where the column of ordinals often holds nothing else.
 */
export function withLabels(body: string, parts: PackageParts): string {
  const numbering = partOf(parts, 'numbering')
  if (numbering === undefined) return body
  const numbers = new WordNumbering(numbering, partOf(parts, 'styles') ?? '')
  const pieces: string[] = []
  let written = 0
  const insert = (text: string, at: number) => {
    pieces.push(body.slice(written, at), text)
    written = at
  }
  const open: Paragraph[] = []
  let properties: string[] = []
  let cells = 0
  let moved = 0
  for (const tag of tagsOf(body)) {
    const paragraph = open.at(-1)
    if (properties.length > 0 && paragraph) {
      note(tag, properties, paragraph)
      if (tag.kind === 'open') properties.push(tag.name)
      if (tag.kind !== 'close') continue
      properties = properties.slice(0, properties.lastIndexOf(tag.name))
      if (properties.length === 0 && !paragraph.gone) paragraph.label = numbers.next(paragraph)
    } else if (tag.name === 'w:p' && tag.kind === 'open') open.push({ gone: false, run: tag.end, labelled: false })
    else if (tag.name === 'w:p' && tag.kind === 'close') {
      if (paragraph?.label && !paragraph.labelled && cells > 0)
        insert(`<w:r><w:t>${paragraph.label.text}</w:t></w:r>`, tag.start)
      open.pop()
    } else if (tag.name === 'w:pPr' && tag.kind === 'open' && paragraph) properties = ['w:pPr']
    else if (tag.name === 'w:tc' && tag.kind !== 'empty') cells += tag.kind === 'open' ? 1 : -1
    else if (tag.name === 'w:moveFrom' && tag.kind !== 'empty') moved += tag.kind === 'open' ? 1 : -1
    else if (tag.name === 'w:r' && tag.kind === 'open' && paragraph) paragraph.run = tag.start
    else if (tag.name === 'w:t' && tag.kind === 'open' && paragraph?.label && !paragraph.labelled && moved <= 0) {
      paragraph.labelled = true
      const text = `<w:t xml:space="preserve">${paragraph.label.text} </w:t>`
      // A number takes the form of the words behind it, a bullet never.
      if (paragraph.label.bullet && paragraph.run >= written) insert(`<w:r>${text}</w:r>`, paragraph.run)
      else insert(text, tag.start)
    }
  }
  return pieces.join('') + body.slice(written)
}

/** The XML of a part that stands beside the body; its name may carry a number. */
function partOf(parts: PackageParts, kind: string): string | undefined {
  const name = parts.names.find(
    (each) => each.startsWith(`word/${kind}`) && /^\d*\.xml$/.test(each.slice(5 + kind.length)),
  )
  return name === undefined ? undefined : parts.xml(name)
}

/** What a tag among the properties of a paragraph says; what they were before a tracked change does not count. */
function note(tag: XmlTag, above: readonly string[], paragraph: Paragraph): void {
  if (tag.kind === 'close' || above.includes('w:pPrChange')) return
  const value = tag.attribute('w:val')
  if (tag.name === 'w:pStyle' && value !== undefined) paragraph.style = value
  if (above.at(-1) === 'w:numPr') {
    if (tag.name === 'w:numId' && value !== undefined) paragraph.numId = value
    if (tag.name === 'w:ilvl' && value !== undefined && /^\d$/.test(value)) paragraph.level = Number(value)
  }
  if (above.at(-1) === 'w:rPr' && (tag.name === 'w:del' || tag.name === 'w:moveFrom')) paragraph.gone = true
}
