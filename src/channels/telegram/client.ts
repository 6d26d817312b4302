import { Api, GrammyError } from 'grammy'
import { safeDownload, safeFetch } from '../safe-fetch.ts'
import { limits } from './limits.ts'

/** How a bot is reached. */
export interface Endpoint {
  readonly token: string
  readonly apiRoot: string
}

/**
 * @param timeout longest time for one call, in seconds
 * @param heard told what time it is at Telegram, as every answer says
 */
export function createApi({ token, apiRoot }: Endpoint, timeout: number, heard?: (date: string | null) => void): Api {
  const listening: typeof safeFetch = async (address, request) => {
    const response = await safeFetch(address, request)
    heard?.(response.headers.get('date'))
    return response
  }
  return new Api(token, {
    apiRoot,
    timeoutSeconds: timeout,
    // grammY types this after another library's fetch; of the response it uses only `json`.
    fetch: listening as unknown as NonNullable<NonNullable<Api['options']>['fetch']>,
  })
}

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

/** A call that ends when the signal says so. */
export function until(signal: AbortSignal): GrammySignal {
  // grammY types its signals after a library older than the platform's own; it uses only what both have.
  return signal as unknown as GrammySignal
}

/** Fetches a file that somebody sent; `too-large` when it is more than a bot may have. */
export async function fetchFile(
  api: Api,
  { token, apiRoot }: Endpoint,
  id: string,
  signal: AbortSignal,
): Promise<Uint8Array | 'too-large'> {
  let path: string
  try {
    path = (await api.getFile(id, until(signal))).file_path ?? ''
  } catch (error) {
    if (error instanceof GrammyError && /file is too big/.test(error.description)) return 'too-large'
    throw error
  }
  // The path comes from outside and becomes part of an address that holds the token.
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(path) || path.includes('..'))
    throw new Error('telegram names a file in an unknown way')
  return safeDownload(`${apiRoot}/file/bot${token}/${path}`, limits.download, signal)
}
