import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../support/command-line.ts'
import { unindented } from '../support/corpus.ts'
import { folderOf } from '../support/folder.ts'

const plan = unindented(`
  KẾ HOẠCH
  Chuyển đổi số tỉnh Bình An đến năm 2030

  I. MỤC TIÊU
  Đến năm 2030, kinh tế số của tỉnh Bình An chiếm 25% GRDP.

  II. NHIỆM VỤ
  1. Xây dựng trung tâm dữ liệu dùng chung của tỉnh tại phường Mẫu.
  2. Đào tạo 7.500 công chức về kỹ năng số.
`)
const programme = unindented(`
  ---
  title: Chương trình phủ sóng thông tin di động tỉnh Bình An
  place: Bình An
  ---
  Tỉnh Bình An phủ sóng thông tin di động đến 100% thôn, bản trong năm 2026.
`)
const corpus = () => folderOf({ 'ke-hoach.txt': plan, 'phu-song.md': programme })
const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('ask "question"', () => {
  it('answers as text with the source and ends with status 0', async () => {
    const { status, out, errors } = await run('cli.ts', ['ask', 'trung tâm dữ liệu dùng chung', '--corpus', corpus()])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(out).toContain('Xây dựng trung tâm dữ liệu dùng chung của tỉnh tại phường Mẫu')
    expect(out).toMatch(/Nguồn: .*Mã: [0-9A-Z]{3}-[0-9A-Z]{6}/)
    expect(out.endsWith('\n')).toBe(true)
  })

  it('takes unquoted words as one question', async () => {
    const { out } = await run('cli.ts', ['ask', 'trung', 'tam', 'du', 'lieu', 'dung', 'chung', '--corpus', corpus()])
    expect(out).toContain('tại phường Mẫu')
  })

  it('says what it searched when the documents do not have it', async () => {
    const { status, out } = await run('cli.ts', ['ask', 'giá vé xe buýt nội đô', '--corpus', corpus()])
    expect(status).toBe(0)
    expect(out).toContain('không tìm thấy')
    expect(out).toContain('2 văn bản')
  })

  it('prints one JSON object with --json, whose quotations are slices of the stored text', async () => {
    const folder = corpus()
    const asked = await run('cli.ts', ['ask', '--json', 'trung tâm dữ liệu dùng chung', '--corpus', folder])
    const answer = JSON.parse(asked.out)
    expect(answer).toMatchObject({ outcome: 'answered', facts: expect.any(Array), reading: expect.any(Object) })
    expect(answer.took_ms).toBeGreaterThan(0)
    const [citation] = answer.citations
    const reasons: unknown[] = Object.values(citation.why)
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.length).toBeLessThanOrEqual(5)
    expect(Math.max(...reasons.map(Number))).toBeGreaterThan(0)
    expect(citation).toMatchObject({ document: { id: 'ke-hoach', file: 'ke-hoach.txt' }, page: null })
    expect(citation.section).toContain('NHIỆM VỤ')
    const stored = await run('cli.ts', ['ask', '--document', 'ke-hoach', '--corpus', folder])
    expect(stored.out).toBe(plan)
    expect(stored.out.slice(citation.start, citation.end)).toBe(citation.quote)
    const reopened = await run('cli.ts', ['ask', `/kiemtra ${citation.code}`, '--corpus', folder])
    expect(reopened.out).toContain(citation.quote)
    expect(reopened.out).toContain('còn nguyên')
  })

  it('takes the folder of the setting CORPUS_DIR', async () => {
    const { out } = await run('cli.ts', ['ask', '/vanban'], '', { CORPUS_DIR: corpus() })
    expect(out).toContain('Chương trình phủ sóng thông tin di động tỉnh Bình An')
  })

  it.each([
    ['an empty question', ''],
    ['control characters', '\u0001\u0007\u001b[31m\t'],
    ['punctuation', '?!… “”'],
    ['a very long question', 'trung tam du lieu '.repeat(5600)],
    ['one long word', 'a'.repeat(100_000)],
  ])('answers %s', async (_, question) => {
    const { status, out, errors } = await run('cli.ts', ['ask', '--json', question, '--corpus', corpus()])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(JSON.parse(out).text).not.toBe('')
  })
})

describe('ask about a large folder', () => {
  /** Papers of some 30 kB each, together more than one thread should read anew for every question. */
  const largeCorpus = () =>
    folderOf(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `ke-hoach-${i}.txt`,
          `KẾ HOẠCH\nPhát triển hạ tầng số của phường Mẫu ${i}\n\n${Array.from(
            { length: 220 },
            (_, n) =>
              `${n + 1}. Tuyến cáp số ${n} của phường Mẫu ${i} dài ${i * 1000 + n} mét, đi qua ${n} tổ dân phố và ${i} khu dân cư, hoàn thành trong quý ${(n % 4) + 1}.`,
          ).join('\n')}`,
        ]),
      ),
    )

  it('keeps what it has read in the data folder, and answers from that the next time', async () => {
    const folder = largeCorpus()
    const dataDir = folderOf({})
    const ask = () =>
      run('cli.ts', ['ask', 'tuyến cáp số 77 của phường Mẫu 31 dài bao nhiêu mét', '--corpus', folder], '', {
        DATA_DIR: dataDir,
      })
    const kept = () => {
      const readings = join(dataDir, 'asked', 'readings')
      return readdirSync(readings).map((name) => `${name} ${statSync(join(readings, name)).mtimeMs}`)
    }
    const first = await ask()
    expect({ status: first.status, errors: first.errors }).toEqual({ status: 0, errors: '' })
    expect(first.out).toContain('31077 mét')
    const readings = kept()
    expect(readings).toHaveLength(40)
    expect(existsSync(join(dataDir, 'asked', 'index.snapshot'))).toBe(true)
    expect((await ask()).out).toBe(first.out)
    expect(kept()).toEqual(readings)
    const snapshot = join(dataDir, 'asked', 'index.snapshot')
    const whole = readFileSync(snapshot)
    const broken = [Buffer.from('PK something else'), Buffer.from(whole).fill(0xff, 4, 8), whole.subarray(0, 9000)]
    for (const bytes of broken) {
      writeFileSync(snapshot, bytes)
      const { status, out, errors } = await ask()
      expect({ status, out }).toEqual({ status: 0, out: first.out })
      expect(errors).toMatch(/^Phần đã lưu trong [^\n]+ đã được đọc lại\.\n$/)
      expect(readFileSync(snapshot).equals(whole)).toBe(true)
    }
    const changed = join(folder, 'ke-hoach-31.txt')
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('31077 mét', '99999 mét'))
    expect((await ask()).out).toContain('99999 mét')
    expect(kept()).toHaveLength(40)
  }, 120_000)

  it('keeps the documents of the bot where the bot keeps them, and answers where nothing can be kept', async () => {
    const folder = largeCorpus()
    const dataDir = folderOf({ asked: 'a file where a folder should be' })
    const question = ['ask', 'tuyến cáp số 5 của phường Mẫu 7 dài bao nhiêu mét']
    const other = await run('cli.ts', [...question, '--corpus', folder], '', { DATA_DIR: dataDir })
    expect(other.out).toContain('7005 mét')
    expect(other.errors).toMatch(/^Không ghi được vào thư mục [^\n]+ đặt DATA_DIR\.\n$/)
    const own = await run('cli.ts', question, '', { DATA_DIR: dataDir, CORPUS_DIR: folder })
    expect(own.out).toBe(other.out)
    expect(readdirSync(join(dataDir, 'readings'))).toHaveLength(40)
  }, 120_000)
})

describe('ask --jsonl', () => {
  const ask = (input: string, folder = corpus()) => run('cli.ts', ['ask', '--jsonl', '--corpus', folder], input)

  it('answers line by line in order, with the ids that were given', async () => {
    const questions = Array.from({ length: 30 }, (_, i) => ({
      id: `c${i}`,
      question: i % 2 ? 'phủ sóng di động' : 'kinh tế số',
    }))
    const { status, out } = await ask(questions.map((question) => `${JSON.stringify(question)}\n`).join(''))
    expect(status).toBe(0)
    expect(lines(out).map(({ id }) => id)).toEqual(questions.map(({ id }) => id))
    expect(lines(out)[1].text).toContain('100% thôn, bản')
  })

  it('gives the same question the same answer, alone and in a stream', async () => {
    const folder = corpus()
    const { out } = await ask('{"question":"kinh tế số"}\n\n{"question":"kinh tế số"}', folder)
    const alone = JSON.parse((await run('cli.ts', ['ask', '--json', 'kinh tế số', '--corpus', folder])).out)
    const [first, second] = lines(out)
    for (const answer of [second, alone]) expect({ ...answer, took_ms: 0 }).toEqual({ ...first, took_ms: 0 })
  })

  it('lets a number choose what the answer before offered, in that conversation alone', async () => {
    const folder = folderOf({ 'a.txt': plan, 'b.txt': plan.replace('đến năm 2030', 'đến năm 2035') })
    const turns = [
      { id: '1', conversation: 'x', question: '/vanban chuyển đổi số' },
      { id: '2', conversation: 'y', question: '2' },
      { id: '3', conversation: 'x', question: '2' },
    ]
    const { out } = await ask(turns.map((turn) => JSON.stringify(turn)).join('\n'), folder)
    const [offer, stranger, chosen] = lines(out)
    expect(offer.outcome).toBe('clarify')
    expect(chosen.outcome).toBe('answered')
    expect(chosen.text).toMatch(/đến năm 2035[\s\S]*Bố cục/)
    expect(stranger.text).not.toContain('Bố cục')
  })

  it('keeps silent in a group unless it is addressed', async () => {
    const turns = [
      { id: 1, place: 'group', question: 'Mời các anh chị họp lúc 8 giờ' },
      { id: 2, place: 'group', question: '@bot phủ sóng di động' },
    ]
    const { out } = await ask(turns.map((turn) => JSON.stringify(turn)).join('\n'))
    const [chatter, addressed] = lines(out)
    expect(chatter).toMatchObject({ id: 1, outcome: 'ignored', text: '', citations: [] })
    expect(addressed.text).toContain('100% thôn, bản')
  })

  it.each(['không phải JSON', '{"id":"2"}', '[]', '{"question":5}', '{"question":"x","place":"đâu đó"}'])(
    'names the line that is no question, answers the others and ends with status 1: %s',
    async (bad) => {
      const { status, out, errors } = await ask(
        `{"id":"1","question":"kinh tế số"}\n${bad}\n{"id":"3","question":"kinh tế số"}\n`,
      )
      expect(status).toBe(1)
      expect(errors).toMatch(/^Dòng 2 [^\n]+\n$/)
      expect(lines(out).map(({ id }) => id)).toEqual(['1', '3'])
    },
  )

  it('survives half a letter, control characters and very long lines', async () => {
    const questions = ['\ud800', '\udc00 kinh tế', '\u0000\u001b', 'x'.repeat(100_000), '\u202ekinh tế số']
    const { status, out, errors } = await ask(questions.map((question) => JSON.stringify({ question })).join('\n'))
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    expect(lines(out)).toHaveLength(questions.length)
  })

  it('writes nothing and ends well when nothing is asked', async () => {
    expect(await ask('')).toEqual({ status: 0, out: '', errors: '' })
  })

  it('ends quietly when its reader goes away', async () => {
    const command = `"$NODE" --import tsx src/cli.ts ask --jsonl --corpus "$FOLDER" | head -n 1; echo "status \${PIPESTATUS[0]}"`
    const child = spawn('bash', ['-c', command], { env: { ...process.env, NODE: process.execPath, FOLDER: corpus() } })
    let out = ''
    let errors = ''
    child.stdout.on('data', (text) => {
      out += text
    })
    child.stderr.on('data', (text) => {
      errors += text
    })
    child.stdin.on('error', () => {})
    child.stdin.end(`${JSON.stringify({ question: 'kinh tế số' })}\n`.repeat(3000))
    await new Promise((resolve) => child.on('close', resolve))
    expect(errors).toBe('')
    expect(out).toMatch(/\nstatus 0\n$/)
  })
})

describe('wrong calls', () => {
  it.each([
    ['nothing to do', []],
    ['an unknown command', ['hoi']],
    ['no question', ['ask']],
    ['an unknown option', ['ask', '--xml', 'câu hỏi']],
    ['an option without its value', ['ask', 'câu hỏi', '--corpus']],
    ['a question and a stream', ['ask', 'câu hỏi', '--jsonl']],
    ['a question and a document', ['ask', 'câu hỏi', '--document', 'ke-hoach']],
  ])('%s: status 2 and one sentence', async (_, args) => {
    const { status, out, errors } = await run('cli.ts', args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(errors).toMatch(/^[^\n]+\n$/)
    expect(errors).not.toContain('    at ')
  })

  it.each([
    ['a missing folder', () => ['câu hỏi', '--corpus', join(folderOf({}), 'không-có')], 'không-có'],
    ['an empty folder', () => ['câu hỏi', '--corpus', folderOf({})], 'chưa có tệp'],
    [
      'a folder with one bad file',
      () => ['câu hỏi', '--corpus', folderOf({ 'hỏng.txt': new Uint8Array([0, 1, 2]) })],
      'hỏng.txt',
    ],
    ['a file for a folder', () => ['câu hỏi', '--corpus', join(folderOf({ 'a.txt': 'x' }), 'a.txt')], 'a.txt'],
    ['an unknown document', () => ['--document', 'không-có', '--corpus', corpus()], 'không-có'],
  ])('%s: status 1 and one sentence that names it', async (_, args, named) => {
    const { status, out, errors } = await run('cli.ts', ['ask', ...args()])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(errors).toMatch(/^[^\n]+\n$/)
    expect(errors).toContain(named)
  })
})
