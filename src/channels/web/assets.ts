import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

/** A static file, ready to be sent. */
export interface Asset {
  /** Its address: holds a hash of the content, so that browsers keep it for ever. */
  readonly path: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Missing where compression gains nothing. */
  readonly brotli?: Uint8Array<ArrayBuffer>
}

/** The static files of the page, by the names that pages and the style sheet use. */
export interface Assets {
  at(path: string): Asset | undefined
  /** @throws Error when no file has the name. */
  path(name: string): string
}

/** Parts of the typeface: plain letters, and those that only Vietnamese has. */
const fonts = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600'] as const

/** Reads the files from the disk once; the style sheet's `url(name)` become their addresses. */
export function loadAssets(): Assets {
  const byName = new Map<string, Asset>()
  const add = (name: string, type: string, content: Uint8Array) => {
    const bytes = Uint8Array.from(content)
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
    const path = `/assets/${name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`)}`
    const brotli = type === 'font/woff2' ? undefined : Uint8Array.from(brotliCompressSync(bytes))
    byName.set(name, { path, type, bytes, ...(brotli && { brotli }) })
  }
  for (const font of fonts) {
    const file = import.meta.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${font}-normal.woff2`)
    add(`be-vietnam-pro-${font}.woff2`, 'font/woff2', readFileSync(fileURLToPath(file)))
  }
  const own = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url))
  add('icon.svg', 'image/svg+xml', own('icon.svg'))
  const style = own('style.css')
    .toString()
    .replace(/url\(([\w.-]+)\)/g, (whole, name: string) => {
      const asset = byName.get(name)
      return asset ? `url(${asset.path})` : whole
    })
  add('style.css', 'text/css; charset=utf-8', Buffer.from(style))
  for (const script of ['chat.js', 'reader.js']) add(script, 'text/javascript; charset=utf-8', own(script))
  const byPath = new Map([...byName.values()].map((asset) => [asset.path, asset]))
  return {
    at: (path) => byPath.get(path),
    path(name) {
      const asset = byName.get(name)
      if (!asset) throw new Error(`no static file ${name}`)
      return asset.path
    },
  }
}
