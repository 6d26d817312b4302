import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAssistant } from '../src/assistant.ts'
import { openLibrary } from '../src/live/library.ts'

/** Characters of a page of an official paper. */
const pageLength = 2_400
const novelty = 'Đàn chim yến làm tổ tại hang Sáo Đá trên đảo Cù Lao.'

/**
 * How long a document of fifty pages takes from its file to its answer while questions are asked without pause, and how long the thread that
 * answers is held at a time: by the clock, and, where Node tells it, in time of the processor alone, which other programs do not lengthen.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: 'corpus' },
      pages: { type: 'string', default: '50' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'bench-live-'))
  const corpus = join(folder, 'corpus')
  cpSync(values.corpus, corpus, { recursive: true })
  const opened = performance.now()
  const options = { keptFolder: join(folder, 'readings'), snapshotFile: join(folder, 'index.snapshot') }
  const library = await openLibrary(corpus, options)
  const openedIn = performance.now() - opened
  const assistant = createAssistant(library.knowledge)
  const served: number[] = []
  const stretches: Stretch[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    const watching = watchStretches()
    const began = performance.now()
    const document = longDocument(Number(values.pages), round)
    writeFileSync(join(folder, 'aside.md'), document)
    renameSync(join(folder, 'aside.md'), join(corpus, `dai-${round}.md`))
    for (;;) {
      const { citations } = await assistant.ask({ text: `chim yến làm tổ tại hang Sáo Đá lần ${round + 1}` })
      if (citations.some(({ quote }) => quote.document.id === `dai-${round}`)) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    served.push(performance.now() - began)
    for (const stretch of watching()) stretches.push(stretch)
  }
  const { documents, passages } = library.knowledge().corpus
  await library.stop()
  const reopened = performance.now()
  const again = await openLibrary(corpus, options)
  const reopenedIn = performance.now() - reopened
  await again.stop()
  rmSync(folder, { recursive: true })
  const result = {
    documents: documents.length,
    passages: passages.length,
    openedMs: Math.round(openedIn),
    reopenedMs: Math.round(reopenedIn),
    servedMs: served.map(Math.round),
    longestByClockMs: longest(stretches.map(({ clock }) => clock)),
    ...(stretches.some(({ processor }) => processor !== undefined) && {
      longestOfProcessorMs: longest(stretches.map(({ processor = 0 }) => processor)),
    }),
  }
  if (values.json) console.log(JSON.stringify(result))
  else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(22)} ${JSON.stringify(value)}`)
}

/** Milliseconds for which the thread did not get back to waiting people. */
interface Stretch {
  readonly clock: number
  readonly processor?: number
}

/** Watches from now on until it is called. */
function watchStretches(): () => Stretch[] {
  const found: Stretch[] = []
  let over = false
  let [clock, processor] = [performance.now(), processorTime()]
  const look = () => {
    const [now, used] = [performance.now(), processorTime()]
    found.push({
      clock: now - clock,
      ...(used !== undefined && processor !== undefined && { processor: used - processor }),
    })
    clock = now
    processor = used
    if (!over) setTimeout(look, 1)
  }
  setTimeout(look, 1)
  return () => {
    over = true
    return found
  }
}

/** Time of the processor that this thread has used, in milliseconds. */
function processorTime(): number | undefined {
  const own: NodeJS.Process & { readonly threadCpuUsage?: () => NodeJS.CpuUsage } = process
  const used = own.threadCpuUsage?.()
  return used && (used.user + used.system) / 1000
}

function longest(times: readonly number[]): readonly number[] {
  return times
    .toSorted((a, b) => b - a)
    .slice(0, 5)
    .map((time) => Math.round(time))
}

/** A plan of an invented province, with tasks, figures and one sentence that stands nowhere else. */
function longDocument(pages: number, round: number): string {
  const lines = [`# Kế hoạch số ${round + 1}/KH-UBND về chuyển đổi số tỉnh Cù Lao`, '']
  let length = 0
  for (let section = 1; length < pages * pageLength; section++) {
    lines.push(`## ${section}. Nhiệm vụ thứ ${section} của tỉnh Cù Lao`, '')
    for (let task = 1; task <= 10; task++) {
      const share = 20 + ((section * 7 + task * 13 + round) % 75)
      const text = `Đến năm ${2025 + (task % 6)}, tỉ lệ hồ sơ thủ tục hành chính lĩnh vực số ${section * 10 + task} được xử lý trực tuyến đạt ${share}%; Sở số ${task} chủ trì, phối hợp với các huyện hoàn thành trước ngày 30/6/${2025 + (task % 6)}.`
      lines.push(`${task}. ${text}`, '')
      length += text.length
    }
  }
  return [...lines, `${novelty.replace('.', '')} lần ${round + 1}.`, ''].join('\n')
}

await run()
