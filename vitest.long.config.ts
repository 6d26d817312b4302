import { defineConfig } from 'vitest/config'

/** Tests that take minutes: run by `npm run test:long`, one after the other, and not by `npm test`. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    reporters: ['verbose', './test/support/skipped-tests.ts'],
  },
})
