import type { Assistant } from './assistant.ts'
import { type Access, accessOf } from './channels/access.ts'
import type { Channel, ChannelOptions } from './channels/channel.ts'
import { counted } from './channels/counted.ts'
import { startTelegram } from './channels/telegram/channel.ts'
import type { WebServer } from './channels/web/server.ts'
import { startZalo } from './channels/zalo/channel.ts'
import type { BotSettings, Settings } from './config.ts'
import type { Knowledge } from './knowledge.ts'
import type { Desk } from './live/desk.ts'
import type { AdminNotices } from './operations/admin-notices.ts'
import type { ChannelHealth, Health } from './operations/health.ts'
import type { Log } from './operations/log.ts'
import type { Metrics } from './operations/metrics.ts'
import type { Instance } from './operations/store/instances.ts'
import { membersOf } from './operations/store/members.ts'
import type { Store } from './operations/store/open.ts'
import type { ChannelState } from './start-screen.ts'

/** What the messengers are made of. */
export interface MessengerParts {
  readonly settings: Settings
  readonly log: Log
  readonly assistant: Assistant
  readonly knowledge: () => Knowledge
  readonly health: Health
  readonly metrics: Metrics
  readonly web: WebServer
  readonly store: Store
  readonly instance: Instance
  readonly notices: AdminNotices
  /** Where administrators hand in documents. */
  readonly desk: Desk
  /** Told what one administrator is to know; each leaves aside those of other platforms. */
  readonly tellers: ((admin: string, text: string) => Promise<void>)[]
  /** To be done before the process ends. */
  onEnd(end: () => Promise<void>): void
}

/** Starts the messengers that are configured, one after the other, and tells how each of them is or what turns it on. */
export async function startMessengers(parts: MessengerParts): Promise<ChannelState[]> {
  return [await telegramState(parts), await zaloState(parts)]
}

async function telegramState(parts: MessengerParts): Promise<ChannelState> {
  const name = 'Telegram'
  const { telegram } = parts.settings
  if (!telegram) return { name, turnOn: 'đặt TELEGRAM_BOT_TOKEN trong tệp .env (mã lấy từ BotFather)' }
  const options = optionsOf(parts, 'telegram', name, telegram)
  const channel = await startTelegram({ ...options, desk: parts.desk })
  join(parts, channel)
  return { name, address: reachOf(channel.name ?? unreached(name), options.access) }
}

async function zaloState(parts: MessengerParts): Promise<ChannelState> {
  const name = 'Zalo'
  const { zalo } = parts.settings
  if (!zalo) return { name, turnOn: 'đặt ZALO_BOT_TOKEN trong tệp .env (mã lấy từ Zalo Bot Creator)' }
  const options = optionsOf(parts, 'zalo', name, zalo)
  const channel = await startZalo(options)
  join(parts, channel)
  if (channel.refusal !== undefined) return { name, turnOn: channel.refusal }
  const reach = [channel.name ?? unreached(name), channel.remark].filter(Boolean).join('; ')
  return { name, address: reachOf(reach, options.access) }
}

/** What every messenger is started with. */
function optionsOf(
  { settings, health, notices, web, metrics, assistant, knowledge, store, instance, log }: MessengerParts,
  channel: 'telegram' | 'zalo',
  name: string,
  bot: BotSettings,
): ChannelOptions & { report(state: ChannelHealth): void } {
  const { publicUrl, limits, keeping, allowedChats, admins } = settings
  return {
    settings: bot,
    store,
    instance,
    assistant: counted(assistant, channel, metrics),
    knowledge,
    access: accessOf(allowedChats, admins, membersOf(store)),
    limits,
    keeping,
    log,
    report: reporter(channel, name, health, notices),
    mount: (handler) => web.mount(`/webhooks/${channel}`, handler),
    ...(publicUrl !== undefined && { publicUrl }),
  }
}

/** Lets a running messenger be stopped, and be spoken through to administrators. */
function join({ notices, tellers, onEnd }: MessengerParts, channel: Channel): void {
  onEnd(() => channel.stop())
  notices.through((notice) => channel.tellAdmins(notice))
  tellers.push(channel.tell)
}

function unreached(name: string): string {
  return `chưa kết nối được với ${name}, đang thử lại`
}

function reachOf(reach: string, access: Access): string {
  return access.open ? `${reach}; AI CŨNG HỎI ĐƯỢC (đặt ALLOWED_CHATS để giới hạn)` : reach
}

/** Tells of a channel that people cannot reach: to `/readyz` at once, to administrators through the others when it lasts. */
function reporter(channel: string, name: string, health: Health, notices: AdminNotices) {
  return (state: ChannelHealth) => {
    health.reportChannel(channel, state)
    const trouble = `Bot không liên lạc được với ${name}; đang thử lại. Câu hỏi riêng gửi đến lúc này sẽ được trả lời muộn.`
    if (state === 'down') notices.trouble(channel, trouble)
    else if (state === 'running') notices.trouble(channel, undefined)
  }
}
