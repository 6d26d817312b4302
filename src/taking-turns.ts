import { setImmediate as immediate } from 'node:timers/promises'

/** Longest stretch of work before others get their turn, in milliseconds. */
const longestStretch = 8

/**
 * For long work on a thread that also answers people: awaited between its steps, the function lets waiting questions and connections be served as soon
 * as the stretch has lasted too long.
 */
export function takingTurns(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < longestStretch) return
    await immediate()
    began = performance.now()
  }
}
