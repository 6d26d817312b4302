import { splitJoined } from './joined-words.ts'
import { type Language, largeLanguage } from './language.ts'
import { bestPath, type Guess } from './likeliest-path.ts'
import type { Span } from './sentences.ts'
import { wordsALetterAway } from './slips.ts'
import { decodeTelex, isPlainSyllable, isSyllable, spell } from './syllables.ts'
import { distanceOfMarks, foldTerm, marksOf } from './terms.ts'
import { type Token, tokenize } from './tokens.ts'

/** A stretch of the question with the words it stands for: an abbreviation written out. */
export interface Expansion extends Span {
  readonly expansion: string
}

export interface RepairedQuestion {
  /** The question as it should have been typed. */
  readonly text: string
  readonly changes: readonly { readonly from: string; readonly to: string }[]
}

/** No question is longer; beyond it nothing is repaired and cost stays bounded. */
const mostTokens = 160

/** Natural logarithms: how unlikely it is that the writer meant another word than he typed. */
const costs = {
  plain: 0,
  halfPlain: 2.5,
  missingMarks: 5,
  wrongMarks: 4.5,
  telex: 2,
  letter: 6,
  letterAndMarks: 7.5,
  /** The letter that went astray bore the marks: "nht" for "nhất". */
  lostLetter: 6.5,
  /** Added to a change of a word that the language knows as it was typed. */
  known: 2,
  /** Of keeping letters that are no syllable. */
  notASyllable: 6,
  /** The same when they bear diacritics: no foreign word does. */
  markedNonsense: 10,
}

const mostCandidates = 16

/** Longer words are names or foreign; every letter of them would be tried. */
const longestSlip = 14

/**
 * The most likely question behind what was typed: diacritics restored, wrong tones, one-letter slips, left-over input keys and
 * joined words put right, abbreviations written out. One Viterbi pass over adjacent words of the language; words that stand beside a
 * word they are known to stand beside are left as they are.
 *
 * @returns undefined when nothing is changed
 */
export function repairQuestion(
  text: string,
  language: Language,
  expansions: readonly Expansion[] = [],
): RepairedQuestion | undefined {
  const tokens = tokenize(text)
  if (tokens.length === 0 || tokens.length > mostTokens) return undefined
  const plainness = plainnessOf(tokens)
  const parts = tokens.flatMap((token) => partsOf(token, text, language, expansions))
  const guesses = parts.map((part, i) => guessesFor(part, parts[i - 1], parts[i + 1], plainness, language))
  const chosen = bestPath(guesses, parts, language)
  let repaired = ''
  let end = 0
  const changes: { from: string; to: string }[] = []
  parts.forEach((part, i) => {
    if (part.token.start < end && part.first) return
    const guess = chosen[i]
    const span = part.fixed ?? part.token
    const written = text.slice(span.start, span.end)
    const own = guess === undefined || guess.own || unsure(i, chosen, parts, plainness, language)
    const replacement =
      part.fixed?.expansion ?? (own ? part.written : likeIn(part.written, spell(language.termOf(guess.word))))
    repaired += (part.first ? text.slice(end, span.start) : ' ') + replacement
    end = span.end
    if (replacement !== written) changes.push({ from: written, to: replacement })
  })
  repaired += text.slice(end)
  return changes.length === 0 ? undefined : { text: repaired, changes }
}

/** A stretch to decide on: a token, or one of the syllables of a joined one. */
interface Part {
  readonly token: Token
  readonly written: string
  readonly term: string
  readonly folded: string
  /** False for the second and later syllables of a joined token. */
  readonly first: boolean
  /** What it is replaced with whatever stands around it. */
  readonly fixed?: Expansion
  /** Document numbers and expanded abbreviations: nothing stands beside them. */
  readonly barrier: boolean
}

/** Longer runs of letters are no words, and guessing at them would cost more than they are worth. */
const longestWord = 40

function partsOf(token: Token, text: string, language: Language, expansions: readonly Expansion[]): Part[] {
  const written = text.slice(token.start, token.end)
  const whole = { token, written, term: token.term, folded: foldTerm(token.term), first: true }
  const expansion = expansions.find(({ start, end }) => start <= token.start && token.end <= end)
  // The first token of an abbreviation is replaced by its words, the others ("TT" of "TT&TT") by nothing.
  if (expansion) return [{ ...whole, fixed: expansion, barrier: true }]
  if (written.length > longestWord) return [{ ...whole, barrier: true }]
  if (token.kind !== 'syllable') return [{ ...whole, barrier: token.kind === 'document-number' }]
  const pieces = language.idOf(token.term) >= 0 || isPlainSyllable(written) ? undefined : splitJoined(written, language)
  if (!pieces) return [{ ...whole, barrier: false }]
  return pieces.map((piece, i) => {
    const { term } = tokenize(piece)[0]!
    return { token, written: piece, term, folded: foldTerm(term), first: i === 0, barrier: false }
  })
}

/** How much of a question is typed without diacritics: 'plain' none of it, 'half' a good part. */
function plainnessOf(tokens: readonly Token[]): 'plain' | 'half' | 'marked' {
  const words = tokens.filter(({ kind, folded }) => kind === 'syllable' && folded.length > 1)
  const marked = words.filter(({ term }) => term !== foldTerm(term)).length
  const share = words.length === 0 ? 1 : marked / words.length
  return share <= 0.12 ? 'plain' : share < 0.5 ? 'half' : 'marked'
}

function guessesFor(
  part: Part,
  before: Part | undefined,
  after: Part | undefined,
  plainness: 'plain' | 'half' | 'marked',
  language: Language,
): Guess[] {
  if (part.barrier) return []
  const own = language.idOf(part.term)
  if (part.token.kind === 'number') return [{ word: own, cost: 0, own: true }]
  const bare = part.term === part.folded
  const odd = own < 0 && !isSyllable(part.written)
  const ownGuess: Guess = { word: own, cost: odd ? (bare ? costs.notASyllable : costs.markedNonsense) : 0, own: true }
  if (own >= 0 && !(bare && plainness !== 'marked') && standsBeside(own, before, after, language)) return [ownGuess]
  const guesses = new Map<number, Guess>([[own, ownGuess]])
  const offer = (word: number, cost: number) => {
    if (word !== own && cost < (guesses.get(word)?.cost ?? Number.POSITIVE_INFINITY))
      guesses.set(word, { word, cost, own: false })
  }
  // A common word is rarely a slip, whatever stands around it.
  const known = own >= 0 && (!bare || plainness === 'marked') ? costs.known + Math.log(1 + language.count(own)) : 0
  const missing = plainness === 'plain' ? costs.plain : plainness === 'half' ? costs.halfPlain : costs.missingMarks
  for (const word of language.variants(part.folded))
    offer(word, (bare ? missing : costs.wrongMarks) + (bare ? 0 : known))
  const telex = part.written.length <= longestSlip && (own < 0 || bare) ? decodeTelex(part.written) : undefined
  if (telex !== undefined && !(own >= 0 && isSyllable(part.written))) {
    for (const word of language.variants(foldTerm(telex))) {
      offer(
        word,
        language.termOf(word) === telex ? costs.telex : costs.telex + 1 + distanceOfMarks(language.termOf(word), telex),
      )
    }
  }
  if (
    part.folded.length >= (language.total > largeLanguage ? 2 : 3) &&
    part.folded.length <= longestSlip &&
    !/^\p{Lu}+$/u.test(part.written) &&
    (guesses.size === 1 || !bare || own < 0)
  ) {
    const marks = bare ? '' : marksOf(part.term)
    for (const word of wordsALetterAway(part.folded, language)) {
      const term = language.termOf(word)
      const alike = bare ? plainness === 'plain' || term === foldTerm(term) : marksOf(term) === marks
      offer(word, (alike ? costs.letter : odd ? costs.lostLetter : costs.letterAndMarks) + known)
    }
  }
  if (guesses.size === 1) return [ownGuess]
  return Array.from(guesses.values(), (guess) => ({ guess, weight: weightOf(guess, language) }))
    .sort((a, b) => Number(b.guess.own) - Number(a.guess.own) || b.weight - a.weight)
    .slice(0, mostCandidates)
    .map(({ guess }) => guess)
}

function weightOf({ word, cost }: Guess, language: Language): number {
  return Math.log(1 + (word < 0 ? 0 : language.count(word))) - cost
}

/** Whether the word as typed is known to stand beside a neighbour as typed. */
function standsBeside(word: number, before: Part | undefined, after: Part | undefined, language: Language): boolean {
  const [previous, next] = [before, after].map((part) => (part && !part.barrier ? language.idOf(part.term) : -1))
  return (
    (previous! >= 0 && language.pairCount(previous!, word) > 0) || (next! >= 0 && language.pairCount(word, next!) > 0)
  )
}

/**
 * A change of letters or of written diacritics is only made when the new word is known to stand beside a neighbour; for a
 * capitalised word, which may be a name, beside one that is mostly followed by it.
 */
function unsure(
  at: number,
  chosen: readonly (Guess | undefined)[],
  parts: readonly Part[],
  plainness: 'plain' | 'half' | 'marked',
  language: Language,
): boolean {
  const { word } = chosen[at]!
  const part = parts[at]!
  const restored = part.term === part.folded && foldTerm(language.termOf(word)) === part.folded
  if (restored && plainness === 'plain') return false
  const previous = chosen[at - 1]?.word ?? -1
  const next = chosen[at + 1]?.word ?? -1
  const name = !restored && /^\p{Lu}\p{Ll}/u.test(part.written) && isSyllable(part.written) && part.token.start > 0
  const slipped = foldTerm(language.termOf(word)) !== part.folded
  // Diacritics on what can be no syllable: a Vietnamese word that slipped.
  if (slipped && !restored && part.term !== part.folded && language.idOf(part.term) < 0 && !isSyllable(part.written))
    return false
  // What a large corpus never writes is a slip, and would find nothing; a small corpus does not know most words.
  if (language.idOf(part.term) < 0 && language.total > largeLanguage) return name && part.folded.length < 5
  const share = name ? 0.5 : slipped && isSyllable(part.written) ? 0.25 : 0
  const left = previous >= 0 ? language.pairCount(previous, word) / (language.count(previous) || 1) : 0
  const right = next >= 0 ? language.pairCount(word, next) / (language.count(word) || 1) : 0
  // A word that is known as typed yields only to one that fits on both sides.
  if (
    slipped &&
    language.idOf(part.term) >= 0 &&
    isSyllable(part.written) &&
    (previous < 0 || left > 0) &&
    (next < 0 || right > 0)
  ) {
    return !(left > 0.02 || right > 0.02)
  }
  return !(left > share || right > share)
}

/** The replacement in the case of what was typed. */
function likeIn(written: string, replacement: string): string {
  if (/^\p{Lu}{2,}$/u.test(written)) return replacement.toUpperCase()
  return /^\p{Lu}/u.test(written) ? replacement[0]!.toUpperCase() + replacement.slice(1) : replacement
}
