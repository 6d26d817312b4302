import { splitText } from '../../answers/split.ts'
import { auditOf } from '../../operations/audit.ts'
import type { ChannelHealth } from '../../operations/health.ts'
import { errorFields } from '../../operations/log.ts'
import { chatsOf } from '../../operations/store/chats.ts'
import { eraseTraces } from '../../operations/store/erase.ts'
import { usualKeeping } from '../../operations/store/keeping.ts'
import { membersOf } from '../../operations/store/members.ts'
import { questionsOf } from '../../operations/store/questions.ts'
import { holdOf } from '../../operations/store/rates.ts'
import { sentMessagesOf } from '../../operations/store/sent-messages.ts'
import { attemptsOf, createReception } from '../../reception/reception.ts'
import { visibleTo } from '../../scope.ts'
import { createBudget } from '../budget.ts'
import type { Channel, ChannelOptions } from '../channel.ts'
import { createInbox, type Task } from '../inbox.ts'
import { limitsOf, usualLimits } from '../limits.ts'
import { persistently } from '../persistently.ts'
import { createPlatformClock } from '../platform-clock.ts'
import { type Bot, settingId } from './bot.ts'
import { createZaloClient, type ZaloAccount, ZaloError, type ZaloWebhook } from './client.ts'
import { menusOf } from './menus.ts'
import { apologise, sendAgain, takeEvent, type Unsent } from './messages.ts'
import { createPlan } from './plan.ts'
import { poll } from './polling.ts'
import { longestText } from './rendering.ts'
import { createSender } from './sending.ts'
import type { ZaloEvent } from './updates.ts'
import { webhookHandler } from './webhook.ts'

export interface ZaloOptions extends ChannelOptions {
  /** Told how the channel is. */
  report?(state: ChannelHealth): void
}

/** The running channel. */
export interface Zalo extends Channel {
  /** What the person who starts it should know, in a line. */
  readonly remark: string | undefined
  /** Why the channel does not run and will not, in a sentence. */
  readonly refusal: string | undefined
}

const channel = 'zalo'
const firstContactSeconds = 8
const day = 24 * 3_600_000
/** How long work in hand may take when the bot stops, in milliseconds. */
const grace = 8_000

const tokenRefused = 'Zalo không nhận mã trong ZALO_BOT_TOKEN; hãy lấy lại mã trong Zalo Bot Creator.'

/** Starts the Zalo channel. When Zalo cannot be reached it goes on trying; when Zalo refuses the token or the address it stays off. */
export async function startZalo(options: ZaloOptions): Promise<Zalo> {
  const { settings, store, instance, log, access, assistant, knowledge, publicUrl, now = Date.now } = options
  const clock = createPlatformClock(now)
  const client = createZaloClient(settings, { heard: clock.heard })
  const audit = auditOf(store, now)
  const keeping = options.keeping ?? usualKeeping
  const questions = questionsOf(store, now, keeping)
  const erase = async (person: string) => {
    const id = person.slice(settingId('').length)
    await eraseTraces(store, { channel, id, settingId: person }, access.isAdmin(person))
  }
  const stopping = new AbortController()
  let bot: Bot | undefined
  let remark: string | undefined
  let refusal: string | undefined
  let directed = false
  let connection: ChannelHealth = 'starting'
  let quotaUsedUp = false
  const report = () => options.report?.(connection === 'running' && quotaUsedUp ? 'quota' : connection)
  const connect = (state: ChannelHealth) => {
    connection = state
    report()
  }

  const inbox = createInbox({
    store,
    instance,
    channel,
    log,
    now,
    work: (task) => watched(handle(bot!, task)),
    failed: (task) => watched(excuse(bot!, task)),
    timeLimit: options.timeLimit,
    firstWait: options.firstWait,
  })

  /** A refused token ends the channel wherever it shows. */
  async function watched(work: Promise<void>): Promise<void> {
    await work.catch((error) => {
      if (!isTokenRefusal(error)) throw error
      end(error)
    })
  }

  /** Said once; what ends because of it says nothing more. */
  function end(error: unknown): void {
    if (stopping.signal.aborted) return
    refusal = refusalOf(error, directed)
    log.error(refusal ?? 'zalo channel failed', refusal === undefined ? errorFields(error) : {})
    connect('down')
    stopping.abort()
    void inbox.stop(0)
  }

  async function begin(me: ZaloAccount): Promise<void> {
    const count = createPlan({ sent: sentMessagesOf(store, channel, now), log, now, tell: tellAdmins })
    const sender = createSender({
      client,
      log,
      now,
      quota(usedUp) {
        quotaUsedUp = usedUp
        report()
      },
      ...(instance.shared && { shared: holdOf(store, `${channel} plan`) }),
      // A count that cannot be written keeps no answer back.
      sent: ({ chat, group }) =>
        count(chat, group).catch((error) => log.error('sent message not counted', errorFields(error))),
    })
    bot = {
      sender,
      names: [me.display_name, me.account_name].flatMap((name) => name || []),
      assistant,
      knowledge: (chat) => visibleTo(knowledge(), settingId(chat)),
      access,
      chats: chatsOf(store, channel, now),
      menus: menusOf(store, now),
      platformTime: clock.now,
      now,
      reception: createReception({
        access,
        members: membersOf(store, now),
        questions,
        audit,
        keeping,
        erase,
        attempts: attemptsOf(store, channel, now),
        now,
      }),
      audit,
      questions,
      log,
      limits: limitsOf(store, channel, options.limits ?? usualLimits, { now, shared: instance.shared }),
      refusalBudget: createBudget(store, `${channel} refusal`, { most: 1, window: day, now }),
      ...(publicUrl !== undefined && { publicUrl }),
    }
    if (me.can_join_groups === false) {
      remark = 'bot này chưa được phép vào nhóm'
      log.info('the bot cannot join groups (can_join_groups: false)')
    }
    inbox.start()
  }

  /** A bot reaches only people who wrote to it; what is told stands in the log too. */
  async function tellAdmins(notice: string): Promise<void> {
    for (const admin of access.admins) await tell(admin, notice)
  }

  async function tell(person: string, text: string): Promise<void> {
    const prefix = settingId('')
    if (!person.startsWith(prefix)) return
    const target = { chat: person.slice(prefix.length), group: false }
    for (const { start, end } of splitText(text, longestText)) {
      const sent = await bot?.sender.send(target, { text: text.slice(start, end), styles: [] }, stopping.signal)
      if (sent !== 'sent') return
    }
  }

  /** Tells Zalo where events go: to our address, or nowhere, so that they can be fetched. */
  async function direct(): Promise<void> {
    const { signal } = stopping
    if (settings.mode === 'webhook') {
      options.mount?.(webhookHandler(settings.secret, inbox))
      const warning = verificationWarning(await client.setWebhook(settings.address, settings.secret, signal))
      if (warning !== undefined) {
        remark = [remark, warning].filter(Boolean).join('; ')
        log.warn(warning)
      }
    } else if ((await client.getWebhookInfo(signal)).url !== '') await client.deleteWebhook(signal)
    directed = true
  }

  async function run(): Promise<void> {
    const { signal } = stopping
    const persistence = { channel, log, signal, refused: isRefusal }
    if (!bot) await begin(await persistently(() => client.getMe(signal), persistence))
    if (!directed) await persistently(direct, persistence)
    connect('running')
    if (settings.mode === 'webhook') return
    await instance.lead('zalo polling', signal, (signal) =>
      poll({ client, inbox, log, signal, report: connect, firstWait: options.firstWait }),
    )
  }

  connect('starting')
  try {
    await begin(await client.getMe(AbortSignal.timeout(firstContactSeconds * 1000)))
    await direct()
  } catch (error) {
    if (isRefusal(error)) end(error)
    else log.warn('zalo cannot be reached yet', errorFields(error))
  }
  const running = stopping.signal.aborted ? Promise.resolve() : run().catch(end)

  return {
    get name() {
      return bot?.names[0]
    },
    get remark() {
      return remark
    },
    get refusal() {
      return refusal
    },
    tellAdmins,
    tell,
    async stop() {
      log.info('zalo channel stopping')
      stopping.abort()
      await Promise.all([running, inbox.stop(grace)])
    },
  }
}

/** Repeating does not mend what Zalo refuses for good; its 403 stands for a fault of its own, 426 for a limit of the day. */
function isRefusal(error: unknown): boolean {
  return error instanceof ZaloError && [400, 401, 404].includes(error.code)
}

function isTokenRefusal(error: unknown): boolean {
  return error instanceof ZaloError && error.code === 401
}

function refusalOf(error: unknown, directed: boolean): string | undefined {
  if (isTokenRefusal(error)) return tokenRefused
  if (directed || !(error instanceof ZaloError)) return undefined
  return `Zalo từ chối ${error.method}: ${error.description}; hãy kiểm tra ZALO_BOT_TOKEN, ZALO_API_ROOT và PUBLIC_URL.`
}

/** The address is kept even when Zalo could not reach it. */
function verificationWarning({ verification }: ZaloWebhook): string | undefined {
  if (verification?.ok !== false) return undefined
  const outcome = verification.outcome === undefined ? '' : ` (${verification.outcome})`
  return `Zalo chưa gọi được địa chỉ webhook${outcome}; xem máy chủ phía trước`
}

/** Written by `arrivalOf`, or when an answer could not be sent. */
function contentOf({ payload }: Task): ZaloEvent | { readonly unsent: Unsent } {
  return JSON.parse(payload) as ZaloEvent | { readonly unsent: Unsent }
}

async function handle(bot: Bot, task: Task): Promise<void> {
  const content = contentOf(task)
  return 'unsent' in content ? sendAgain(bot, content.unsent, task) : takeEvent(bot, content, task)
}

async function excuse(bot: Bot, task: Task): Promise<void> {
  const content = contentOf(task)
  if (!('unsent' in content)) await apologise(bot, content, task)
}
