import { tokenize } from '../vietnamese/tokens.ts'

/**
 * Words with which people ask and tell, and which papers do not use: that a sentence lacks them says nothing of whether it answers. Names of
 * things are not here, however rare. Single syllables are known by their diacritics only.
 */
const phrases = `
  nói, kể, khuyên, dặn, nhắc, nhắc tới, nhắc đến, nói tới, nói đến, nói rằng, cho rằng, phàn nàn, than phiền, chê, thắc mắc, bàn tới, bàn đến, nói chuyện, kể chuyện, chuyện, câu chuyện
  lời, lời nói, câu nói
  dự kiến, dự tính, ước tính, tạm tính, ước chừng, tính ra, chính xác, đúng ra, thực sự, thật sự, thực ra, thật, rốt cuộc, rốt cục, hẳn, chắc
  vừa qua, vừa rồi, mới đây, gần đây, đợt này, kỳ này, lần này, đợt vừa rồi, từ trước tới nay, đến nay, tới nay, cho đến nay, tới giờ, đến giờ, bây giờ
  cỡ, chừng, khoảng chừng, tổng cộng, cả thảy, hết thảy, tất tần tật, tối đa, tối thiểu, nhiều lắm
  xong, xong xuôi, lên, xuống, riêng, chiếc, món, phía, đằng, kiểu, dừng lại, dừng lại ở, dừng ở
  người ta, dân mình, bên mình, nhà mình, tỉnh mình, cơ quan mình
  sơ sơ, đại khái, lắp được, làm được, đạt được, có được, bỏ ra, chi ra, tốn, tốn kém
`

const light = {
  term: new Set(phrases.split(/[,\n]/).map((phrase) => formsOf(phrase, 'term'))),
  folded: new Set(
    phrases.split(/[,\n]/).flatMap((phrase) => (phrase.trim().includes(' ') ? [formsOf(phrase, 'folded')] : [])),
  ),
}
const longest = 4

/** For each word of a subject, in the form in which it is compared, whether it is of the asking and not of what is asked. */
export function lightWords(forms: readonly string[], by: 'term' | 'folded'): boolean[] {
  const found = forms.map(() => false)
  for (let at = 0; at < forms.length; at++) {
    for (let length = Math.min(longest, forms.length - at); length > 0; length--) {
      if (!light[by].has(forms.slice(at, at + length).join(' '))) continue
      found.fill(true, at, at + length)
      at += length - 1
      break
    }
  }
  return found
}

function formsOf(phrase: string, by: 'term' | 'folded'): string {
  return tokenize(phrase)
    .map((token) => token[by])
    .join(' ')
}
