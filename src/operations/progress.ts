import type { WriteStream } from 'node:tty'

const width = 30

/** What is done sooner shows no bar, in milliseconds. */
const patience = 1000

/**
 * A bar on one line of a terminal for work that takes more than a second; nothing where the output is no terminal. Ends its line when
 * all is done.
 */
export function progressBar(
  label: string,
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
): (done: number, total: number) => void {
  let began: number | undefined
  let shown = ''
  return (done, total) => {
    if (!stream.isTTY || total === 0) return
    began ??= performance.now()
    if (shown === '' && performance.now() - began < patience) return
    const filled = Math.round((done / total) * width)
    const bar = `${label} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.round((done / total) * 100)} %`
    if (bar !== shown) stream.write(`\r${bar}`)
    shown = bar
    if (done >= total) {
      stream.write('\n')
      began = undefined
      shown = ''
    }
  }
}
