import { expandAbbreviation } from './abbreviations.ts'

const short = /(?<![\p{L}\d&/-])(?:(?:PAR|ICT)[\s-]INDEX|[A-ZĐ]{2,8})(?![\p{L}\d&/-])/giu

/** A text with the abbreviations of indexes and subjects written out: "CCHC" is "cải cách hành chính". */
export function spelledOut(text: string): string {
  return text.replace(short, (word) => {
    const meant = expandAbbreviation(word.toUpperCase().replace(/-/g, ' ').replace('ICT INDEX', 'ICT Index'))
    return meant.find(({ kind }) => kind === 'index' || kind === 'subject')?.expansion ?? word
  })
}

const anyShort = /(?<![\p{L}\d&/-])\p{Lu}[\p{Lu}&]{1,8}(?![\p{L}\d&/-])/gu

/** A text with every known abbreviation in capitals written out, by its likeliest reading: "KH" is "kế hoạch", "Sở TT&TT" an office in full. */
export function allSpelledOut(text: string): string {
  return text.replace(anyShort, (word) => expandAbbreviation(word)[0]?.expansion ?? word)
}
