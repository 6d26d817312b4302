import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Starts a TypeScript module in a worker thread, which does not inherit the loader of the main thread on every version of Node. */
export function startThread(module: URL, options: Pick<WorkerOptions, 'resourceLimits' | 'workerData'> = {}): Worker {
  const start = `import(${JSON.stringify(loader())}).then(({ tsImport }) => tsImport(${JSON.stringify(module.href)}, ${JSON.stringify(import.meta.url)}))`
  return new Worker(start, { ...options, eval: true, execArgv: [] })
}

/** Where tsx's loader for ES modules lies. Required instead of imported, this file has no `import.meta.resolve`. */
function loader(): string {
  const own: ImportMeta & { readonly resolve?: (name: string) => string } = import.meta
  const folder = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  return own.resolve?.('tsx/esm/api') ?? new URL('dist/esm/api/index.mjs', folder).href
}
