import type { Ask } from './reading.ts'

/**
 * What the words of a question ask for. Patterns are matched on the folded question, most telling first, so that "số hiệu" is found
 * before "số" and "bao nhiêu phần trăm" before "bao nhiêu".
 */
const patterns: readonly (readonly [Ask, RegExp])[] = [
  [
    'source',
    /^(?:nguon(?: dau| nao| o dau| gi)?|trich tu dau|lay (?:o|tu) dau|can cu (?:dau|nao)|theo (?:tai lieu|van ban) nao|dan nguon|ai (?:noi|bao|phat bieu|khang dinh|viet) (?:vay|the|nhu vay|nhu the|cau (?:do|nay)|dieu (?:do|nay)))\b/,
  ],
  [
    'definition',
    /\b(?:nghia la gi|co nghia (?:la )?gi|viet tat|la tu gi|la chu gi|la cum tu gi|dich ra|ky hieu .{1,12} la gi|duoc hieu la)\b/,
  ],
  [
    'quote',
    /\b(?:trich(?: dan)?|(?:dan|doc|ghi|xem|chep|noi) nguyen van|nguyen van (?:cau|doan|noi dung|dieu|khoan|muc|phan)|tung chu|doc (?:lai )?(?:cau|doan))\b/,
  ],
  [
    'summary',
    /\b(?:tom tat|tom luoc|tom lai|noi dung chinh|noi dung co ban|noi dung chu yeu|y chinh|khai quat|noi (?:ve )?(?:nhung )?gi\W*$|co (?:nhung )?noi dung gi|noi dung (?:la )?gi)\b/,
  ],
  [
    'comparison',
    /\b(?:so sanh|so voi|khac (?:nhau|gi|biet)|giong (?:nhau|gi)|(?:cao|thap|nhieu|it|lon|nho)(?: (?:kinh phi|von|tien|ngan sach))? hon|tot hon|hon khong|hay la|doi chieu|tinh nao (?:dat|co|xep|de) .*(?:hon|nhat))\b/,
  ],
  [
    'overview',
    /\b(?:(?:nhung|cac|bao nhieu|may) (?:tinh|dia phuong|noi)(?: thanh)?(?: pho)? (?:nao|co|da)|tinh nao (?:co|da|cung)|(?:nhung|cac|bao nhieu|may) (?:tai lieu|van ban|bai viet)|danh sach (?:tai lieu|van ban)|(?:tai lieu|van ban|bai viet) nao (?:noi|de cap|co|(?:la )?(?:moi|cu|gan day) nhat|(?:van |dang |con )*(?:la |o dang )?(?:ban )?du thao|(?:da|chua) (?:duoc )?(?:ban hanh|ky)))\b/,
  ],
  [
    'status',
    /\b(?:(?:ban hanh|thong qua|phe duyet|ky|hieu luc|chinh thuc|trinh)\s+(?:hay )?chua|con la du thao|la du thao (?:hay|khong|a|phai)|du thao hay|tinh trang|hieu luc khong|chinh thuc hay)\b/,
  ],
  [
    'number',
    /\b(?:so hieu|so ky hieu|(?:mang|la) so (?:may|bao nhieu|nao|gi)|(?:van ban|nghi quyet|ke hoach|chuong trinh(?: hanh dong)?|quyet dinh|chi thi|ket luan|nghi dinh|thong tu|luat|de an|to trinh|huong dan|quy dinh|quy che|cong dien|cthd|ctr|nq|qd|kh|kl|tb|cv|bc|ttr|thong bao|bao cao|cong van)(?: [a-z0-9/.-]+){0,16}(?<! (?:chi|diem|doi|dan|he|tong|ky|ham|an|thong|thu|te|nen tang|hoi|quyen|ky nang|nang|y)) so (?:may|bao nhieu|nao)|^so (?:may|bao nhieu|nao(?! (?:chu tri|phoi hop|tham muu|thuc hien|lam|phu trach|duoc|co|quan ly|bao cao|tham dinh|chiu|se|phai|dau moi|nao)))|(?:van ban|nghi quyet|ke hoach|chuong trinh|quyet dinh|chi thi|ket luan|nghi dinh|thong tu|luat|nq|qd|ct|kl|nd|kh|ctr|cthd) (?:so )?nao)\b/,
  ],
  [
    'title',
    /\b(?:ten day du|ten goi|ten (?:la )?gi|ten cua|ve viec gi|ve van de gi|ve (?:noi dung|linh vuc) gi|tieu de|trich yeu|ve (?:cai )?gi$|noi ve (?:viec|van de) gi|quy dinh ve gi)\b/,
  ],
  [
    'issuer',
    /\b(?:ai ban hanh|(?:co quan|don vi|cap|noi|to chuc) nao (?:da )?(?:ban hanh|ra)|do (?:ai|co quan nao|don vi nao|cap nao) (?:ban hanh|ra)|cua (?:ai|co quan nao|cap nao|don vi nao)(?: ban h)?|co quan ban hanh|noi ban hanh|nguoi ban hanh)\b/,
  ],
  [
    'rank',
    /\b(?:xep (?:hang|thu|vi tri|o vi tri|may|cuoi|chot|bet|dau)|dan dau|(?:chot|cuoi|dau|bet) bang|(?<!chuyen )doi so|thu hang|hang (?:may|bao nhieu)|dung (?:thu|hang|vi tri|o dau|dau|cuoi|chot|bet)|vi tri (?:thu|may|bao nhieu)|top may|top bao nhieu|thu may|thu bao nhieu|tang hay giam|(?:tang|giam|tut|len|xuong) (?:may|bao nhieu) bac|len hay xuong|tut (?:may|hang)|xep hang|(?:tang|giam|tut|len|xuong)(?: hang)?(?: (?:nhieu|manh|it|sau))?(?: bac)? nhat|(?:chi so|xep|hang)(?: \S+){0,6} (?:cao|thap|tot|kem) (?:nhat|hon))\b/,
  ],
  [
    'date',
    /\b(?:khi nao|bao gio|ngay nao|ngay may|ngay bao nhieu|hom nao|luc nao|thoi gian nao|thoi diem nao|chung nao|thang (?:nao|may)|nam (?:nao|may)|quy (?:nao|may)|ngay thang|may gio|han (?:chot|cuoi|hoan thanh)|thoi han|ngay ban hanh|ngay ky|vao ngay)\b/,
  ],
  [
    'reason',
    /\b(?:vi sao|tai sao|vi ly do|ly do (?:gi|nao|vi sao)|nguyen nhan|do dau|sao lai|vi dau)\b|^(?:ma |the |vay )?sao\b(?= .*\b(?:khong|chua|lai|phai|bi|van|con|it|kem|cham|tut|giam|thap|cao|tang)\b)/,
  ],
  ['venue', /\b(?:(?<!dung )(?<!hang )o dau|tai dau|dia diem|cho nao|noi nao|hop o dau|o tinh nao)\b/],
  ['role', /\b(?:chuc (?:vu|danh)?\s*gi|giu chuc|chuc vu|lam chuc|la ai|vai tro|dam nhiem|lam gi$|cong tac o dau)\b/],
  ['signer', /\b(?:ai (?:la nguoi )?(?:da )?ky|nguoi ky|ky boi|ky ten|do ai ky)\b/],
  [
    'agency',
    /\b(?:(?:co quan|don vi|to chuc|so|(?<!van )ban|bo|nganh|phong|chi cuc|doanh nghiep) nao (?!ban hanh|ra\b)|giao cho (?:ai|don vi|co quan)|(?:ai|don vi nao|co quan nao) (?:(?:la nguoi |la don vi )?duoc (?:giao|phan cong|yeu cau)|chu tri|phoi hop|tham muu|thuc hien|phu trach|chiu trach nhiem|tham dinh|giam sat|theo doi|kiem tra|lam chu dau tu|quan ly)|(?:chu tri|phoi hop(?: voi)?|thuc hien|dau moi|phu trach|chu dau tu) (?:la )?(?:ai|boi ai|nhung ai))\b/,
  ],
  ['person', /\b(?:ai|nguoi nao|ong nao|ba nao|dong chi nao|vi nao|lanh dao nao|chu tri boi)\b/],
  [
    'percent',
    /(?:\b(?:bao nhieu|may) ?(?:phan tram|%)|\bt[yi] (?:le|trong) (?:bao nhieu|la|may)|\bt[yi] (?:le|trong)\b[^,;?]{0,80}\bbao nhieu(?=\W*(?:$|[,;]|(?:thi|va|vao|trong|nam|den)\b))|(?<!\d ?)(?:phan tram|%))/,
  ],
  [
    'money',
    /\b(?:tong muc dau tu|tong kinh phi|tong von|von dau tu|kinh phi|muc ho tro)\W*$|\b(?:bao nhieu|may) (?:tien|(?:ty|trieu|nghin)(?! (?:lao dong|nguoi|dan|luot|ho|tai khoan|thue bao|cay|tan|con|giao dich|ho so|khach))|dong|kinh phi|von)\b|(?<!\b(?:danh|tham|quoc|chuyen|dinh) )\b(?:gia(?: ca| tien| cuoc)?|von(?: [a-z]+){0,2}|het|ton(?! (?:tai|dong|kho|vinh|giao))|bo ra|chi ra) (?:la |khoang |chung |tong cong |co )?bao nhieu(?=\W*(?:$|[,;]|(?:mot|moi|cho|de|tu|trong|vao|thi|va)\b))|\b(?:(?:so|het|ton(?! (?:tai|dong|kho|vinh|giao))|chi|mat) tien|kinh phi|ton(?! (?:tai|dong|kho|vinh|giao))|chi phi|muc ho tro|muc chi|tong muc dau tu|tong von|von dau tu|so von|nguon von|ngan sach|hoc phi|le phi)\b.*\b(?:bao nhieu|may|the nao|ra sao|la)\b/,
  ],
  [
    'count',
    /\b(?:bao nhieu|may|so luong|tong so|tong cong|dem|(?:lon|to|dai|rong|cao) (?:co|chung|bang) nao|quy mo (?:the nao|ra sao))\b/,
  ],
  [
    'list',
    /\b(?:liet ke|ke ten|ke ra|neu (?:cac|ten|ro|ra)|gom (?:nhung )?(?:gi|ai|cai gi)|bao gom|(?:nhung|cac) .{1,60} nao|la nhung|la (?:cac )?\S+ nao|nhung gi|co gi|va la gi|la gi va|(?:\d{1,3}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:nhom|nhiem vu|giai phap|chi tieu|muc tieu|linh vuc|tru cot|dot pha|nganh|quan diem|nguyen tac|noi dung|yeu cau|viec|de an|chuong trinh|du an|don vi|huyen|xa|kho khan|thach thuc|bai hoc|kinh nghiem|han che|ton tai|nguyen nhan|ly do|kien nghi|de xuat|uu tien|van de|bien phap|huong|khau|diem|tieu chi) .*la (?:gi|nhung)|cu the (?:la|gom|tung|cac)|tung (?:nhom|nhiem vu|giai phap|chi tieu|muc tieu|muc|noi dung|y) (?:la )?gi)\b|^\W*(?:\d{1,2}|hai|ba|bon|sau|bay|tam|chin|muoi) [a-z]+(?: [a-z]+){0,3}\W* (?:la (?:gi|nhung)|gom)\b/,
  ],
  ['target', /\b(?:muc tieu|phan dau|chi tieu|dat (?:gi|duoc gi|muc)|dinh huong|tam nhin|se (?:dat|co) gi)\b/],
]

/** "Giám đốc Sở … tên gì": a person's name, not a title. */
const nameOfHolder =
  /\b(?:giam doc|chu tich|bi thu|truong (?:ban|phong|doan)|pho|chanh|cuc truong|bo truong|thu truong|ong|ba|nguoi|dong chi|phong vien|tac gia)\b.*\bten (?:la )?gi\b/

/** Key words for a sum of money: "kinh phí năm 2024 của kế hoạch …". */
const amountAlone = /^(?:tong )?(?:kinh phi|nhu cau von|tong von|du toan|muc dau tu)\b/

/** @param folded the question in lower case without diacritics */
export function asksOf(folded: string): Ask[] {
  const asks = patterns.filter(([, pattern]) => pattern.test(folded)).map(([ask]) => ask)
  if (asks.length === 0 && amountAlone.test(folded)) return ['money']
  return asks.includes('title') && nameOfHolder.test(folded)
    ? [...asks.filter((ask) => ask !== 'title' && ask !== 'person'), 'person']
    : asks
}

/** A polite particle at the end asks for yes or no only where nothing else is asked. */
const whWords =
  /\b(?:bao nhieu|may|nao|gi|ai|dau|sao|bao gio|the nao|liet ke|ke ten|tom tat|cho (?:toi|minh|em) (?:hoi|biet)|cam on|chao)\b/

/** Whether the question wants yes or no. */
export function isYesNo(folded: string): boolean {
  if (/(?<!\bchau )\b(?:a|ha)\W*$/.test(folded) && !whWords.test(folded)) return true
  // "Có tỉnh nào … không" looks for one: what is found is no verdict.
  if (/\bco (?:[a-z]+ ){1,4}nao\b/.test(folded)) return false
  return /(?:\b(?:dung|phai|duoc|that) (?:khong|chua|ko|k|hong|ha)\b|\b(?:co|da|duoc)\b.+\b(?:khong|chua|ko|hong)\W*$|^co phai\b|\bcu phai\b|\bdung la\b.+\bkhong\b|\b(?:a|ha|nhi|chu)\?$)/.test(
    folded,
  )
}
