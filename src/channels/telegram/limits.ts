/** What Telegram takes, and what suits its screens. Lengths in UTF-16 units unless said otherwise. */
export const limits = {
  text: 4096,
  /** Callback data, inline result ids and offsets, in bytes. */
  data: 64,
  copyText: 256,
  callbackAnswer: 200,
  buttonText: 40,
  resultTitle: 60,
  resultDescription: 110,
  description: 512,
  shortDescription: 120,
  /** Bytes of a file that a bot can fetch. */
  download: 20 * 1024 * 1024,
} as const
