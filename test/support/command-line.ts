import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a run of the command line left: its exit status and everything it wrote. */
export interface Run {
  readonly status: number | null
  readonly out: string
  readonly errors: string
}

/** Runs `node --import tsx src/FILE ARGS` in the project's folder, with `input` on standard input. */
export function run(
  file: string,
  args: readonly string[],
  input = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return runModule(`src/${file}`, args, input, environment)
}

/** The same with any module of the project. */
export function runModule(
  file: string,
  args: readonly string[],
  input = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { ...process.env, CORPUS_DIR: '', ...environment },
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  // A program that stops before it has read its input closes the pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, errors }))
  })
}
