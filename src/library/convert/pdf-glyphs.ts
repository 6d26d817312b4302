import type { PDFPageProxy } from 'pdfjs-dist'
import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A letter on a page, in points from the lower left corner. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The base line. */
  readonly y: number
  readonly height: number
}

/** A line drawn on a page, level or upright: where it lies, and from where to where it goes. */
export interface Rule {
  readonly upright: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What is drawn on a page. */
interface Drawing {
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
}

type Matrix = readonly [number, number, number, number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]
/** Thicker bars are areas, not rules; shorter lines are parts of letters. In points. */
const thickest = 3
const shortest = 4
/** Most letters and rules of one page. */
const most = 200_000

interface State {
  readonly matrix: Matrix
  readonly size: number
  /** Width of a letter's unit, in sizes. */
  readonly unit: number
  readonly letterSpace: number
  readonly wordSpace: number
  readonly stretch: number
  readonly rise: number
  readonly leading: number
}

/** Reads letters one by one, so that words set from several fonts come together again, and the rules of tables. */
export async function drawingOf(page: PDFPageProxy): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const pen = new Pen(page)
  // The library types the arguments of its operators as any.
  for (let i = 0; i < fnArray.length; i++) pen.follow(fnArray[i]!, argsArray[i] as readonly unknown[] | null)
  return { glyphs: pen.glyphs, rules: pen.rules }
}

/** Follows the operators of a page as ISO 32000-1, sections 8.4 and 9.4, define them, as far as text and straight lines need it. */
class Pen {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  readonly #page: PDFPageProxy
  readonly #saved: State[] = []
  #state: State = {
    matrix: identity,
    size: 1,
    unit: 0.001,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    rise: 0,
    leading: 0,
  }
  #text: Matrix = identity
  #line = { x: 0, y: 0 }
  #x = 0
  #y = 0

  constructor(page: PDFPageProxy) {
    this.#page = page
  }

  follow(operator: number, args: readonly unknown[] | null): void {
    const numbers = args as readonly number[]
    switch (operator) {
      case OPS.save:
        this.#saved.push(this.#state)
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state
        break
      case OPS.transform:
        this.#set({ matrix: product(this.#state.matrix, matrixOf(numbers)) })
        break
      case OPS.paintFormXObjectBegin:
        this.#saved.push(this.#state)
        if (args?.[0]) this.#set({ matrix: product(this.#state.matrix, matrixOf(args[0] as readonly number[])) })
        break
      case OPS.beginText:
        this.#begin(identity)
        break
      case OPS.setTextMatrix:
        this.#begin(
          matrixOf(
            Array.isArray(args?.[0]) || ArrayBuffer.isView(args?.[0]) ? [...(args[0] as Iterable<number>)] : numbers,
          ),
        )
        break
      case OPS.setFont:
        this.#set({ size: Number(args?.[1]), unit: this.#unitOf(String(args?.[0])) })
        break
      case OPS.setCharSpacing:
        this.#set({ letterSpace: numbers[0]! })
        break
      case OPS.setWordSpacing:
        this.#set({ wordSpace: numbers[0]! })
        break
      case OPS.setHScale:
        this.#set({ stretch: numbers[0]! / 100 })
        break
      case OPS.setTextRise:
        this.#set({ rise: numbers[0]! })
        break
      case OPS.setLeading:
        this.#set({ leading: -numbers[0]! })
        break
      case OPS.moveText:
        this.#move(numbers[0]!, numbers[1]!)
        break
      case OPS.setLeadingMoveText:
        this.#set({ leading: numbers[1]! })
        this.#move(numbers[0]!, numbers[1]!)
        break
      case OPS.nextLine:
        this.#move(0, this.#state.leading)
        break
      case OPS.showText:
        this.#show(args?.[0] as readonly unknown[])
        break
      case OPS.constructPath:
        this.#path(args)
        break
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
  }

  #begin(matrix: Matrix): void {
    this.#text = matrix
    this.#line = { x: 0, y: 0 }
    this.#x = 0
    this.#y = 0
  }

  #move(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y }
    this.#x = this.#line.x
    this.#y = this.#line.y
  }

  #unitOf(name: string): number {
    const font: unknown = this.#page.commonObjs.has(name) ? this.#page.commonObjs.get(name) : undefined
    const matrix = (font as { readonly fontMatrix?: readonly number[] } | undefined)?.fontMatrix
    return matrix?.[0] || 0.001
  }

  #show(items: readonly unknown[]): void {
    const { matrix, size, unit, letterSpace, wordSpace, stretch, rise } = this.#state
    const whole = product(matrix, this.#text)
    const height = Math.abs(size) * Math.hypot(whole[2], whole[3])
    for (const item of items) {
      if (typeof item === 'number') {
        this.#x -= ((item * size) / 1000) * stretch
        continue
      }
      const {
        unicode = '',
        width = 0,
        isSpace = false,
      } = (item ?? {}) as {
        readonly unicode?: string
        readonly width?: number
        readonly isSpace?: boolean
      }
      const advance = width * unit * size * stretch
      const [left, y] = point(whole, this.#x, this.#y + rise)
      const [right] = point(whole, this.#x + advance, this.#y + rise)
      if (this.glyphs.length < most) this.glyphs.push({ text: unicode, left, right: Math.max(left, right), y, height })
      this.#x += advance + (letterSpace + (isSpace ? wordSpace : 0)) * stretch
    }
  }

  /** Straight lines and thin bars of a path; its numbers are 0 x y (to there), 1 x y (a line), 2 and 3 (curves), 4 (back). */
  #path(args: readonly unknown[] | null): void {
    const [paint, [data] = []] = (args ?? []) as [number, [ArrayLike<number> | null]?]
    if (paint === OPS.endPath || !data || this.rules.length > most) return
    let corners: (readonly [number, number])[] = []
    const flush = () => {
      this.#draw(corners)
      corners = []
    }
    for (let i = 0; i < data.length; ) {
      const kind = data[i]!
      const length = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2
      if (kind === 0) flush()
      if (length > 0) corners.push(point(this.#state.matrix, data[i + length - 1]!, data[i + length]!))
      i += length + 1
    }
    flush()
  }

  #draw(corners: readonly (readonly [number, number])[]): void {
    if (corners.length < 2) return
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    const box = { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
    const [wide, high] = [box.right - box.left, box.high - box.low]
    const add = (upright: boolean, at: number, from: number, to: number) => this.rules.push({ upright, at, from, to })
    if (high <= thickest && wide >= shortest) add(false, (box.low + box.high) / 2, box.left, box.right)
    else if (wide <= thickest && high >= shortest) add(true, (box.left + box.right) / 2, box.low, box.high)
    else if (corners.length >= 4 && corners.length <= 5) {
      // A frame: its four sides.
      add(false, box.low, box.left, box.right)
      add(false, box.high, box.left, box.right)
      add(true, box.left, box.low, box.high)
      add(true, box.right, box.low, box.high)
    }
  }
}

function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return [a, b, c, d, e, f]
}

/** First the inner, then the outer. */
function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function point([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
