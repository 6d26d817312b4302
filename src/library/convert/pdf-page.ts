import type { PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'

/** Words that the page sets in one go, in points from its lower left corner. */
interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The base line. */
  readonly y: number
  readonly height: number
}

/** What stands on one base line. */
export interface PdfRow {
  /** Words on single spaces; three between columns. */
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly height: number
}

/** A page as rows from top to bottom. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly rows: readonly PdfRow[]
  /** Words of notes and stamps laid over the page. */
  readonly notes: readonly string[]
}

/** Gaps in heights of a letter: wider than the first parts words, than the second columns. */
const wordGap = 0.15
const columnGap = 2

/** Reads the pieces of text of a page into rows. */
export async function pageOf(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item) : []))
  const notes = (await page.getAnnotations()).map((note): unknown => note.contentsObj?.str)
  return {
    width,
    height,
    rows: rowsOf(pieces).map(rowOf),
    notes: notes.filter((words): words is string => typeof words === 'string' && words.trim() !== ''),
  }
}

function pieceOf({ str, transform, width, height }: TextItem): Piece[] {
  // Typed loosely by the library: six numbers of an affine map.
  const [, , c = 0, d = 0, x = 0, y = 0] = transform as number[]
  const text = str.replace(/[\s\u00a0]+/g, ' ')
  if (text.trim() === '') return []
  const size = height || Math.hypot(c, d) || 1
  return [{ text, left: x, right: x + width, y, height: size }]
}

/** Pieces whose base lines lie within a third of a letter's height stand on one row. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.y - piece.y <= Math.max(first.height, piece.height) / 3) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

function rowOf(pieces: readonly Piece[]): PdfRow {
  const ordered = [...pieces].sort((a, b) => a.left - b.left)
  const height = Math.max(...ordered.map((piece) => piece.height))
  let text = ''
  let right = Number.NEGATIVE_INFINITY
  for (const piece of ordered) {
    const gap = piece.left - right
    const space = text === '' ? '' : gap > columnGap * height ? '   ' : gap > wordGap * height ? ' ' : ''
    text =
      space === ''
        ? text + (text.endsWith(' ') ? piece.text.trimStart() : piece.text)
        : text.trimEnd() + space + piece.text.trimStart()
    right = Math.max(right, piece.right)
  }
  return { text: text.trim(), left: ordered[0]!.left, right, y: ordered[0]!.y, height }
}
