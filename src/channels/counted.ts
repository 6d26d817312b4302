import type { Assistant } from '../assistant.ts'
import type { Metrics } from '../operations/metrics.ts'

/** The assistant, with every question of a channel counted. */
export function counted(assistant: Assistant, channel: string, metrics: Pick<Metrics, 'asked'>): Assistant {
  return {
    async ask(question) {
      const began = performance.now()
      const took = () => (performance.now() - began) / 1000
      try {
        const answer = await assistant.ask(question)
        metrics.asked(channel, answer.outcome, took())
        return answer
      } catch (error) {
        metrics.asked(channel, 'failed', took())
        throw error
      }
    },
  }
}
