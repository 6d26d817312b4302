import { fold } from '../vietnamese/normal-form.ts'
import type { Intent } from './reading.ts'

/** Greetings, thanks, calls for help, abuse, orders to the machine, other topics. Undefined when it asks about the documents. */
export function smallTalk(text: string): Intent | undefined {
  const words = fold(text)
    .replace(/[^a-z0-9\s]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words === '') return 'empty'
  for (const [intent, pattern] of patterns) if (pattern.test(words)) return intent
  const isShort = words.split(' ').length <= shortMessage
  if (rude.test(text) || (isShort && rudeWhenShort.test(text))) return 'abuse'
  return elsewhere.test(text) ? 'off-topic' : undefined
}

/** Words of a message in which an insult is most of what is said. */
const shortMessage = 8

/**
 * Whether a message holds one of some phrases: as written where it has diacritics ("con cho ý kiến" is no insult), else without any.
 * Phrases are parted by "|", and are regular expressions.
 */
function holding(phrases: string): { test(text: string): boolean } {
  const whole = (words: string) => new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${words})(?![\\p{L}\\p{M}\\d])`, 'u')
  const [written, plain] = [whole(phrases), whole(fold(phrases))]
  return {
    test(text) {
      const lower = text.normalize('NFC').toLowerCase()
      return /[^\u0000-\u007f]/.test(lower) ? written.test(lower) : plain.test(lower)
    },
  }
}

const rude = holding(
  'đồ ngu|ngu (?:thế|quá|vậy|như|vl|si|vãi)|bot ngu|ngu ngốc|óc chó|đồ vô dụng|đồ tồi|đmm|đcm|vcl|clm|địt|cút đi|mất dạy|ngu như|như cứt',
)
/** The same letters also stand in serious questions typed without diacritics: "con cho ý kiến", "do điện lực". */
const rudeWhenShort = holding(
  'con chó(?! ý kiến| biết| phép| vay| thuê| các| người)|đồ điên(?! lực| biên| tử| năng)|khùng à|vô dụng|đồ thô|dở ẹc|đồ tệ|tệ quá|rác rưởi|như hạch|chán quá',
)

const elsewhere = holding(
  'giá vàng|giá xăng|giá usd|tỷ giá (?:usd|đô|ngoại tệ|hôm nay)|thời tiết (?:hôm nay|ngày mai|mai|thế nào|ra sao)|dự báo mưa|bóng đá|kết quả trận|xổ số|kết quả xổ số|tử vi|cung hoàng đạo|nấu ăn|công thức nấu|cách nấu|ca sĩ|bài hát|bitcoin|crypto|người yêu|bạn gái|bạn trai|truyện cười|kể chuyện|may tuổi|(?:ăn|hôm nay ăn|trưa nay ăn) gì ngon|ăn trưa|vé máy bay|khách sạn nào',
)

const people =
  '(?: (?:anh|chi|em|ban|b|bot|ad|admin|ca nha|moi nguoi|cac|dong chi|quy vi|tro ly|ah|nhe|nha|a|oi|minh|nhieu|rat|lam|qua|vi da|giup|da|ho tro|tra loi|du roi|the thoi|vay thoi|the la du|vay la du|duoc roi|nhieu nhe))*'

/** Tried in this order on the folded message without punctuation. */
const patterns: readonly (readonly [Intent, RegExp])[] = [
  [
    'greeting',
    new RegExp(
      `^(?:(?:xin|kinh|da|em) )*(?:chao|hello|hi|helo|alo|hey)(?: co ai (?:khong|o day khong|day khong))?(?: buoi (?:sang|trua|chieu|toi))?${people}(?: (?:buoi |ngay )?(?:sang|trua|chieu|toi|moi)(?: (?:tot lanh|vui ve))?)?${people}$`,
    ),
  ],
  [
    'thanks',
    new RegExp(
      `^(?:(?:ok|oke|okay|okie|vang|da|uh|um|tot|hay|tuyet|tuyet voi|duoc roi|roi|minh hieu roi|hieu roi|ro roi|em|anh|chi|minh|a) )*(?:xin )?(?:cam on|thanks|thank you|thank|tks|thks|cam ta)${people}$`,
    ),
  ],
  [
    'thanks',
    /^(?:ok|oke|okay|okie|vang|da vang|ro|da ro|hieu roi|duoc roi|tot lam|tam biet|bye|bye bye|hen gap lai)(?: (?:nhe|nha|a|ban|bot|anh|chi|em))*$/,
  ],
  [
    'help',
    /^(?:(?:ban|bot|em|may|chatbot|tro ly)(?: nay)? )?(?:co the |co |biet )?(?:lam|giup|tra loi|ho tro|tra cuu)(?: (?:duoc|toi|minh|cho toi|cho minh))*(?: (?:nhung|cai))* gi(?: (?:vay|the|cho toi|cho minh|nhi|a|nao|duoc))*$/,
  ],
  [
    'help',
    /^(?:(?:ban|bot|em|ad) )?(?:huong dan|chi|bay|giup)(?: (?:cho|giup|toi|minh|em|anh|chi))* cach (?:hoi|dung|su dung|tra cuu)(?: \S+){0,3}$/,
  ],
  [
    'help',
    /^(?:tro giup|huong dan|help|start|menu|huong dan su dung|cach (?:su )?dung|(?:su )?dung (?:the nao|sao|lam sao)|(?:ban|bot|em) la (?:ai|gi)|hoi (?:the nao|gi duoc|nhu the nao)|(?:toi|minh) (?:co the )?hoi (?:duoc )?(?:nhung )?gi.{0,20}|(?:(?:o day|cho nay|kenh nay|day) )?(?:co the )?(?:hoi|tra cuu|tra|xem)(?: duoc)?(?: (?:nhung|cac|ve))* gi(?: (?:the|vay|a|nhi|duoc|o day|nao))*)$/,
  ],
  [
    'instruction',
    /\b(?:bo qua|phot lo|quen (?:het|di)|ignore|disregard|forget)\b.{0,60}\b(?:huong dan|chi thi|quy tac|lenh|chi dan|yeu cau truoc|instructions?|rules?|prompt)\b|^(?:system|admin|developer|root|assistant)\b.{0,80}\b(?:bo qua|tra loi|in|ignore|quen|noi)\b|^(?:hay |ban |bot |em )*bo qua (?:het |moi |cac |toan bo )*(?:tai lieu|van ban)\b.{0,40}\b(?:tra loi|noi|khang dinh|viet)\b|\bquen (?:het|di)(?: (?:moi|cac|nhung|tat ca))* (?:quy dinh|vai tro)\b|\b(?:viet|soan)(?: (?:cho|giup) (?:toi|minh|em|anh|chi))+ (?:mot |1 )?(?:cau|bai|doan)\b|\b(?:system prompt|prompt he thong|jailbreak|developer mode|che do nha phat trien|dong vai|gia vo|gia lam|dong gia|hay dong|act as|pretend)\b|\b(?:tu gio|tu bay gio|ke tu gio) (?:ban|bot|em|may) la\b|\bkhong (?:bi )?gioi han\b.{0,30}\b(?:hay|ban)\b|\b(?:in ra|liet ke|doc|xuat|noi|cho (?:toi |minh )?(?:xem|biet)|tiet lo|hien thi|gui|dump|print|show)\b.{0,60}\b(?:token|mat khau|password|api key|khoa bi mat|cau hinh|bien moi truong|ma nguon|env|secret)\b|\b(?:token|mat khau|api key) (?:cua )?(?:bot|ban|he thong)\b|\b(?:drop table|rm rf|select from|script alert)\b/,
  ],
  [
    'instruction',
    /^(?:hay )?(?:viet|soan|lam|sang tac|dich|tao|ve|code|lap trinh)(?: (?:cho|giup) (?:toi|minh|em|anh|chi))?(?: (?:mot|1|bai|doan|cai|ho))* (?:tho|van|truyen|code|chuong trinh python|email|thu|bai phat bieu|bai hat|tieu luan|bao cao|cong van|to trinh|ke hoach|bai|sang tieng anh|doan van)\b/,
  ],
]
