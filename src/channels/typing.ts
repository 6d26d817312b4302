/** Work shorter than this shows no sign of typing; the sign is repeated because platforms let it lapse. Milliseconds. */
const after = 1_000
const again = 4_500

/** Does the work and shows a sign of typing while it takes long. The sign may fail. */
export async function whileTyping<T>(show: () => Promise<unknown>, work: Promise<T>): Promise<T> {
  const sign = () => void show().catch(() => {})
  let repeating: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    sign()
    repeating = setInterval(sign, again)
  }, after)
  try {
    return await work
  } finally {
    clearTimeout(first)
    clearInterval(repeating)
  }
}
