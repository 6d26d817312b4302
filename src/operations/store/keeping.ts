/** How long is kept what people say and do, in days. */
export interface Keeping {
  /** 0: questions are not kept once they are answered. */
  readonly questionsDays: number
  readonly auditDays: number
}

/** Unless the settings say otherwise. */
export const usualKeeping: Keeping = { questionsDays: 30, auditDays: 365 }
