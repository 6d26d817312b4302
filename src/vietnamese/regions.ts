import { fold } from './normal-form.ts'

/** Regions that places are ranked within, by the folded words that name them. */
const regions: readonly (readonly [region: string, words: RegExp])[] = [
  ['Đồng bằng sông Cửu Long', /\b(?:dong bang song cuu long|dbscl|mien tay nam bo|tay nam bo)\b/],
  ['Đồng bằng sông Hồng', /\b(?:dong bang song hong|dbsh)\b/],
  ['Tây Nguyên', /\btay nguyen\b/],
  ['Đông Nam Bộ', /\b(?:dong nam bo|dnb)\b/],
  ['Trung du và miền núi phía Bắc', /\b(?:trung du(?: va)? mien nui|mien nui phia bac|tdmnpb)\b/],
  ['Tây Bắc', /\btay bac\b/],
  ['Đông Bắc', /\bdong bac\b/],
  ['Bắc Trung Bộ', /\bbac trung bo\b/],
  ['Nam Trung Bộ', /\bnam trung bo\b/],
  ['Duyên hải miền Trung', /\b(?:duyen hai(?: mien trung)?|mien trung)\b/],
  ['miền Bắc', /\bmien bac\b/],
  ['miền Nam', /\bmien nam\b/],
  ['ASEAN', /\b(?:asean|dong nam a)\b/],
  ['châu Á', /\bchau a\b/],
  ['thế giới', /\b(?:the gioi|toan cau)\b/],
]

/** The regions that a text names, each by its full name, in no order of the text. */
export function regionsIn(text: string): string[] {
  const folded = fold(text)
  return regions.flatMap(([region, words]) => (words.test(folded) ? [region] : []))
}
