import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = new URL('../../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')
const dockerfile = read('Dockerfile')

/** What the image is made of, as the Dockerfile copies it from the folder. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)].flatMap(([, names = '']) =>
  names.split(' '),
)

describe('the image', () => {
  it('is made of what is there and gets past .dockerignore', () => {
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    expect(copied).toContain('src')
    for (const name of copied) {
      expect(existsSync(new URL(name, root)), name).toBe(true)
      expect(letIn).toContain(name)
    }
  })

  it('runs node itself, as a user of its own, and asks /healthz', () => {
    expect(dockerfile).toMatch(/^CMD \["node", /m)
    expect(dockerfile).toMatch(/^USER bot$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*?\/healthz/m)
    expect(dockerfile).toMatch(/npm ci --omit=dev/)
  })
})

it('is run by compose with a read-only root, without rights, reachable from this machine only', () => {
  const { bot } = (parse(read('compose.yaml'), { merge: true }) as { services: { bot: object } }).services
  expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'], ports: ['127.0.0.1:8080:8080'] })
})
