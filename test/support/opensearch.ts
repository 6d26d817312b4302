import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { closedPort } from './closed-port.ts'

/** Where `.ci/fetch-opensearch` puts the server. */
const home = process.env.OPENSEARCH_HOME || join(tmpdir(), 'opensearch-2.19.6')

/** The server refuses to run as root. */
const nobody = 65_534

/** Patience with a node that starts, in milliseconds: two processors may be busy with other tests. */
const patience = 240_000

/** Why tests that need a real server cannot run here; undefined when they can. */
export function openSearchMissing(): string | undefined {
  if (!existsSync(join(home, 'modules/mapper-extras'))) return 'no OpenSearch here; .ci/fetch-opensearch brings it'
  return spawnSync('java', ['-version']).status === 0 ? undefined : 'no Java here'
}

/** A real cluster on loopback: every node a process of its own. */
export interface Cluster {
  /** The nodes' addresses. */
  readonly urls: readonly string[]
  /** Ends a node at once, as when its machine loses power. */
  kill(node: number): Promise<void>
  /** Stops a node where it stands: it keeps its connections and answers nothing, until `thaw`. */
  freeze(node: number): void
  thaw(node: number): void
  /** Starts a killed node again with what it has on disk. Resolves when it is back in a cluster that is whole. */
  revive(node: number): Promise<void>
  /** @param path with its query, `body` as JSON or lines of JSON */
  ask(path: string, method?: string, body?: string): Promise<unknown>
  stop(): Promise<void>
}

/**
 * Starts a cluster and waits until it is whole.
 * @param settings of every node, besides the usual ones
 */
export async function startCluster(
  nodes = 1,
  heapMB = 512,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'opensearch-'))
  const parts: Node[] = []
  for (let i = 0; i < nodes; i++) {
    parts.push({
      name: `n${i}`,
      folder: join(folder, `n${i}`),
      http: await closedPort(),
      transport: await closedPort(),
    })
  }
  if (process.getuid?.() === 0) chownSync(folder, nobody, nobody)
  for (const node of parts) prepare(node, parts, settings)
  const processes = parts.map((node) => startNode(node, heapMB))
  const urls = parts.map(({ http }) => `http://127.0.0.1:${http}`)
  const cluster: Cluster = {
    urls,
    async kill(node) {
      processes[node]!.kill('SIGKILL')
      await ended(processes[node]!)
    },
    freeze: (node) => void processes[node]!.kill('SIGSTOP'),
    thaw: (node) => void processes[node]!.kill('SIGCONT'),
    async revive(node) {
      processes[node] = startNode(parts[node]!, heapMB)
      await whole(urls[node]!, nodes, processes[node]!)
    },
    async ask(path, method = 'GET', body) {
      const response = await fetch(`${urls[0]}${path}`, {
        method,
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/x-ndjson' } }),
      })
      return response.json()
    },
    async stop() {
      for (const process of processes) process.kill('SIGKILL')
      await Promise.all(processes.map(ended))
      rmSync(folder, { recursive: true, force: true })
    },
  }
  try {
    for (const [i, url] of urls.entries()) await whole(url, nodes, processes[i]!)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster
}

interface Node {
  readonly name: string
  readonly folder: string
  readonly http: number
  readonly transport: number
}

function prepare(
  { name, folder, http, transport }: Node,
  all: readonly Node[],
  more: Readonly<Record<string, unknown>>,
): void {
  for (const part of ['config', 'data', 'logs']) mkdirSync(join(folder, part), { recursive: true })
  const settings = {
    'cluster.name': 'hoi-dap-van-ban-test',
    'node.name': name,
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'network.host': '127.0.0.1',
    'http.port': http,
    'transport.port': transport,
    'discovery.seed_hosts': all.map((each) => `127.0.0.1:${each.transport}`),
    'cluster.initial_cluster_manager_nodes': all.map((each) => each.name),
    'cluster.routing.allocation.disk.threshold_enabled': false,
    'node.store.allow_mmap': false,
    ...more,
  }
  const lines = Object.entries(settings).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  writeFileSync(join(folder, 'config/opensearch.yml'), lines.join(''))
  writeFileSync(
    join(folder, 'config/log4j2.properties'),
    'rootLogger.level = warn\nappender.console.type = Console\nappender.console.name = console\nrootLogger.appenderRef.console.ref = console\n',
  )
  if (process.getuid?.() !== 0) return
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(folder, path), nobody, nobody)
  }
}

function startNode({ folder }: Node, heapMB: number): ChildProcess {
  const options = [
    `-Xms${heapMB}m`,
    `-Xmx${heapMB}m`,
    '-XX:+UseSerialGC',
    '-Djava.security.manager=allow',
    `-Djava.io.tmpdir=${folder}/data`,
    `-Dopensearch.path.home=${home}`,
    `-Dopensearch.path.conf=${folder}/config`,
    '-Dopensearch.distribution.type=zip',
    ...['-cp', `${home}/lib/*`, 'org.opensearch.bootstrap.OpenSearch'],
  ]
  const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  return spawn('java', options, { cwd: folder, stdio: 'ignore', ...asNobody })
}

/** Resolves when all nodes have met and every shard is where it should be. */
async function whole(url: string, nodes: number, process: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience
  const wanted = `wait_for_nodes=${nodes}&wait_for_status=green&wait_for_no_initializing_shards=true&timeout=20s`
  while (process.exitCode === null && Date.now() < deadline) {
    const health = await fetch(`${url}/_cluster/health?${wanted}`).catch(() => undefined)
    if (health?.ok) return
    await sleep(500)
  }
  throw new Error(`the OpenSearch node on ${url} did not become green`)
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')
}
