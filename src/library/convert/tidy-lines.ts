/** Most lines in which the head of a paper stands. */
const reach = 30

/**
 * Puts the lines of a converted text as readers expect them: NFC, one kind of line end, the short lines of the head right below each
 * other, at most one blank line elsewhere.
 */
export function tidied(text: string): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n\n')
  const end = headEnd(lines)
  return `${lines.slice(0, end).join('\n')}${end > 0 && end < lines.length ? '\n\n' : ''}${lines.slice(end).join('\n\n')}\n`
}

/** How many paragraphs from the top are lines of a head: up to the first that is long, ends a sentence or gives grounds. */
function headEnd(paragraphs: readonly string[]): number {
  const end = paragraphs
    .slice(0, reach)
    .findIndex(
      (line) =>
        line.length > 200 ||
        /[.;:]\**$|^\||^[-+] |^#/.test(line) ||
        /^\**(?:căn cứ|thực hiện|kính gửi|[IVX]+\.|\d+\.)\s/iu.test(line),
    )
  const head = end < 0 ? Math.min(paragraphs.length, reach) : end
  return paragraphs.slice(0, head).some((line) => ofPaper.test(line)) ? head : 0
}

const ofPaper =
  /cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|(?:^|\s)số\s*:\s*\d|,\s*ngày\s[\s\d.…]{0,6}tháng\s/iu
