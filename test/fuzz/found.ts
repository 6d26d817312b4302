/** An input that broke a property, and the seed it came from. Both are tried again in every run. */
interface Found {
  /** The name of the property. */
  readonly property: string
  readonly seed: number
  /** The smallest input that broke it. */
  readonly input: unknown
  /** What it broke, in a few words. */
  readonly broke: string
}

export const found: readonly Found[] = [
  {
    property: 'a question alone',
    seed: -1254369417,
    input: 'constructor Cai có đặt mục tiêu phủ 5G hết trung tâm xã không?',
    broke: 'a word that is the name of a property of every object',
  },
  {
    property: 'a question alone',
    seed: -1141639389,
    input: 'cửa khẩu số Cao Bằng làm ở những cửa khẩu nào',
    broke: 'a list quoted with its opening words, whose code did not reopen it',
  },
  {
    property: 'a delivery of Telegram',
    seed: 1,
    input: '{"update_id":1,"message":{}}',
    broke: 'a message without a chat',
  },
  {
    property: 'a delivery of Telegram',
    seed: 2,
    input: '{"update_id":2,"message":{"chat":{"id":5},"is_topic_message":true}}',
    broke: 'a message in a topic that is not named',
  },
  {
    property: 'a question alone',
    seed: -1656560208,
    input: '/vanban 99999999999 \udc00 ',
    broke: 'half a character, repeated in an answer that platforms refuse',
  },
  {
    property: 'reading a question',
    seed: -1861800269,
    input: ` ${'dc '.repeat(999)}\u0000`,
    broke: 'short forms that grow when they are written out',
  },
  {
    property: 'a conversation',
    seed: 20261122,
    input: ['Nghị quyết chuyển đổi số của Lào Cai có mấy nhóm nhiệm vụ?', '\u0000 thực hiện NQ57 của Quảng Trị số mấy'],
    broke: 'a part quoted without its number, whose code did not reopen it',
  },
  {
    property: 'a question alone',
    seed: 20261122,
    input: 'mục tiêu đến năm 2025 của đề án Kon Tum',
    broke: 'a question that a document asks, quoted with its answer, whose code did not reopen them',
  },
]
