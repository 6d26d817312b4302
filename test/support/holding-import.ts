import { asOnlyImport } from '../../src/intake/one-import.ts'

// Imports with the data folder DATA until its input ends; says so once it has begun.
const [dataDir = ''] = process.argv.slice(2)
await asOnlyImport(dataDir, async () => {
  process.stdout.write('begun\n')
  for await (const _ of process.stdin);
})
