import { describe, expect, it } from 'vitest'
import { createHealth } from '../../src/operations/health.ts'

describe('createHealth', () => {
  it('is ready only with documents and a channel that runs', () => {
    const health = createHealth()
    health.reportChannel('web', 'running')
    expect(health.report()).toMatchObject({ ready: false, library: 'loading' })
    health.reportLibrary({ version: 'a', documents: 1, loadedAt: 0, versions: 1, problems: [] })
    expect(health.report().ready).toBe(true)
    health.reportChannel('telegram', 'down')
    expect(health.report()).toMatchObject({ ready: true, channels: { web: 'running', telegram: 'down' } })
    health.reportChannel('web', 'down')
    expect(health.report().ready).toBe(false)
  })

  it('is degraded, but ready, while the local index answers for a cluster', () => {
    const health = createHealth()
    health.reportChannel('web', 'running')
    health.reportLibrary({ version: 'a', documents: 1, loadedAt: 0, versions: 1, problems: [] })
    expect(health.report().degraded).toBe(false)
    health.reportSearch('local')
    expect(health.report()).toMatchObject({ ready: true, degraded: true, search: 'local' })
    health.reportSearch('cluster')
    expect(health.report().degraded).toBe(false)
  })
})
