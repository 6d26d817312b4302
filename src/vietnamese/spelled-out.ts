import { expandAbbreviation } from './abbreviations.ts'

const short = /(?<![\p{L}\d&/-])(?:(?:PAR|ICT)[\s-]INDEX|[A-ZĐ]{2,8})(?![\p{L}\d&/-])/giu

/** A text with the abbreviations of indexes and subjects written out: "CCHC" is "cải cách hành chính". */
export function spelledOut(text: string): string {
  return text.replace(short, (word) => {
    const meant = expandAbbreviation(word.toUpperCase().replace(/-/g, ' ').replace('ICT INDEX', 'ICT Index'))
    return meant.find(({ kind }) => kind === 'index' || kind === 'subject')?.expansion ?? word
  })
}
