// Starts the command line from one bundled file, made anew when a source has changed. Loading some two hundred TypeScript files one by
// one takes longer than answering a question.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'hoi-dap-van-ban')

const bundle = join(cache, `cli-${fingerprint()}.mjs`)
if (!exists(bundle)) await make()
await import(exists(bundle) ? pathToFileURL(bundle).href : await unbundled())

/** Changes with every source, by name, size and time. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const folder of ['src', 'handlers']) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort()) {
      if (!/\.(?:ts|mjs|json)$/.test(name)) continue
      const { size, mtimeMs } = statSync(join(root, folder, name))
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** Written aside and moved, so that two commands at once never read half a file. A folder that cannot be written is no error. */
async function make() {
  const { build } = await import('esbuild')
  const aside = `${bundle}.${process.pid}`
  try {
    mkdirSync(cache, { recursive: true })
    await build({
      entryPoints: [join(root, 'src/cli.ts')],
      outfile: aside,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // Packages come along, so that only what is used of them is loaded; those that are asked for by name at run time stay outside.
      external: ['tsx', 'esbuild', '@opensearch-project/opensearch'],
      banner: {
        js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(${JSON.stringify(import.meta.url)});`,
      },
      logLevel: 'silent',
      plugins: [{ name: 'own addresses', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, withOwnAddress) }],
    })
    for (const old of readdirSync(cache))
      if (/^cli-[0-9a-f]{16}\.mjs$/.test(old)) rmSync(join(cache, old), { force: true })
    renameSync(aside, bundle)
  } catch {
    rmSync(aside, { force: true })
  }
}

/** A source keeps its own address in the bundle: files beside it are found by it. */
function withOwnAddress({ path }) {
  const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
  return { contents, loader: 'ts' }
}

/** Without a bundle the sources are loaded as they are. */
async function unbundled() {
  const { register } = await import('tsx/esm/api')
  register()
  return new URL('./cli.ts', import.meta.url).href
}

function exists(file) {
  return statSync(file, { throwIfNoEntry: false }) !== undefined
}
