const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const
const date = new Intl.DateTimeFormat('vi-VN', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' })
const time = new Intl.DateTimeFormat('vi-VN', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** "22/11/2026", in Vietnam's time. @param at milliseconds since the epoch */
export function shownDate(at: number): string {
  return date.format(at)
}

/** "14:30 ngày 22/11/2026", in Vietnam's time. @param at milliseconds since the epoch */
export function shownTime(at: number): string {
  return `${time.format(at)} ngày ${date.format(at)}`
}
