import { spawn } from 'node:child_process'
import { UserError } from '../errors.ts'

/** Dots per inch at which pages are drawn for reading. */
const resolution = 300

const wayOut = 'hãy cài các gói tesseract-ocr, tesseract-ocr-vie và poppler-utils, hoặc dùng bản PDF có chữ'

/**
 * Lets tesseract read pages of a PDF that are pictures, with its Vietnamese data. Pages go through pipes, never through files.
 *
 * @param pages numbers from 1
 * @returns the text of each page, by its number
 * @throws UserError when a program or the Vietnamese data is missing, or a page cannot be drawn
 */
export async function readPagesByOcr(
  bytes: Uint8Array,
  pages: readonly number[],
  name: string,
): Promise<Map<number, string>> {
  const languages = await output('tesseract', ['--list-langs'], new Uint8Array())
  if (!/^vie$/m.test(languages.toString()))
    throw new UserError(`Chưa có dữ liệu tiếng Việt để nhận dạng “${name}”; ${wayOut}.`)
  const texts = new Map<number, string>()
  for (const page of pages) {
    const at = String(page)
    const picture = await output('pdftoppm', ['-r', String(resolution), '-gray', '-f', at, '-l', at, '-'], bytes)
    const text = await output('tesseract', ['stdin', 'stdout', '-l', 'vie', '--psm', '4'], picture)
    texts.set(page, text.toString('utf8').replaceAll('\f', ''))
  }
  return texts
}

function output(program: string, args: readonly string[], input: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // One thread a page is as fast as four, and leaves the others to those who ask.
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    })
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (cause) =>
      reject(new UserError(`Chưa có chương trình ${program} để nhận dạng chữ; ${wayOut}.`, { cause })),
    )
    child.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(pieces))
      else reject(new UserError(`Chương trình ${program} không nhận dạng được trang; hãy quét lại tệp rõ hơn.`))
    })
  })
}
