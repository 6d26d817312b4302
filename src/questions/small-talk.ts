import { fold } from '../vietnamese/normal-form.ts'
import type { Intent } from './reading.ts'

/** Greetings, thanks, calls for help and the like, told from the whole message. Undefined when it asks something. */
export function smallTalk(text: string): Intent | undefined {
  const words = fold(text)
    .replace(/[^a-z0-9\s]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words === '') return 'empty'
  for (const [intent, pattern] of patterns) if (pattern.test(words)) return intent
  return undefined
}

const people = '(?: (?:anh|chi|em|ban|bot|ad|admin|ca nha|moi nguoi|cac|dong chi|quy vi|a|c|e|ah|nhe|nha|a|oi|ơi))*'

const patterns: readonly (readonly [Intent, RegExp])[] = [
  [
    'greeting',
    new RegExp(`^(?:xin )?(?:chao|hello|hi|helo|alo|kinh chao)(?: buoi (?:sang|trua|chieu|toi))?${people}$`),
  ],
  [
    'thanks',
    new RegExp(
      `^(?:(?:ok|oke|okay|vang|da|uh|um|tot|hay|tuyet|duoc roi|roi) )*(?:xin )?(?:cam on|thanks|thank you|thank|tks|cam on nhieu)(?: (?:nhieu|rat nhieu|lam|qua))?${people}$`,
    ),
  ],
  [
    'help',
    /^(?:ban|bot|may|em) (?:co the )?(?:lam|giup|tra loi|biet) (?:duoc )?(?:nhung )?gi(?: vay| the| cho toi| nhi)?$/,
  ],
  [
    'help',
    /^(?:tro giup|huong dan|help|huong dan su dung|cach dung|su dung the nao|dung the nao|ban la ai|bot la ai|ban la gi)$/,
  ],
]
