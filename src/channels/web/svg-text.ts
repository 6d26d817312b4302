/**
 * Breaks a label into lines of a drawing, where nothing wraps by itself.
 *
 * @param width characters in a line, at least 4
 * @param most lines; what does not fit is cut with an ellipsis
 */
export function wrapLabel(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width) line = longer
    else {
      if (line !== '') lines.push(line)
      line = word.length <= width ? word : `${word.slice(0, width - 1)}…`
    }
    if (lines.length === most) break
  }
  if (lines.length < most && line !== '') return [...lines, line]
  const last = lines[most - 1]
  return line === '' || last === undefined ? lines : [...lines.slice(0, -1), `${last.slice(0, width - 1).trimEnd()}…`]
}
