/** How people shorten words of questions when they type in a chat, and what is meant. Only what can be nothing else. */
const meanings: Readonly<Record<string, string>> = {
  bn: 'bao nhiêu',
  bnh: 'bao nhiêu',
  bnhieu: 'bao nhiêu',
  bnhiêu: 'bao nhiêu',
  mtieu: 'mục tiêu',
  mtiêu: 'mục tiêu',
  nvu: 'nhiệm vụ',
  nvụ: 'nhiệm vụ',
  ctieu: 'chỉ tiêu',
  ctiêu: 'chỉ tiêu',
  ntn: 'như thế nào',
  dc: 'được',
  đc: 'được',
  đv: 'đơn vị',
  tgian: 'thời gian',
  hsơ: 'hồ sơ',
  tphố: 'thành phố',
}

const shortened = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}/.-])(?:${Object.keys(meanings).join('|')})(?![\\p{L}\\p{M}\\p{N}/-])`,
  'gu',
)
/** "… phải k", "… đúng k?": a question for yes or no, cut short. */
const cutNot =
  /(?<=(?:đúng|phải|chưa|được|dung|phai|chua|duoc|rồi|roi|co|có)\s(?:\S+\s){0,6}?)(?:k|kh|ko|hok|hem)(?=\s*[?.!]*$)/u

/** A message with words of chats written out: "bn" is "bao nhiêu", "phải k" is "phải không". */
export function writtenOut(text: string): string {
  return text.replace(shortened, (word) => meanings[word] ?? word).replace(cutNot, 'không')
}
