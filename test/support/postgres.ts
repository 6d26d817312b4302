import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { closedPort } from './closed-port.ts'

/** A PostgreSQL server of the tests' own, with its data in a temporary folder. */
export interface PostgresServer {
  /** Makes an empty database and tells its address. */
  database(): Promise<string>
  /** Ends the server as its administrator would: running statements are broken off. */
  halt(): Promise<void>
  /** Starts it again, at the same address. */
  resume(): Promise<void>
  /** Ends it and removes its data. */
  remove(): Promise<void>
}

/** Why there is no PostgreSQL for tests; undefined when there is. */
export const whyNoPostgres = postgresFolder() === undefined ? 'needs PostgreSQL (package postgresql)' : undefined

/** @throws Error when the programs are not there */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = postgresFolder()
  if (programs === undefined) throw new Error(whyNoPostgres)
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-postgres-'))
  const owner = ownerOfServers()
  if (owner) {
    chownSync(folder, owner.uid, owner.gid)
    chmodSync(folder, 0o700)
  }
  const data = join(folder, 'data')
  const port = await closedPort()
  // PostgreSQL refuses to run as root.
  const run = { cwd: folder, ...owner }
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
    { ...run, stdio: 'pipe' },
  )
  let server: ChildProcess | undefined
  let databases = 0
  const administer = async (statement: string) => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
    // A server that ends closes its connections with an error.
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const halt = async () => {
    if (!server || server.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
    server = undefined
  }
  const resume = async () => {
    const settings = ['fsync=off', 'shared_buffers=16MB', 'max_connections=60', `unix_socket_directories=${folder}`]
    const more = settings.flatMap((setting) => ['-c', setting])
    const started = spawn(join(programs, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...more], {
      ...run,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server = started
    let said = ''
    await new Promise<void>((resolve, reject) => {
      started.stderr.on('data', (chunk) => {
        said += chunk
        if (said.includes('ready to accept connections')) resolve()
      })
      started.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)))
    })
  }
  await resume()
  return {
    async database() {
      const name = `test_${++databases}`
      await administer(`create database ${name}`)
      return `postgres://postgres:invented-password@127.0.0.1:${port}/${name}`
    },
    halt,
    resume,
    async remove() {
      await halt()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Where `initdb` and `postgres` are; Debian keeps them out of the path. */
function postgresFolder(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
}

/** For root: the account that the package makes. */
function ownerOfServers(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
