import { tokenize } from './tokens.ts'

/**
 * Phrases of administrative Vietnamese that mean the same. Officials ask in the words of every day and papers write theirs, or the other
 * way round, so a sentence with one phrase of a line answers a question with another. All phrases of a line with "=" stand for each other;
 * in one with ">" those on the right stand for those on the left and not the other way, because they are wider: what "giảm" is need not be
 * a rank that "tụt hạng".
 *
 * Only what means the same in every paper is here. Words that share their main syllable ("dân", "người dân") need no line; a single
 * syllable that is part of many other words gets none. Written from general knowledge of the language.
 */
const table = `
tụt hạng = tụt bậc, giảm hạng, giảm bậc, xuống hạng, rớt hạng, xuống bậc, rớt bậc
tụt hạng, tụt bậc, rớt hạng, xuống hạng, tụt > giảm, sụt giảm
tăng hạng = tăng bậc, lên hạng, lên bậc, thăng hạng
tăng hạng, lên hạng, lên bậc > tăng
đội sổ = bét bảng, chót bảng, cuối bảng, xếp chót, đứng chót, xếp cuối, đứng cuối, xếp bét, thấp nhất
dẫn đầu = đứng đầu, đầu bảng, nhất bảng, đứng nhất, xếp thứ nhất
online = qua mạng, trên mạng, trực tuyến
online, qua mạng > trên môi trường mạng, trên môi trường điện tử
bà con = người dân, nhân dân
bà con > hộ dân, hộ gia đình
xong = làm xong, hoàn thành, hoàn tất
trễ hạn = quá hạn, trễ hẹn, chậm hạn
trễ, muộn > quá hạn, chậm
chậm trễ = chậm tiến độ
tập huấn = bồi dưỡng
miễn phí = không thu phí, không mất tiền, không mất phí, không tốn tiền
miễn phí, không mất tiền > không thu, được miễn
điện thoại thông minh = smartphone
sếp = lãnh đạo
sếp, lãnh đạo > người đứng đầu, thủ trưởng
nhân viên, cán bộ > công chức, viên chức
nhân viên > cán bộ
cấp thêm, cho thêm, xin thêm > bổ sung
thêm > bổ sung
duyệt > đồng ý, thống nhất, chấp thuận, thông qua
mua > trang bị, đầu tư
lấy > chọn
làm mẫu, làm thử > thí điểm, làm điểm
làm điểm = thí điểm
làm thử, chạy thử > thử nghiệm, vận hành thử
hạn chót, hạn cuối > chậm nhất, trước ngày, thời hạn
mở lớp > tổ chức lớp, khai giảng, khai mạc lớp
học trò = học sinh
thầy cô = giáo viên, nhà giáo
cấp 1 = tiểu học
cấp 2 = trung học cơ sở
cấp 3 = trung học phổ thông
mẫu giáo = mầm non
bệnh nhân = người bệnh
người già, cụ già = người cao tuổi
trẻ con, trẻ nhỏ = trẻ em
công ty = doanh nghiệp
rác = chất thải
nước máy = nước sạch
mất sóng, lõm sóng = trắng sóng, không có sóng, chưa có sóng, chưa phủ sóng, chưa có sóng di động
internet > mạng
app = ứng dụng
phần mềm > ứng dụng
website, trang web = trang thông tin điện tử
website, trang web > cổng thông tin điện tử
hacker = tin tặc
trả tiền = thanh toán
chuyển khoản > qua tài khoản
tiền > kinh phí
giá > mức thu, chi phí
chỗ = địa điểm
xài = sử dụng
lo > phụ trách, chủ trì, chịu trách nhiệm
cầm trịch = chủ trì
làm chung, làm cùng > phối hợp
dẹp > bãi bỏ, xóa bỏ
khen > biểu dương
phê bình = nhắc nhở
chê > phê bình
quy trách nhiệm = chịu trách nhiệm
khuyên = khuyến cáo
dặn > lưu ý, nhắc nhở
khó khăn = vướng mắc, trở ngại
khó khăn, vướng mắc > hạn chế, tồn tại
đề nghị = kiến nghị, đề xuất
lý do = nguyên nhân
rút ngắn = cắt giảm
dừng, ngừng > chấm dứt
dừng lại ở, mới được > mới đạt, chỉ đạt, mới có
drone, flycam = máy bay không người lái
dựng, xây > thi công
số nóng = đường dây nóng
bán hàng online, bán hàng qua mạng, buôn bán qua mạng = thương mại điện tử
không dùng giấy = không giấy tờ
máy móc = thiết bị
`

/** Phrases that are part of a longer one with another meaning, by the word before it. */
const partOf: Readonly<Record<string, string>> = { 'đứng đầu': 'người', 'bổ sung': 'đổi' }

/** A phrase as words in the form in which they are compared. */
export interface Phrase {
  readonly words: readonly string[]
  /** The word before it with which it means something else. */
  readonly notBehind?: string
}

/** A stretch of words that other phrases say too. */
export interface SaidOtherwise {
  /** Index of its first word, and of the one behind its last. */
  readonly from: number
  readonly to: number
  /** What else says the same. */
  readonly others: readonly Phrase[]
}

type Form = 'term' | 'folded'

interface Entry extends Phrase {
  readonly others: readonly Phrase[]
}

/**
 * The phrases of a text that can be said otherwise, the longest from each place on.
 *
 * @param forms its words in the form in which they are compared
 * @param by that form; a single syllable of Vietnamese is known only by its diacritics
 */
export function saidOtherwise(forms: readonly string[], by: Form): SaidOtherwise[] {
  const found: SaidOtherwise[] = []
  for (let at = 0; at < forms.length; at++) {
    const entry = entries[by].get(forms[at]!)?.find((phrase) => standsAt(forms, at, phrase))
    if (!entry) continue
    found.push({ from: at, to: at + entry.words.length, others: entry.others })
    at += entry.words.length - 1
  }
  return found
}

/** Whether a phrase stands in a text, its words side by side. */
export function stands(forms: readonly string[], phrase: Phrase): boolean {
  const [first = ''] = phrase.words
  for (let at = forms.indexOf(first); at >= 0; at = forms.indexOf(first, at + 1)) {
    if (standsAt(forms, at, phrase)) return true
  }
  return false
}

function standsAt(forms: readonly string[], at: number, { words, notBehind }: Phrase): boolean {
  return words.every((word, i) => forms[at + i] === word) && (notBehind === undefined || forms[at - 1] !== notBehind)
}

/** Pairs of a phrase and those that stand for it. */
export function sameMeanings(): Map<string, readonly string[]> {
  const others = new Map<string, string[]>()
  for (const line of table.trim().split('\n')) {
    const [left = [], right = []] = line.split(/[=>]/).map((side) => side.split(',').map((phrase) => phrase.trim()))
    const phrases = line.includes('=') ? [...left, ...right] : left
    for (const phrase of phrases) {
      const same = line.includes('=') ? phrases.filter((other) => other !== phrase) : right
      others.set(phrase, [...(others.get(phrase) ?? []), ...same])
    }
  }
  return others
}

/** The phrases by their first word, longer ones first. */
const entries: Readonly<Record<Form, ReadonlyMap<string, readonly Entry[]>>> = {
  term: entriesBy('term'),
  folded: entriesBy('folded'),
}

function entriesBy(by: Form): ReadonlyMap<string, readonly Entry[]> {
  const wordsOf = (phrase: string) => tokenize(phrase).map((token) => token[by])
  const phraseOf = (phrase: string): Phrase => {
    const before = partOf[phrase]
    return { words: wordsOf(phrase), ...(before && { notBehind: wordsOf(before)[0]! }) }
  }
  const byFirst = new Map<string, Entry[]>()
  for (const [phrase, others] of sameMeanings()) {
    if (by === 'folded' && !isTellingWithoutMarks(phrase)) continue
    const kept = by === 'folded' ? others.filter(isTellingWithoutMarks) : others
    const entry = { ...phraseOf(phrase), others: kept.map(phraseOf) }
    const first = entry.words[0]!
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** "tre" may be "trễ", "trẻ" or "tre"; "tre han" and "online" say enough. */
function isTellingWithoutMarks(phrase: string): boolean {
  return phrase.includes(' ') || /^[a-z]+$/.test(phrase)
}
