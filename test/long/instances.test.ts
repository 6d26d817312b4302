import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { killOneOfTwo } from '../support/kill-one.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../support/postgres.ts'

vi.setConfig({ testTimeout: 900_000 })

describe.skipIf(whyNoPostgres)(`several instances${whyNoPostgres ? ` (${whyNoPostgres})` : ''}`, () => {
  let postgres: PostgresServer
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.remove())

  it('answer 1,000 questions through both webhooks, each once, though one instance is killed', async () => {
    const figures = await killOneOfTwo(postgres, { people: 50, each: 20 })
    console.log(JSON.stringify(figures))
    expect(figures.questions).toBe(1000)
    expect(figures.answeredTwice).toBeLessThanOrEqual(figures.inFlight)
  })

  it('answer 400 questions, each once, though PostgreSQL ends and one instance is killed meanwhile', async () => {
    const figures = await killOneOfTwo(postgres, { people: 40, each: 10, storeGone: true })
    console.log(JSON.stringify(figures))
    expect(figures.questions).toBe(400)
    expect(figures.answeredTwice).toBeLessThanOrEqual(figures.inFlight)
  })
})
