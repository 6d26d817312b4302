/** Who may use the bot, by the ids of `ALLOWED_CHATS` and `ADMINS` and by invitation: a person's or a group's. */
export interface Access {
  /** True when nobody is kept out. */
  readonly open: boolean
  /** Ids of the administrators, on every platform. */
  readonly admins: readonly string[]
  allows(id: number | string): Promise<boolean>
  isAdmin(id: number | string): boolean
}

/** Who joined by invitation. */
interface Joined {
  has(id: string): Promise<boolean>
}

const nobody: Joined = { has: async () => false }

/**
 * @param chats ids with a prefix for platforms other than Telegram ("zalo:…"); "everyone" lets all in, an empty list nobody at all
 * @param admins let in wherever somebody is let in
 * @param members asked for ids that stand in neither list
 */
export function accessOf(
  chats: readonly string[] | 'everyone',
  admins: readonly string[],
  members: Joined = nobody,
): Access {
  const isAdmin = (id: number | string) => admins.includes(String(id))
  if (chats === 'everyone') return { open: true, admins, allows: async () => true, isAdmin }
  const allowed = new Set(chats.length > 0 ? [...chats, ...admins] : [])
  return {
    open: false,
    admins,
    allows: async (id) => allowed.has(String(id)) || (allowed.size > 0 && members.has(String(id))),
    isAdmin,
  }
}
