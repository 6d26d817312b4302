import { GrammyError } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { splitText } from '../../answers/split.ts'
import type { BotSettings } from '../../config.ts'
import { UserError } from '../../library/errors.ts'
import type { Desk } from '../../live/desk.ts'
import { auditOf } from '../../operations/audit.ts'
import { errorFields, type Log } from '../../operations/log.ts'
import { chatsOf } from '../../operations/store/chats.ts'
import { eraseTraces } from '../../operations/store/erase.ts'
import { followUpsOf } from '../../operations/store/follow-ups.ts'
import { usualKeeping } from '../../operations/store/keeping.ts'
import { membersOf } from '../../operations/store/members.ts'
import { questionsOf } from '../../operations/store/questions.ts'
import { repliesOf } from '../../operations/store/replies.ts'
import { attemptsOf, createReception } from '../../reception/reception.ts'
import { visibleTo } from '../../scope.ts'
import { createBudget } from '../budget.ts'
import type { Channel, ChannelOptions } from '../channel.ts'
import { createInbox, type Task } from '../inbox.ts'
import { limitsOf, usualLimits } from '../limits.ts'
import { createLocalBudget } from '../local-budget.ts'
import { persistently } from '../persistently.ts'
import { createPlatformClock } from '../platform-clock.ts'
import type { Bot } from './bot.ts'
import { takePress } from './buttons.ts'
import { createApi, fetchFile, until } from './client.ts'
import { takeInlineQuery } from './inline.ts'
import { limits } from './limits.ts'
import { takeMembership } from './membership.ts'
import { apologise, sendAgain, takeMessage } from './messages.ts'
import { poll, pollSeconds } from './polling.ts'
import type { Unsent } from './posting.ts'
import { describeBot, describeToAdmin } from './profile.ts'
import { sendingRules } from './sending.ts'
import { wantedUpdates } from './updates.ts'
import { webhookHandler } from './webhook.ts'

export interface TelegramOptions extends ChannelOptions {
  /** Where administrators add documents and take them out. */
  readonly desk?: Desk
  /** Told how the channel is. */
  report?(state: 'starting' | 'running' | 'down'): void
}

const channel = 'telegram'
/** Longest time for one call, in seconds; a poll is held for a while on purpose. */
const callSeconds = 20
const firstContactSeconds = 8
/** Texts looked up in a minute while a person types. */
const inlineQueries = 120
const minute = 60_000
const day = 24 * 3_600_000
/** How long work in hand may take when the bot stops, in milliseconds. */
const grace = 8_000

/**
 * Starts the Telegram channel. When Telegram cannot be reached it goes on trying in the background.
 *
 * @throws UserError when Telegram refuses the token or the webhook
 */
export async function startTelegram(options: TelegramOptions): Promise<Channel> {
  const {
    settings,
    store,
    instance,
    log,
    access,
    assistant,
    knowledge,
    publicUrl,
    report = () => {},
    now = Date.now,
  } = options
  const chats = chatsOf(store, channel, now)
  const audit = auditOf(store, now)
  const keeping = options.keeping ?? usualKeeping
  const questions = questionsOf(store, now, keeping)
  const erase = async (person: string) => {
    await eraseTraces(store, { channel, id: person, settingId: person }, access.isAdmin(person))
  }
  const clock = createPlatformClock(now)
  const api = createApi(settings, callSeconds, clock.heard)
  api.config.use(sendingRules({ chats, log }))
  const stopping = new AbortController()
  let bot: Bot | undefined
  let directed = false
  /** Administrators who see their commands. */
  const greeted = new Set<number>()

  const inbox = createInbox({
    store,
    instance,
    channel,
    log,
    now,
    work: (task) => handle(bot!, task),
    failed: (task) => excuse(bot!, task),
    timeLimit: options.timeLimit,
    firstWait: options.firstWait,
  })

  async function begin(me: UserFromGetMe): Promise<void> {
    bot = {
      api,
      me,
      assistant,
      knowledge: (chat) => visibleTo(knowledge(), chat === undefined ? undefined : String(chat)),
      access,
      isAdmin: (person) => person !== undefined && access.isAdmin(person),
      greetAdmin,
      download: (file, signal) => fetchFile(api, settings, file, signal),
      ...(options.desk && { desk: options.desk }),
      chats,
      followUps: followUpsOf(store, now),
      replies: repliesOf(store, channel, now),
      log,
      platformTime: clock.now,
      now,
      reception: createReception({
        access,
        members: membersOf(store, now),
        questions,
        keeping,
        erase,
        audit,
        attempts: attemptsOf(store, channel, now),
        invitationLink: (code) => `https://t.me/${me.username}?start=moi_${code}`,
        now,
      }),
      audit,
      questions,
      limits: limitsOf(store, channel, options.limits ?? usualLimits, { now, shared: instance.shared }),
      inlineBudget: createLocalBudget(inlineQueries, minute, now),
      refusalBudget: createBudget(store, `${channel} refusal`, { most: 1, window: day, now }),
      ...(publicUrl !== undefined && { publicUrl }),
    }
    if (me.can_read_all_group_messages) log.warn('privacy mode is off: in groups the bot receives every message')
    inbox.start()
    await describeBot(api).catch((error) => log.warn('profile not set', errorFields(error)))
    for (const admin of access.admins.filter((id) => /^\d+$/.test(id))) await greetAdmin(Number(admin))
  }

  async function greetAdmin(admin: number): Promise<void> {
    if (greeted.has(admin)) return
    const greeting = describeToAdmin(api, admin, options.desk !== undefined)
    if (await greeting.catch((error) => log.warn('menu not set', errorFields(error)))) greeted.add(admin)
  }

  async function tell(person: string, text: string): Promise<void> {
    if (!bot || !/^\d+$/.test(person)) return
    const [message = ''] = splitText(text, limits.text).map(({ start, end }) => text.slice(start, end))
    await api
      .sendMessage(Number(person), message, { link_preview_options: { is_disabled: true } }, until(stopping.signal))
      .catch((error) => log.warn('notice not delivered', errorFields(error)))
  }

  /** Tells Telegram where updates go: to our address, or nowhere, so that they can be fetched. */
  async function direct(): Promise<void> {
    if (settings.mode === 'webhook') {
      options.mount?.(webhookHandler(settings.secret, inbox))
      await api.setWebhook(settings.address, { secret_token: settings.secret, allowed_updates: wantedUpdates })
    } else await api.deleteWebhook()
    directed = true
  }

  async function run(): Promise<void> {
    const { signal } = stopping
    const persistence = { channel, log, signal, refused: isRefusal }
    if (!bot) await begin(await persistently(() => api.getMe(until(signal)), persistence))
    if (!directed) await persistently(direct, persistence)
    report('running')
    if (settings.mode === 'webhook') return
    const polling = createApi(settings, pollSeconds + 15, clock.heard)
    await instance.lead('telegram polling', signal, (signal) =>
      poll({ api: polling, inbox, log, signal, report, firstWait: options.firstWait }),
    )
  }

  report('starting')
  const me = await firstContact(settings, log)
  if (me) {
    await begin(me)
    if (settings.mode === 'webhook') await direct().catch((error) => explainRefusal(error, log))
  }
  const running = run().catch((error) => {
    if (stopping.signal.aborted) return
    const invalid = error instanceof GrammyError && error.error_code === 401
    report('down')
    log.error(invalid ? 'telegram no longer takes TELEGRAM_BOT_TOKEN' : 'telegram channel failed', errorFields(error))
  })

  return {
    get name() {
      return bot && `@${bot.me.username}`
    },
    async tellAdmins(notice) {
      for (const admin of access.admins) await tell(admin, notice)
    },
    tell,
    async stop() {
      log.info('telegram channel stopping')
      stopping.abort()
      await Promise.all([running, inbox.stop(grace)])
    },
  }
}

/** Who the bot is; undefined when Telegram cannot be reached. */
async function firstContact(settings: BotSettings, log: Log): Promise<UserFromGetMe | undefined> {
  try {
    return await createApi(settings, firstContactSeconds).getMe()
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
      throw new UserError(
        'Telegram không nhận mã trong TELEGRAM_BOT_TOKEN; hãy lấy lại mã từ BotFather (/mybots → API Token).',
      )
    }
    log.warn('telegram cannot be reached yet', errorFields(error))
    return undefined
  }
}

/** Repeating does not mend what Telegram refuses for good. */
function isRefusal(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code < 500 && error.error_code !== 429
}

/** A refused address is a setting to be mended; a call that failed otherwise is made again later. */
function explainRefusal(error: unknown, log: Log): void {
  if (error instanceof GrammyError) {
    throw new UserError(`Telegram không nhận địa chỉ webhook theo PUBLIC_URL: ${error.description}`)
  }
  log.warn('webhook not set yet', errorFields(error))
}

async function handle(bot: Bot, task: Task): Promise<void> {
  // Written by `arrivalOf`, or by `post`.
  const update = JSON.parse(task.payload) as Update & { readonly unsent?: Unsent }
  if (update.unsent) return sendAgain(bot, update.unsent, task)
  if (update.message) return takeMessage(bot, update.message, false, task)
  if (update.edited_message) return takeMessage(bot, update.edited_message, true, task)
  if (update.callback_query) return takePress(bot, update.callback_query, task)
  if (update.inline_query) return takeInlineQuery(bot, update.inline_query, task)
  if (update.my_chat_member) return takeMembership(bot, update.my_chat_member, task)
}

/** A question gets an apology; a button and an inline query only stop waiting. */
async function excuse(bot: Bot, task: Task): Promise<void> {
  const { message, edited_message: edited, callback_query: press } = JSON.parse(task.payload) as Update
  if (press) await bot.api.answerCallbackQuery(press.id, { text: 'Chưa thực hiện được. Anh/chị thử lại sau ít phút.' })
  const asked = message ?? edited
  if (asked) await apologise(bot, asked, task)
}
