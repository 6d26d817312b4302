import { type FoldedText, foldText, originalText } from '../vietnamese/folded-text.ts'
import type { Span } from '../vietnamese/sentences.ts'

/** Phrases that carry a question but say nothing of its subject. Matched on the folded question before single words are looked at. */
const phrases =
  /\b(?:(?:het|ton|mat|bo ra|chi ra|gia) (?:tong cong |tat ca |khoang |chung |co )*bao nhieu(?: tien)?|(?:(?:lon|to|dai|rong|cao) )?(?:co|chung) nao|(?:xong |(?:vao |trong )?)(?:thang|quy|nam) (?:may|nao)|xong (?=(?:khi nao|bao gio|luc nao|chua|vao|truoc))|(?:noi|ke|nghe) chuyen|(?:tinh )?(?:den|toi) nay|cho (?:toi|minh|em|anh|chi|hoi|biet)(?: (?:hoi|biet|xin|la))*|xin (?:hoi|cho hoi|cho biet)|lam on|giup (?:toi|minh|em|anh|chi|voi)|(?:ban|bot|ad|anh|chi|em|moi nguoi) oi|bao nhieu|bao lau|nghe noi|(?:xem|tim|tra|hoi|lam|giup|noi|ke|chi) ho\b|hinh nhu|khi nao|bao gio|ngay nao|luc nao|hom nao|o dau|tai dau|noi (?:ve )?(?:nhung )?gi(?=\W*$)|la gi|la ai|nhung gi|cai gi|viec gi|nhu the nao|the nao|ra sao|thi sao|vi sao|tai sao|nguyen nhan (?:vi sao|nao)|ly do (?:gi|nao|vi sao)|co phai|phai khong|dung khong|dung ko|hay khong|hay chua|duoc khong|trong (?:may |cac |nhung )?(?:tai lieu|van ban|bai viet|bai bao|bai)(?: nay| do| tren)*|theo (?:tai lieu|van ban|bai viet|bai bao)|liet ke|ke ten|ke ra|tom tat|trich dan|trich nguyen van|nguyen van(?= (?:cau|doan|noi dung|dieu|khoan|muc|phan))|so sanh|trich(?= (?:cau|loi|doan|phan|y kien|phat bieu))|cau noi(?: cua| ve)?|loi (?:noi|phat bieu|nhan) (?:cua|ve)|doan noi ve|noi ve|de cap (?:den|toi)|lien quan (?:den|toi)|(?:nam|den|toi|vao) nam|ten day du|tong cong|tong so|de ra|dat ra|neu ra|dua ra|ke ra xem|cu the|bao gom|lan luot|chuc vu gi|chuc gi|giu chuc|so hieu|dia phuong nao|tinh nao|co quan nao|ben nao|noi nao|nguoi nao|don vi nao|trong may bai(?: nay)?|dung o dau|ai la nguoi|nghia la|hom nay|hien nay|hien gio|lam nhung viec gi|nhung viec gi)\b|^(?:the con|vay con|con|the|vay|roi|va|thi|u|uh|a)\s/g

/** Words of questions, forms of address and grammar, as written. */
const words = new Set(
  `à ạ ai anh ấy bạn bao bằng bị bởi bot các cái chị cho chưa chứ có còn của cùng cũng cứ dạ đang đã đâu đây để đến đi do được em gì giúp gồm hãy hay hả
  hỏi khi không ko là làm lại lúc mà mấy mình muốn nào này nè nếu nha nhé nhỉ nhiều những như nêu o ở ơi ông bà phải ra rằng rồi sao sẽ theo thế thì tới tôi
  trên trong từ và vào vậy về vì với xin đó biết bị nữa luôn vẫn xem rồi cần cũ tí chút dùm giùm mọi ạ hem hông`.split(
    /\s+/,
  ),
)
/** The same for questions typed without diacritics: only those that are hardly ever part of a subject. */
const plainWords = new Set(
  `a ah ai anh ay bao bot cac cai cho chua co con cua cung da dang den do duoc em gi gom hay khi khong ko la lai lam luc ma may minh muon nao nay ne
  nha nhe nhi nhieu nhung o oi ra roi sao se theo the thi toi trong va vao vay ve voi xin biet hoi`.split(/\s+/),
)

/** Words of two syllables of which one by itself would be grammar: "thiết bị" is not "thiết". */
const compounds =
  /(?<!\p{L})(?:(?:thiết|trang|chuẩn) bị|căn cứ|(?:văn|đồng|công|cân) bằng|bằng (?:cấp|chứng|sáng chế)|từ (?:xa|điển|thiện|chối|chức)|chứng từ|không (?:gian|khí)|hàng không|hiểu biết|nhận biết|biết chữ|hỏi đáp|học hỏi|xem xét|cần thiết|bạn đọc)(?!\p{L})/giu

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
  const whole = [...question.matchAll(compounds)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  for (const match of question.matchAll(/[\p{L}\p{M}]+/gu)) {
    const [word] = match
    if (whole.some(({ start, end }) => match.index >= start && match.index < end)) continue
    if (word !== 'AI' && grammar.has(word.toLowerCase())) kept.fill(' ', match.index, match.index + word.length)
  }
  return kept
    .join('')
    .replace(/(?<!\d),|,(?!\d)|[^\p{L}\p{M}\p{N}%/&+.,-]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])[-./&+%,]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Words that most questions about documents have, and few sentences that answer them: they select the kind of answer or of document,
 * so they count little when a sentence is compared with the subject.
 */
const general =
  /\b(?:dat(?: ra)? muc tieu|muc tieu|phan dau|dat duoc|dat|chiem|phan tram|ty le|tong cong|tong so|tong|chuong trinh hanh dong|chuong trinh|ke hoach|nghi quyet|de an|du thao|chi thi|quyet dinh|ket luan|thong bao|bao cao|van ban|tai lieu|bai viet|thuc hien|trien khai|ban hanh|quy dinh|yeu cau|tinh(?! (?:uy|hinh|trang|toan|chat|nang))|thanh pho|nam|viec|lam|phai|giao|dua ra|neu ra|so luong|toi thieu|it nhat|toi da|khoang|tren dia ban|dia ban|tien|dong|ty|trieu|mot nam|mot thang|moi|mot|muc|ho tro|chi cho|chi ra|ton|lay|dung de|hang nam|moi nam|chi tieu|noi dung|lan|bao gom|cu the|chinh thuc|hien co|dang|xong|hoan thanh|tinh den|het nam|dau nam|cuoi nam|thu hang|xep hang|xep thu|quan trong|trong tam|chu yeu|nhom|giai doan|binh quan|ca nuoc|toan quoc)\b/g

/** A subject in two: the words that name it, and the general ones. Where there are only general ones, these name it. */
export function weighSubject(subject: string): { readonly naming: string; readonly general: string } {
  const folded = foldText(subject)
  const kept = subject.split('')
  const rest = new Array<string>(kept.length).fill(' ')
  for (const match of folded.text.matchAll(general)) {
    const [start, end] = [folded.offsets[match.index]!, folded.offsets[match.index + match[0].length]!]
    for (let at = start; at < end; at++) [rest[at], kept[at]] = [kept[at]!, ' ']
  }
  const naming = kept.join('').replace(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(naming)
    ? { naming, general: rest.join('').replace(/\s+/g, ' ').trim() }
    : { naming: subject, general: '' }
}

/** The words of a subject that name it, without general ones; may be empty. */
export function namingWords(subject: string): string {
  return withoutPhrases(subject, general)
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

/** Words that only without their diacritics look like those of a phrase: "kết nối về" is not "nói về". */
const otherWords = /(?<!\p{L})n(?:ối|ội|ổi|ồi|ỗi)(?!\p{L})/iu

function blankPhrases(folded: FoldedText, blank: (start: number, end: number) => void): void {
  for (const match of folded.text.matchAll(phrases)) {
    const end = match.index + match[0].length
    if (!otherWords.test(originalText(folded, match.index, end))) blank(match.index, end)
  }
}
