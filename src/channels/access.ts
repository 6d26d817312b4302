/** Who may use the bot, by the ids of `ALLOWED_CHATS` and `ADMINS`: a person's or a group's. */
export interface Access {
  /** True when nobody is kept out. */
  readonly open: boolean
  allows(id: number | string): boolean
}

/**
 * @param chats ids with a prefix for platforms other than Telegram ("zalo:…"); "everyone" lets all in
 * @param admins let in wherever somebody is let in
 */
export function accessOf(chats: readonly string[] | 'everyone', admins: readonly string[]): Access {
  if (chats === 'everyone') return { open: true, allows: () => true }
  const allowed = new Set(chats.length > 0 ? [...chats, ...admins] : [])
  return { open: false, allows: (id) => allowed.has(String(id)) }
}
