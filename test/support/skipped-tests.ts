import type { Reporter, TestModule } from 'vitest/node'

/** Lists the skipped tests at the end of a run. Their names say why. */
export default class SkippedTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const names = modules.flatMap((module) => [...module.children.allTests('skipped')].map(({ fullName }) => fullName))
    if (names.length > 0) console.log(`\nSkipped:\n${names.map((name) => `  ${name}`).join('\n')}`)
  }
}
