import type { Line } from './lines.ts'

/** Least distance between two page numbers, in characters: rows of a table whose cells stand on lines of their own are nearer. */
const shortestPage = 500
/** How many lines above and below a page border may be running heads or feet. */
const depth = 2
/** Longest running head, in characters. */
const longestHead = 150

/**
 * The lines that a paged text repeats on its pages: page numbers ("3", "- 3 -", "Trang 3/12") and running heads and feet. Page
 * borders are form feeds and page numbers that count up; a head is a line that stands at two borders or more, its first appearance
 * above the first border left out, since that may be the title itself.
 *
 * @param lines as `linesOf` gives them
 * @param words the same lines in lower-case normal form
 */
export function runningLines(text: string, lines: readonly Line[], words: readonly string[]): Set<number> {
  const numbers = pageNumbers(lines, words)
  const inner = [...numbers, ...formFeeds(text, lines)].sort((a, b) => a - b)
  const borders = inner.length > 0 ? [...inner, lines.length] : []
  const found = new Set(numbers)
  const seen = new Map<string, Set<number>>()
  for (const border of borders) {
    for (let i = Math.max(0, border - depth); i <= Math.min(lines.length - 1, border + depth); i++) {
      if (found.has(i) || !couldBeHead(words[i]!)) continue
      const form = words[i]!.replace(pageInHead, '#')
      seen.set(form, (seen.get(form) ?? new Set()).add(i))
    }
  }
  for (const places of seen.values()) if (isRepeated([...places], lines)) for (const i of places) found.add(i)
  return found
}

const pageInHead = /(?:^\d{1,4}\s+[-|]|(?:trang|page|[-|])\s*\d{1,4}(?:\s*\/\s*\d{1,4})?$)/

function couldBeHead(line: string): boolean {
  return line.length <= longestHead && /\p{L}/u.test(line) && !/^[|+*-]|[.;:,|]$/.test(line)
}

function isRepeated(places: readonly number[], lines: readonly Line[]): boolean {
  return places.length >= 2 && lines[places.at(-1)!]!.start - lines[places[0]!]!.start >= shortestPage
}

/** Index of the first line of each page but the first. */
function formFeeds(text: string, lines: readonly Line[]): number[] {
  if (!text.includes('\f')) return []
  return lines.flatMap(({ start }, i) => (i > 0 && text.slice(lines[i - 1]!.end, start).includes('\f') ? [i] : []))
}

const namedNumber = /^(?:trang|page)\s+\d{1,4}(?:\s*(?:[/|]|trên|of)\s*\d{1,4})?$|^-\s?\d{1,4}\s?-$/

/** Lines that are a page number and nothing else: named as one, or bare numbers that count up from page to page. */
function pageNumbers(lines: readonly Line[], words: readonly string[]): number[] {
  const named: number[] = []
  let run: number[] = []
  let last = 0
  const runs: number[][] = []
  for (const [i, line] of words.entries()) {
    if (namedNumber.test(line)) {
      named.push(i)
      continue
    }
    const page = /^(\d{1,4})(?:\s?\/\s?\d{1,4})?$/.exec(line)?.[1]
    if (page === undefined) continue
    const previous = run.at(-1)
    const goesOn =
      previous !== undefined && Number(page) === last + 1 && lines[i]!.start - lines[previous]!.end >= shortestPage
    if (goesOn) run.push(i)
    else {
      run = [i]
      runs.push(run)
    }
    last = Number(page)
  }
  return [...named, ...runs.filter(({ length }) => length >= 2).flat()]
}
