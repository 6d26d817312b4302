import { fold } from '../src/vietnamese/normal-form.ts'

/** Bodies that issue papers, folded; the first pattern that fits says which one is meant. */
const families: readonly (readonly [string, RegExp])[] = [
  ['bo chinh tri', /\b(?:bo chinh tri|bct)\b/],
  ['ban bi thu', /\bban bi thu\b/],
  ['trung uong', /\b(?:ban chap hanh|bch|hoi nghi lan thu .{1,20}) trung uong\b|\bbch tw\b/],
  ['ban thuong vu', /\b(?:ban thuong vu|btv)\b/],
  ['tinh uy', /\btinh uy\b|\b(?:ban chap hanh|bch) (?:dang bo )?tinh\b|\b(?:ban chap hanh|bch) dang bo\b/],
  ['thanh uy', /\bthanh uy\b/],
  ['huyen uy', /\b(?:huyen|quan|thi) uy\b/],
  ['dang uy', /\bdang uy\b/],
  ['uy ban thuong vu quoc hoi', /\buy ban thuong vu quoc hoi\b/],
  ['quoc hoi', /\bquoc hoi\b/],
  ['thu tuong', /\bthu tuong\b/],
  ['chinh phu', /\bchinh phu\b/],
  ['hdnd', /\b(?:hdnd|hoi dong nhan dan)\b/],
  ['chu tich ubnd', /\bchu tich (?:ubnd|uy ban nhan dan)\b/],
  ['ubnd', /\b(?:ubnd|uy ban nhan dan)\b/],
]

const levels = /\b(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)\b/

/** Pairs that a press article names for one another, so that neither proves the other wrong. */
const loosely: readonly (readonly [string, string])[] = [
  ['ban thuong vu', 'tinh uy'],
  ['ban thuong vu', 'thanh uy'],
  ['ban thuong vu', 'huyen uy'],
  ['chu tich ubnd', 'ubnd'],
]

/** Ministries, departments and the like, whose names tell them apart. */
const office = /\b(?:bo|so|cuc|ban|van phong|vu|tong cuc|hoi|truong|cong an|thanh tra|tong lien doan|lien doan)\b/

/** What a paper does or is, behind the name of a body or a province; typed plainly, names have some of these words too. */
const deed =
  /(?<!\p{L})(?:giao|giữ|làm|là|đạt|có|phải|được|yêu cầu|quy định|phân công|đề nghị|chủ trì|phối hợp|đến năm|nêu|cho|đưa|gồm|chọn|thực hiện|hướng đến|phấn đấu|lập|trình|cấp|bố trí|hỗ trợ|chi)(?!\p{L})/iu
const deedPlain =
  /\b(?:giao|lam (?!dong)|la|phai|duoc|yeu cau|quy dinh|phan cong|de nghi|chu tri|phoi hop|den nam|neu|gom|thuc hien|huong den|phan dau|bo tri|ho tro)\b/

/** "do Chính phủ ban hành", "của Bộ Chính trị", "UBND tỉnh ban hành": the body that a question says has issued a paper. */
export function bodyClaimed(question: string): { readonly words: string } | undefined {
  const folded = fold(question)
  const ending = String.raw`(?=\s+(?:(?:da |moi |vua )?(?:ban hanh|ky|ra|phe duyet|thong qua|dung|phai|co phai)\b)|(?:\s+(?:chu|ha|a))?\s*[?,]|(?:\s+(?:chu|ha|a))?\s*$)`
  const match = new RegExp(
    String.raw`\b(?:do|cua|boi)\s+((?:(?!\bdo\b|\bcua\b|\bban hanh\b)[^?,;]){3,60}?)${ending}`,
  ).exec(folded)
  const before = /^(?:co phai\s+)?([^?,;]{3,60}?)\s+(?:da |moi |vua )?(?:ban hanh|ra|phe duyet)\s/.exec(folded)
  for (const words of [match?.[1], before?.[1]]) {
    if (words === undefined || !/\b(?:ban hanh|ky|ra|phe duyet|thong qua|cua)\b/.test(folded)) continue
    // "Của Gia Lai giao Sở Tài chính …" claims what the paper has others do, not who issued it.
    const at = folded.indexOf(words)
    const written = folded.length === question.length ? question.slice(at, at + words.length) : words
    if (/[^\u0000-\u007f]/.test(question) ? deed.test(written) : deedPlain.test(words)) continue
    if (keyOf(words) !== undefined && !/\b(?:ai|nao|gi)\b/.test(words) && !/\d/.test(words)) {
      return { words: written }
    }
  }
  return undefined
}

function keyOf(folded: string): string | undefined {
  return families.find(([, pattern]) => pattern.test(folded))?.[0] ?? (office.test(folded) ? 'office' : undefined)
}

/** Whether two names mean one body; undefined where that cannot be told. */
export function sameBody(written: string, claimed: string): boolean | undefined {
  const [left, right] = [plain(written), plain(claimed)]
  const [a, b] = [keyOf(left), keyOf(right)]
  if (a === undefined || b === undefined) return undefined
  if (a !== b) return loosely.some(([x, y]) => (a === x && b === y) || (a === y && b === x)) ? undefined : false
  if (a === 'office') return left === right || left.startsWith(right) || right.startsWith(left)
  const [one, other] = [levels.exec(left)?.[0], levels.exec(right)?.[0]]
  return one === undefined || other === undefined || one === other
}

function plain(name: string): string {
  return fold(name)
    .replace(/&/g, ' va ')
    .replace(/\btt va tt\b|\btttt\b/g, 'thong tin va truyen thong')
    .replace(/[^a-z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
