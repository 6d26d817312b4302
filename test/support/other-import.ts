import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Another process in the middle of an import with this data folder; it ends with its input, or with the test. */
export async function otherImport(dataDir: string): Promise<ChildProcessWithoutNullStreams> {
  const other = spawn(process.execPath, ['--import', 'tsx', 'test/support/holding-import.ts', dataDir])
  onTestFinished(() => void other.kill('SIGKILL'))
  await once(other.stdout, 'data')
  return other
}
