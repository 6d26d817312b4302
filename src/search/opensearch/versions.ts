import type { Client } from '@opensearch-project/opensearch'
import type { CorpusIndex } from '../corpus-index.ts'
import { priorsOf } from '../legal-force.ts'
import { entryOf, fillingSettings, indexBody, servingSettings, type VersionNotes, wordName } from './layout.ts'
import { load, type Operation } from './loading.ts'
import type { PassageKeys } from './passage-keys.ts'
import { termsByPassage } from './passage-terms.ts'

/** One version of the corpus that is to be searched. */
export interface Version {
  readonly index: CorpusIndex
  readonly keys: PassageKeys
}

/** From this share of changed passages on, building anew is better: the mean lengths that impacts are made with have moved. */
const mostChanged = 0.25

/** An unfinished index that nobody has completed for so long is what is left of a build that died, in milliseconds. */
const abandoned = 3_600_000

/** An index that is in part on no node for so long is lost, in seconds: nodes that start open what they hold sooner. */
const lostAfter = 15

/** A second copy is waited for no longer, in seconds: with too few nodes there never is one. */
const copyPatience = 60

/** Others may be building the same version: so often it is looked at again. */
const rounds = 3

/**
 * Brings a version into the cluster and points the alias at it. Every version has an index of its own, named by its content and never
 * changed once it is complete: a new one is made beside the old one, from a copy of it when little has changed, and the alias
 * moves in one step when all passages are in. A build that fails moves nothing; the next one goes on where it stopped. Instances that build
 * the same version fill the same index, as each passage has one name.
 *
 * @param alias names the corpus in the cluster
 * @returns the name of the version's index
 */
export async function publish(
  client: Client,
  alias: string,
  version: Version,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<string> {
  const name = `${alias}-${version.keys.version}`
  const notes = await usable(client, name)
  const before = await indexBehind(client, alias)
  if (!notes?.complete) {
    const made = notes ?? (await makeIndex(client, name, before, version.keys))
    await fill(client, name, version, onProgress)
    await copy(client, name)
    await client.indices.putMapping({ index: name, body: { _meta: { ...made, complete: true } } })
  }
  if (before !== name) {
    await client.indices.updateAliases({
      body: {
        actions: [
          ...(before === undefined ? [] : [{ remove: { index: `${alias}-*`, alias } }]),
          { add: { index: name, alias } },
        ],
      },
    })
    await removeOthers(client, alias, [name, before])
  }
  return name
}

/** An index for the version: a copy of the one before when most passages stay, else an empty one. */
async function makeIndex(
  client: Client,
  name: string,
  before: string | undefined,
  keys: PassageKeys,
): Promise<VersionNotes> {
  const old = before === undefined ? undefined : await usable(client, before)
  if (before !== undefined && old?.complete) {
    const held = await namesIn(client, before)
    const gone = held.filter((each) => keys.slotOf(each) < 0).length
    const changed = old.changed + gone + (keys.size - (held.length - gone))
    if (changed <= keys.size * mostChanged) {
      const notes = { complete: false, changed }
      await unlessThere(async () => {
        await client.indices.putSettings({ index: before, body: { 'index.blocks.write': true } })
        const settings = { index: { ...fillingSettings, 'blocks.write': false } }
        await client.indices.clone({ index: before, target: name, body: { settings } })
        await client.indices.putMapping({ index: name, body: { _meta: notes } })
      })
      return notes
    }
  }
  const notes = { complete: false, changed: 0 }
  await unlessThere(() => client.indices.create({ index: name, body: indexBody(keys.size, notes) }))
  return notes
}

/** Puts in what is missing and takes out what does not belong, until the index holds the version's passages and no others. */
async function fill(
  client: Client,
  name: string,
  version: Version,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await client.indices.refresh({ index: name })
    const held = await namesIn(client, name)
    const strange = held.filter((each) => version.keys.slotOf(each) < 0)
    const missing = Math.max(0, version.keys.size - (held.length - strange.length))
    if (strange.length + missing === 0) return
    const total = strange.length + missing
    await load(client, name, operations(version, new Set(held), strange), (done) =>
      onProgress(Math.min(done, total), total),
    )
  }
  await client.indices.refresh({ index: name })
  const held = await namesIn(client, name)
  if (held.length !== version.keys.size) {
    throw new Error(`${name} holds ${held.length} passages instead of ${version.keys.size}`)
  }
}

/** Has a full index copied to a second node, so that one may be lost. */
async function copy(client: Client, name: string): Promise<void> {
  await client.indices.flush({ index: name })
  await client.indices.putSettings({ index: name, body: { index: servingSettings } })
  await client.cluster.health(
    { index: name, wait_for_status: 'green', timeout: `${copyPatience}s` },
    { ignore: [408], requestTimeout: (copyPatience + 30) * 1000 },
  )
}

async function* operations(
  { index, keys }: Version,
  held: ReadonlySet<string>,
  strange: readonly string[],
): AsyncGenerator<Operation> {
  for (const _id of strange) yield { action: { delete: { _id } } }
  const priors = priorsOf(index)
  const named = (word: number) => JSON.stringify(wordName(index.vocabulary.wordOf(word))).slice(1, -1)
  let first = 0
  for (const segment of index.segments) {
    const missing: number[] = []
    for (let local = 0; local < segment.passages; local++) {
      const name = keys.nameOf(first + local)
      if (name !== undefined && !held.has(name)) missing.push(local)
    }
    const termsOf = missing.length > 0 ? await termsByPassage(segment, named) : () => '{}'
    for (const local of missing) {
      const slot = first + local
      const entry = entryOf(index.passages[slot]!.document, termsOf(local), priors[slot]!, slot)
      yield { action: { create: { _id: keys.nameOf(slot)! } }, entry }
    }
    first += segment.passages
  }
}

/** The names of all passages in an index. */
async function namesIn(client: Client, index: string): Promise<string[]> {
  const names: string[] = []
  const pages = client.helpers.scrollSearch({ index, size: 10_000, body: { sort: ['_doc'], _source: false } })
  for await (const { body } of pages) names.push(...body.hits.hits.map(({ _id }: { _id: string }) => _id))
  return names
}

/** What an index says of itself; undefined when there is none. One that is lost, as with the only node that held it, is removed. */
async function usable(client: Client, index: string): Promise<VersionNotes | undefined> {
  const notes = await notesOf(client, index)
  if (notes === undefined) return undefined
  const { body } = await client.cluster.health(
    { index, wait_for_status: 'yellow', timeout: `${lostAfter}s` },
    { ignore: [408] },
  )
  if (body.status !== 'red' || body.initializing_shards > 0) return notes
  await client.indices.delete({ index, ignore_unavailable: true })
  return undefined
}

/** What an index says of itself; undefined when there is none. */
async function notesOf(client: Client, index: string): Promise<VersionNotes | undefined> {
  const { body, statusCode } = await client.indices.getMapping({ index }, { ignore: [404] })
  if (statusCode === 404) return undefined
  // Written by `indexBody` and `publish`.
  return body[index]?.mappings._meta as VersionNotes | undefined
}

/** The index that the alias names now. */
async function indexBehind(client: Client, alias: string): Promise<string | undefined> {
  const { body, statusCode } = await client.indices.getAlias({ name: alias }, { ignore: [404] })
  return statusCode === 404 ? undefined : Object.keys(body)[0]
}

/** Removes versions but the named ones: instances that have not loaded the new documents yet still ask for the one before. */
async function removeOthers(client: Client, alias: string, kept: readonly (string | undefined)[]): Promise<void> {
  const { body } = await client.indices.getSettings({ index: `${alias}-*` })
  for (const [index, { settings }] of Object.entries(body)) {
    if (kept.includes(index)) continue
    const age = Date.now() - Number(settings?.index?.creation_date ?? Date.now())
    const complete = (await notesOf(client, index))?.complete ?? true
    if (complete || age > abandoned) await client.indices.delete({ index, ignore_unavailable: true })
  }
}

/** Does what another instance may be doing at the same moment. */
async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make()
  } catch (error) {
    if (!/resource_already_exists_exception/.test(String(error))) throw error
  }
}
