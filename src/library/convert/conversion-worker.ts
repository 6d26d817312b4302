import { parentPort } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import { convertSource } from './convert-source.ts'
import type { Converted, ConvertOptions } from './converted.ts'

/** A file to convert. */
export interface ConversionOrder {
  readonly bytes: Uint8Array
  readonly name: string
  readonly options: ConvertOptions
}

/** What became of it: the text, why it cannot be read, or what broke. */
export type ConversionReport =
  | { readonly converted: Converted }
  | { readonly refusal: string }
  | { readonly failure: string }

parentPort?.on('message', async ({ bytes, name, options }: ConversionOrder) => {
  parentPort?.postMessage(await reportOf(bytes, name, options))
})

async function reportOf(bytes: Uint8Array, name: string, options: ConvertOptions): Promise<ConversionReport> {
  try {
    return { converted: await convertSource(bytes, name, options) }
  } catch (error) {
    if (error instanceof UserError) return { refusal: error.message }
    return { failure: String(error) }
  }
}
