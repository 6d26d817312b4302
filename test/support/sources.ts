import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { type Converter, createConverter } from '../../src/library/convert/converter.ts'

/** A file of `test/fixtures/sources`, made by a text processor or by pandoc. */
export function sourceFile(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/sources/${name}`, import.meta.url))
}

/** A converter that ends with the test. */
export function converterOfTest(bounds: Parameters<typeof createConverter>[0] = {}): Converter {
  const converter = createConverter({ threads: 1, ...bounds })
  onTestFinished(() => converter.close())
  return converter
}
