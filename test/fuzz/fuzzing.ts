import fc from 'fast-check'
import { it } from 'vitest'
import { found } from './found.ts'

/** `FUZZ_TIMES=20 npx vitest run test/fuzz` tries twenty times as many cases. */
const times = Number(process.env.FUZZ_TIMES ?? 1)
/** Cases made anew from each seed that once led to a failure. */
const perSeed = 100

/**
 * A test that holds a property against made-up cases: first the inputs that broke it once, then their seeds, then new ones. A failure
 * tells its seed and its smallest input, which belong into the table of what was found.
 *
 * @param name as in the table of what was found
 */
export function fuzz<T>(
  name: string,
  cases: number,
  made: fc.Arbitrary<T>,
  holds: (input: T) => void | Promise<void>,
): void {
  const known = found.filter(({ property }) => property === name)
  const property = fc.asyncProperty(made, async (input) => holds(input))
  it.each(known)(`${name}: what once was broken by $broke`, { timeout: 60_000 }, async ({ seed: bad, input }) => {
    // The table holds for each property inputs of its own.
    await holds(input as T)
    await fc.assert(property, { seed: bad, numRuns: perSeed })
  })
  it(`${name}: ${cases * times} cases`, { timeout: 600_000 * times }, () =>
    fc.assert(property, { numRuns: cases * times }),
  )
}
