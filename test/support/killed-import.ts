import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { disk, type Files } from '../../src/intake/files.ts'
import { importDocument } from '../../src/intake/import-document.ts'
import { openShelf } from '../../src/intake/shelf.ts'
import { createConverter } from '../../src/library/convert/converter.ts'

// Imports ROOT/moi.txt into ROOT/corpus and dies by force before the given step.
const [root = '', step = '0'] = process.argv.slice(2)
let steps = 0
const die = () => {
  if (++steps === Number(step)) process.kill(process.pid, 'SIGKILL')
}
const dyingBefore =
  <Args extends unknown[], Result>(run: (...args: Args) => Result) =>
  (...args: Args): Result => {
    die()
    return run(...args)
  }
const files: Files = {
  writeAside: dyingBefore(disk.writeAside),
  putInPlace: dyingBefore(disk.putInPlace),
  remove: dyingBefore(disk.remove),
}
const converter = createConverter()
const shelf = await openShelf(join(root, 'corpus'), join(root, 'data'), converter)
const incoming = { name: 'moi.txt', bytes: readFileSync(join(root, 'moi.txt')) }
await importDocument(incoming, { shelf, dataDir: join(root, 'data'), converter, files })
await converter.close()
