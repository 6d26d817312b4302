import type { Answer } from '../src/answers/answer.ts'
import { judgeDoer } from './claimed-deed.ts'
import { judgeDay } from './claimed-event.ts'
import { judgeOffice } from './claimed-office.ts'
import { daysClaimed, judgeIssueDay, judgeIssuer } from './claimed-paper.ts'
import { judgeRank } from './claimed-rank.ts'
import { judgeClaim } from './claims.ts'
import type { Request } from './handler.ts'
import { answerYesNo } from './yes-no.ts'

/**
 * "Đúng" or "Chưa đúng" to what a question claims; undefined when the documents decide nothing. A claim about a year is judged by facts, which know the years of headings; others by the words
 * beside the number first.
 */
export async function judgeYesNo(request: Request): Promise<Answer | undefined> {
  const named =
    judgeIssuer(request) ??
    judgeIssueDay(request) ??
    (await judgeDay(request)) ??
    judgeRank(request) ??
    judgeDoer(request) ??
    (await judgeOffice(request))
  if (named || daysClaimed(request.reading).length > 0) return named
  if (request.reading.years.length > 0) return answerYesNo(request) ?? (await judgeClaim(request))
  return (await judgeClaim(request)) ?? answerYesNo(request)
}
