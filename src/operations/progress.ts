import type { WriteStream } from 'node:tty'

const width = 30

/** A bar on one line of a terminal; nothing where the output is no terminal. Ends its line when all is done. */
export function progressBar(label: string, stream: WriteStream): (done: number, total: number) => void {
  return (done, total) => {
    if (!stream.isTTY || total === 0) return
    const filled = Math.round((done / total) * width)
    stream.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.round((done / total) * 100)} %`)
    if (done >= total) stream.write('\n')
  }
}
