import { parseArgs } from 'node:util'
import dotenv from 'dotenv'
import { createAssistant } from './assistant.ts'
import { accessOf } from './channels/access.ts'
import { chat } from './channels/terminal/chat.ts'
import { createWebServer } from './channels/web/server.ts'
import { UsageError } from './commands/ask.ts'
import { readSettings, type Settings, settingValues } from './config.ts'
import { storedConversations } from './conversations/stored.ts'
import { revisedDocuments } from './intake/versions.ts'
import { UserError } from './library/errors.ts'
import { createDesk, type Desk } from './live/desk.ts'
import { keptIn } from './live/kept.ts'
import { type LibraryOptions, type LibraryReport, type LiveLibrary, openLibrary } from './live/library.ts'
import { type MessengerParts, startMessengers } from './messengers.ts'
import { type AdminNotices, adminNotices } from './operations/admin-notices.ts'
import { auditOf } from './operations/audit.ts'
import { createHealth, type Health } from './operations/health.ts'
import { createLog, errorFields, type Log } from './operations/log.ts'
import { createMetrics } from './operations/metrics.ts'
import { progressBar } from './operations/progress.ts'
import { searchCluster } from './operations/search-cluster.ts'
import { auditSettings } from './operations/settings-audit.ts'
import { enterStore, type StoreTrouble } from './operations/store/enter.ts'
import { eraseTraces } from './operations/store/erase.ts'
import { membersOf } from './operations/store/members.ts'
import type { Store } from './operations/store/open.ts'
import { type Questions, questionsOf } from './operations/store/questions.ts'
import { rateOf } from './operations/store/rates.ts'
import { reaskGaps } from './reception/reask.ts'
import { createReception, type Reception } from './reception/reception.ts'
import { rehearse } from './rehearsal.ts'
import type { OpenSearchCluster } from './search/opensearch/cluster.ts'
import { startScreen } from './start-screen.ts'

/** What is to be done before the process ends, what began last first. */
const endings: (() => Promise<void>)[] = []

/** Composition root: reads the settings, opens the page, loads the documents, starts the other channels. */
async function start(): Promise<void> {
  dotenv.config({ quiet: true })
  const settings = readSettings(process.env)
  const folder = corpusArgument() ?? settings.corpusDir
  const log = createLog(settings.logLevel, secretsOf(settings), (line) => process.stderr.write(`${line}\n`))
  let library: LiveLibrary | undefined
  let documentsChanged = () => {}
  const loaded = () => {
    if (!library) throw new Error('asked before the documents were loaded')
    return library.knowledge()
  }
  const health = createHealth()
  // What slips through a channel's own care ends no other channel.
  process.on('unhandledRejection', (error) => log.error('failed outside of any task', errorFields(error)))
  stopOnSignals()
  const { store, instance, onTrouble, leave } = await enterStore(settings, log)
  endings.unshift(leave)
  await auditSettings(store, settingValues({ ...process.env, CORPUS_DIR: folder })).catch((error) =>
    log.error('settings not compared with those of the start before', errorFields(error)),
  )
  const stopping = new AbortController()
  endings.unshift(async () => stopping.abort())
  const notices = adminNotices(instance, log, stopping.signal)
  onTrouble((trouble) => {
    health.reportStore(trouble)
    notices.trouble('store', trouble && storeNotices[trouble])
  })
  const assistant = createAssistant(loaded, storedConversations(store, log))
  const questions = questionsOf(store, Date.now, settings.keeping)
  const metrics = createMetrics(health)
  const reception = webReception(store, questions, settings)
  const web = createWebServer({
    knowledge: () => library?.knowledge(),
    assistant,
    health,
    questions: () => questions,
    reception: () => reception,
    metrics,
    dataDir: settings.dataDir,
    ...(instance.shared && {
      sharedRate: (most: number) => rateOf(store, 'web address', { most, window: 60_000 }),
    }),
    onError: (error) => log.error('web failed', errorFields(error)),
    settings,
  })
  // The page listens before the documents are loaded, so that a taken port is told at once and `/readyz` can be asked meanwhile.
  await web.start()
  endings.unshift(() => web.stop())
  const cluster = await searchCluster(settings, health, log)
  if (cluster) endings.unshift(() => cluster.close())
  const opening = openLibrary(
    folder,
    libraryOptions(settings, log, health, notices, cluster, () => documentsChanged()),
  )
  const rehearsal = rehearse(opening).catch((error) => log.warn('not rehearsed', errorFields(error)))
  library = await opening
  await rehearsal
  endings.unshift(() => library!.stop())
  health.reportLibrary(library.report())
  const page = { name: 'trang web', address: settings.publicUrl ?? web.address }
  const tellers: MessengerParts['tellers'] = []
  const desk = deskOf(folder, library, settings, store, log)
  const messengers = await startMessengers({
    ...{ settings, log, assistant, knowledge: loaded, health, metrics, web, store, instance, notices, desk, tellers },
    onEnd: (end) => endings.unshift(end),
  })
  documentsChanged = () => void tellWhatIsAnsweredNow(questions, { assistant, settings, tellers, log })
  // Documents may have come while the bot was not running.
  documentsChanged()
  const terminal = {
    name: 'trò chuyện tại cửa sổ này',
    ...(process.stdin.isTTY
      ? { address: 'gõ câu hỏi bên dưới, “thoát” để dừng' }
      : { turnOn: 'chạy npm start trong một cửa sổ dòng lệnh' }),
  }
  console.log(startScreen(loaded(), folder, [page, ...messengers, terminal]))
  if (!process.stdin.isTTY) return
  await chat(assistant, process.stdin, process.stdout)
  await stop()
}

/** Where the library is kept between starts, and who is told what becomes of it. */
function libraryOptions(
  { dataDir, searchEngine }: Settings,
  log: Log,
  health: Health,
  notices: AdminNotices,
  cluster: OpenSearchCluster | undefined,
  changed: () => void,
): LibraryOptions {
  const tell = unreadableFiles(notices)
  return {
    engine: searchEngine,
    ...(cluster && { cluster, onPublish: progressBar('Đưa lên OpenSearch', process.stderr) }),
    ...keptIn(dataDir),
    revised: () => revisedDocuments(dataDir),
    onRead: progressBar('Đọc văn bản', process.stderr),
    onIndexed: progressBar('Lập chỉ mục', process.stderr),
    onProblem: (problem) => log.warn('index snapshot not used', { problem }),
    onReadingProblem: (problem, file) => log.warn('kept reading not used', { problem, file }),
    onReport: (report) => {
      health.reportLibrary(report)
      tell(report)
    },
    onSwap({ version, documents }, { took, ...change }) {
      log.info('library changed', { version, documents, ...change, took: Math.round(took) })
      changed()
    },
    onRefused: ({ file, reason }) => log.warn('file not read', { file, reason }),
    onTrouble: (event, error) => log.error(event, errorFields(error)),
  }
}

/** Tells administrators of each file that cannot be read, and that it is mended. */
function unreadableFiles(notices: AdminNotices): (report: LibraryReport) => void {
  let told = new Set<string>()
  return ({ problems }) => {
    const now = new Set(problems.map(({ reason }) => reason))
    for (const reason of now) notices.trouble(reason, `Có tệp trong kho chưa đọc được. ${reason}`)
    for (const reason of told) if (!now.has(reason)) notices.trouble(reason, undefined)
    told = now
  }
}

/** Where administrators hand in documents while the bot runs. */
function deskOf(folder: string, library: LiveLibrary, { dataDir }: Settings, store: Store, log: Log): Desk {
  return createDesk({
    folder,
    dataDir,
    keptFolder: keptIn(dataDir).keptFolder,
    library,
    audit: auditOf(store),
    onError: (error) => log.error('importing thread ended', errorFields(error)),
  })
}

/** Where the library keeps what it has read of each document. */
/** What administrators are told. */
const storeNotices: Readonly<Record<StoreTrouble, string>> = {
  unreachable:
    'Bot không kết nối được máy chủ PostgreSQL (DATABASE_URL). Câu hỏi gửi đến lúc này sẽ được trả lời khi kết nối lại.',
  'not-written':
    'Bot không ghi được vào thư mục dữ liệu (DATA_DIR): đĩa đầy hoặc chỉ đọc. Bot vẫn trả lời; những gì ghi nhớ từ lúc này sẽ mất nếu bot dừng trước khi đĩa ghi được.',
}

/** On the page nobody is known, so that it has no administrators; a conversation stands for a person. */
function webReception(store: Store, questions: Questions, { keeping }: Settings): Reception {
  return createReception({
    access: accessOf('everyone', []),
    members: membersOf(store),
    audit: auditOf(store),
    questions,
    keeping,
    erase: (person) =>
      eraseTraces(store, { channel: 'web', id: person.slice('web:'.length), settingId: person }, false),
    now: Date.now,
  })
}

/** Documents may have come since a question was asked in vain. To be called whenever they have changed; never rejects. */
async function tellWhatIsAnsweredNow(
  questions: Questions,
  { assistant, settings: { admins }, tellers, log }: Pick<MessengerParts, 'assistant' | 'settings' | 'tellers' | 'log'>,
): Promise<void> {
  const tell = async (admin: string, text: string) => {
    for (const teller of tellers) await teller(admin, text)
  }
  await reaskGaps({ questions, assistant, admins, tell }).catch((error) =>
    log.error('questions not asked again', errorFields(error)),
  )
}

function secretsOf({ telegram, zalo, databaseUrl, openSearchUrls = [] }: Settings): string[] {
  const ofBots = [telegram, zalo].flatMap((bot) =>
    bot ? (bot.mode === 'webhook' ? [bot.token, bot.secret] : [bot.token]) : [],
  )
  const passwords = [databaseUrl, ...openSearchUrls].flatMap((url) => (url && new URL(url).password) || [])
  return [...ofBots, ...passwords.flatMap((password) => [password, decodeURIComponent(password)])]
}

/** Lets the channels finish what they have in hand; a second signal ends the process at once. */
function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

async function stop(): Promise<void> {
  for (const end of endings.splice(0)) await end()
}

function corpusArgument(): string | undefined {
  try {
    return parseArgs({ options: { corpus: { type: 'string' } } }).values.corpus
  } catch (error) {
    throw new UsageError('Cách dùng: npm start [-- --corpus THƯ-MỤC]', { cause: error })
  }
}

start().catch(async (error: unknown) => {
  console.error(error instanceof UserError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
  await stop().catch(() => {})
})
