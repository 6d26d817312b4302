import { fold } from '../src/vietnamese/normal-form.ts'
import { findPlaces } from '../src/vietnamese/places.ts'

/** Kinds of what is ranked. */
export type UnitKind = 'province' | 'district' | 'commune' | 'department' | 'ministry' | 'region' | 'country' | 'body'

const cities = /^(?:thanh pho|tp\.?|thu do)\s+(?:ha noi|ho chi minh|hcm|hai phong|da nang|can tho)$/

const byBeginning: readonly (readonly [UnitKind, RegExp])[] = [
  ['district', /^(?:huyen|thi xa|quan)\b/],
  ['commune', /^(?:xa|phuong|thi tran|dac khu)\b/],
  ['department', /^(?:so|ban|van phong|thanh tra|chi cuc|cong an)\b/],
  ['ministry', /^(?:bo|ngan hang nha nuoc|uy ban dan toc|thanh tra chinh phu|kiem toan)\b/],
  [
    'region',
    /^(?:vung|mien|dong bang|tay nguyen|trung du|duyen hai|tay bac|dong (?:bac|nam bo)|bac trung|nam trung)\b/,
  ],
  [
    'body',
    /^(?:truong|benh vien|tap doan|tong cong ty|cong ty|bao hiem|kho bac|cuc|trung tam|vien|dai hoc|ngan hang)\b/,
  ],
]

/** What the heading of a column of names, or the noun of a question, stands for. */
const byNoun: readonly (readonly [UnitKind, RegExp])[] = [
  ['district', /\b(?:huyen|thi xa|quan)\b/],
  ['commune', /\b(?:xa|phuong|thi tran)\b/],
  ['department', /\b(?:so|ban|nganh)\b/],
  ['ministry', /\bbo\b/],
  ['province', /\b(?:tinh|thanh pho)\b/],
  ['region', /\bvung\b/],
  ['country', /\b(?:nuoc|quoc gia)\b/],
]

/**
 * What a name is the name of; undefined where that cannot be told.
 *
 * @param heading of the column it stands in
 */
export function kindOfUnit(name: string, heading?: string): UnitKind | undefined {
  const folded = fold(name)
  const own = byBeginning.find(([, words]) => words.test(folded))?.[0]
  if (own) return own
  if (heading !== undefined) {
    const noun = byNoun.find(([, words]) => words.test(fold(heading)))?.[0]
    if (noun) return noun
  }
  if (/^(?:thanh pho|tp\.?)\s/.test(folded) && !cities.test(folded)) return 'district'
  if (findPlaces(name).some(({ raw }) => bareName(raw) === bareName(name))) return 'province'
  return undefined
}

/** Which kinds "tỉnh nào", "địa phương nào", "đơn vị nào" may mean; undefined for all. */
export function kindsAsked(noun: string): readonly (UnitKind | undefined)[] | undefined {
  if (/^(?:tinh|tinh thanh)$/.test(noun)) return ['province']
  if (noun === 'thanh pho') return ['province', 'district']
  if (noun === 'dia phuong') return ['province', 'district', 'commune', undefined]
  if (/^(?:don vi|co quan)$/.test(noun)) return undefined
  const kind = byNoun.find(([, words]) => words.test(noun))?.[0]
  return kind === undefined
    ? undefined
    : kind === 'country'
      ? ['country', undefined]
      : [kind, ...(kind === 'district' ? [undefined] : [])]
}

/** A name without "tỉnh", "huyện" or "thành phố", folded. */
export function bareName(name: string): string {
  return fold(name)
    .replace(/^(?:tinh|thanh pho|tp\.?|huyen|thi xa|quan|xa|phuong|thi tran|dac khu|vung|thu do)\s+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
