/** Quality of one ranked list against the graded answers of its question. */
export interface Quality {
  readonly ndcg10: number
  readonly mrr10: number
  readonly recall1: number
  readonly recall5: number
  readonly recall10: number
  readonly recall20: number
  readonly recall100: number
}

/** Normalised discounted cumulative gain and reciprocal rank over ten, share of the answers found at several depths. */
export function qualityOf(ranked: readonly string[], relevant: ReadonlyMap<string, number>): Quality {
  const gains = ranked.map((id) => relevant.get(id) ?? 0)
  const best = [...relevant.values()].sort((a, b) => b - a)
  const first = gains.findIndex((gain) => gain > 0)
  const recall = (depth: number) => gains.slice(0, depth).filter((gain) => gain > 0).length / relevant.size
  return {
    ndcg10: discounted(gains) / discounted(best),
    mrr10: first >= 0 && first < 10 ? 1 / (first + 1) : 0,
    recall1: recall(1),
    recall5: recall(5),
    recall10: recall(10),
    recall20: recall(20),
    recall100: recall(100),
  }
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)
}

/** The mean of each measure. */
export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (name: keyof Quality) => round(all.reduce((sum, each) => sum + each[name], 0) / (all.length || 1), 4)
  return {
    ndcg10: mean('ndcg10'),
    mrr10: mean('mrr10'),
    recall1: mean('recall1'),
    recall5: mean('recall5'),
    recall10: mean('recall10'),
    recall20: mean('recall20'),
    recall100: mean('recall100'),
  }
}

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0, 3)
}

export function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
