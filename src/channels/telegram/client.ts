import { Api } from 'grammy'
import { safeFetch } from '../safe-fetch.ts'

/** How a bot is reached. */
export interface Endpoint {
  readonly token: string
  readonly apiRoot: string
}

/** @param timeout longest time for one call, in seconds */
export function createApi({ token, apiRoot }: Endpoint, timeout: number): Api {
  return new Api(token, {
    apiRoot,
    timeoutSeconds: timeout,
    // grammY types this after another library's fetch; of the response it uses only `json`.
    fetch: safeFetch as unknown as NonNullable<NonNullable<Api['options']>['fetch']>,
  })
}

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>

/** A call that ends when the signal says so. */
export function until(signal: AbortSignal): GrammySignal {
  // grammY types its signals after a library older than the platform's own; it uses only what both have.
  return signal as unknown as GrammySignal
}
