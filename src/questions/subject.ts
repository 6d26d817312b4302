import { type FoldedText, foldText } from '../vietnamese/folded-text.ts'
import type { Span } from '../vietnamese/sentences.ts'

/** Phrases that carry a question but say nothing of its subject. Matched on the folded question before single words are looked at. */
const phrases =
  /\b(?:cho (?:toi|minh|em|anh|chi|hoi|biet)(?: (?:hoi|biet|xin|la))*|xin (?:hoi|cho hoi|cho biet)|lam on|giup (?:toi|minh|em|anh|chi|voi)|(?:ban|bot|ad|anh|chi|em|moi nguoi) oi|bao nhieu|khi nao|bao gio|ngay nao|luc nao|hom nao|o dau|tai dau|la gi|la ai|nhung gi|cai gi|viec gi|nhu the nao|the nao|ra sao|thi sao|vi sao|tai sao|co phai|phai khong|dung khong|dung ko|hay khong|hay chua|duoc khong|trong (?:may |cac |nhung )?(?:tai lieu|van ban|bai viet|bai bao|bai)(?: nay| do| tren)*|theo (?:tai lieu|van ban|bai viet|bai bao)|liet ke|ke ten|ke ra|tom tat|trich dan|trich nguyen van|nguyen van(?= (?:cau|doan|noi dung|dieu|khoan|muc|phan))|so sanh|cau noi ve|doan noi ve|noi ve|de cap (?:den|toi)|lien quan (?:den|toi)|(?:nam|den|toi|vao) nam|ten day du|tong cong|tong so|cu the|bao gom|lan luot|chuc vu gi|chuc gi|giu chuc|so hieu|dia phuong nao|tinh nao|co quan nao|nguoi nao)\b/g

/** Words of questions, forms of address and grammar, as written. */
const words = new Set(
  `à ạ ai anh ấy bạn bao bằng bị bởi bot các cái chị cho chưa chứ có còn của cùng cũng cứ dạ đang đã đâu đây để đến đi do được em gì giúp gồm hãy hay hả
  hỏi khi không ko là làm lại lúc mà mấy mình muốn nào này nè nếu nha nhé nhỉ nhiều những như nêu ở ơi ông bà phải ra rằng rồi sao sẽ theo thế thì tới tôi
  trên trong từ và vào vậy về vì với xin đó biết bị nữa luôn vẫn ra`.split(/\s+/),
)
/** The same for questions typed without diacritics: only those that are hardly ever part of a subject. */
const plainWords = new Set(
  `a ah ai anh ay bao bot cac cai cho chua co con cua cung da dang den do duoc em gi gom hay khi khong ko la lai lam luc ma may minh muon nao nay ne
  nha nhe nhi nhieu nhung o oi ra roi sao se theo the thi toi trong va vao vay ve voi xin biet hoi`.split(/\s+/),
)

/** The subject of a question: its words without question words, address and grammar, and without the spans already understood. */
export function subjectOf(question: string, understood: readonly Span[]): string {
  const kept = question.split('')
  const folded = foldText(question)
  const blank = (start: number, end: number) => {
    for (let at = folded.offsets[start]!; at < folded.offsets[end]!; at++) kept[at] = ' '
  }
  for (const { start, end } of understood) for (let at = start; at < end; at++) kept[at] = ' '
  blankPhrases(folded, blank)
  const grammar = /[^\u0000-\u007f]/.test(question) ? words : plainWords
  for (const match of question.matchAll(/[\p{L}\p{M}]+/gu)) {
    const [word] = match
    if (word !== 'AI' && grammar.has(word.toLowerCase())) kept.fill(' ', match.index, match.index + word.length)
  }
  return kept
    .join('')
    .replace(/[^\p{L}\p{M}\p{N}%/&+.-]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])[-./&+%]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A subject without the phrases of a pattern, which is matched on its folded form. */
export function withoutPhrases(subject: string, pattern: RegExp): string {
  const folded = foldText(subject)
  const kept = subject.split('')
  for (const match of folded.text.matchAll(pattern)) {
    kept.fill(' ', folded.offsets[match.index], folded.offsets[match.index + match[0].length])
  }
  return kept.join('').replace(/\s+/g, ' ').trim()
}

function blankPhrases(folded: FoldedText, blank: (start: number, end: number) => void): void {
  for (const match of folded.text.matchAll(phrases)) blank(match.index, match.index + match[0].length)
}
