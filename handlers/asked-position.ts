import { placeNumber } from '../src/vietnamese/ordinals.ts'

/** A place in a ranking that a folded question names. */
export interface AskedPosition {
  readonly position: number | 'last'
  /** Where the words for it stand. */
  readonly start: number
  readonly end: number
}

const first =
  /\b(?:(?<!nguoi )(?:dung|xep|o|giu|chiem|gianh|ve)(?: (?:o|vi tri|hang|ngoi|ngoi vi))* (?:dau(?! (?:tien|tu|moi|nam|vao))(?: bang)?|(?:thu )?nhat|so (?:1|mot)|quan quan)|dan dau|dau bang|xep dau|(?:hang|thu|vi tri|top) (?:thu )?(?:nhat|1)(?![\d.,/])|quan quan|ngoi dau|(?:cao|tot) nhat)\b/
const last =
  /\b(?:(?:dung|xep|o|ve|vi tri|hang|roi xuong|tut xuong)(?: (?:o|vi tri|hang|thu|thu hang))* (?:chot|cuoi(?! (?:nam|thang|ky|quy))(?: cung)?|bet|day)(?: bang)?|(?:chot|cuoi|bet|day) bang|(?<!chuyen )doi so|(?:thap|kem) nhat)\b/
const other =
  /\b(?:xep|dung|hang|vi tri|thu|giu|o|ve|len)(?: (?:hang|thu|vi tri|thu hang|o))* (?<position>\d{1,3}|nhi|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b(?:\/\d{1,3})?(?!\s?(?:[\d%]|\.\d|,\d|diem|tinh|huyen|nam|thang|bac))/

/** The places that a folded question asks for or claims: one, or the first and the last. */
export function positionsIn(folded: string): AskedPosition[] {
  if (notRanked.test(folded)) return []
  const ends = (
    [
      [first.exec(folded), 1],
      [last.exec(folded), 'last'],
    ] as const
  ).flatMap(([match, position]) =>
    match ? [{ position, start: match.index, end: match.index + match[0].length }] : [],
  )
  if (ends.length > 0) return ends
  const match = other.exec(folded)
  if (!match || !/\b(?:hang|thu|vi tri)\b/.test(match[0])) return []
  const { position = '' } = match.groups ?? {}
  return [{ position: placeNumber(position)!, start: match.index, end: match.index + match[0].length }]
}

/** Heads of bodies, groups and aims are no places of a ranking. */
const notRanked =
  /\b(?:ai|nguoi) (?:la nguoi )?dung dau\b|\bnhom\b|\btop (?!1\b)\d|\bphan dau\b|\bmuc tieu\b|\bchi tieu\b/

const noun =
  /\b(tinh thanh|tinh|thanh pho|dia phuong|huyen|thi xa|quan|xa|phuong|so|ban|nganh|bo|don vi|co quan|vung|nuoc|quoc gia|truong)(?: (?:thanh pho|thanh|nganh|thi xa|ban nganh))* nao\b/

/** "Tỉnh nào", "sở, ngành nào": the noun, where a folded question asks who holds a place. */
export function unitAsked(folded: string): string | undefined {
  return positionsIn(folded).length > 0 ? noun.exec(folded)?.[1] : undefined
}
