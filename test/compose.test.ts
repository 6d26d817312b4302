import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readSettings, settingNames } from '../src/config.ts'

interface Service {
  readonly profiles?: readonly string[]
  readonly environment?: Readonly<Record<string, string | number>>
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>
  readonly networks?: readonly string[]
  readonly volumes?: readonly string[]
}

const compose = parse(readFileSync(new URL('../compose.yaml', import.meta.url), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, unknown>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const services = Object.entries(compose.services)
const instances = services.filter(([name]) => name.startsWith('bot'))

describe('compose.yaml', () => {
  it.each(instances)('gives %s settings that are read', (_, { environment = {} }) => {
    for (const name of Object.keys(environment)) expect(settingNames).toContain(name)
    const plain = Object.entries(environment).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\w+:-\}/g, 'mat-khau'),
    ])
    expect(() => readSettings(Object.fromEntries(plain))).not.toThrow()
  })

  it.each(services)('names nothing for %s that is not there', (_, { depends_on: needed = [], networks, volumes }) => {
    for (const name of Array.isArray(needed) ? needed : Object.keys(needed))
      expect(compose.services).toHaveProperty(name)
    for (const name of networks ?? []) expect(compose.networks).toHaveProperty(name)
    for (const volume of volumes ?? []) {
      if (!volume.startsWith('.')) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!)
    }
  })

  it('has two instances on three search nodes, a database and a proxy in the cluster, and one instance alone', () => {
    const names = (wanted: boolean) =>
      services.flatMap(([name, { profiles = [] }]) => (profiles.includes('cluster') === wanted ? [name] : [])).sort()
    expect(names(false)).toEqual(['bot'])
    expect(names(true)).toEqual(
      ['bot-1', 'bot-2', 'opensearch-1', 'opensearch-2', 'opensearch-3', 'postgres', 'proxy'].sort(),
    )
  })

  it('points the instances at every search node', () => {
    const nodes = services.filter(([name]) => name.startsWith('opensearch-')).map(([name]) => name)
    for (const [name, { environment, profiles }] of instances) {
      if (!profiles) continue
      const urls = String(environment!.OPENSEARCH_URL).split(',')
      expect(
        urls.map((url) => new URL(url).hostname),
        name,
      ).toEqual(nodes)
    }
  })
})
