import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/long/**'],
    setupFiles: ['./test/support/same-cases.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes when the machine has time for it.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', './test/support/skipped-tests.ts'],
    coverage: { provider: 'v8', include: ['src/**/*.ts', 'handlers/**/*.ts'], reporter: ['text'] },
  },
})
