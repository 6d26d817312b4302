import { normalForm } from '../vietnamese/normal-form.ts'
import { findPlaces } from '../vietnamese/places.ts'
import type { Document } from './document.ts'

/** Names of units below the province, and of those that were dissolved on 1 July 2025, whose papers are still in use. */
const unit =
  /(?<![\p{L}\p{M}])(đặc khu|phường|thị trấn|xã|huyện|quận|thị xã|thành phố)\s+((?:\p{Lu}[\p{L}\p{M}]*[\s-]?){1,4}|\d{1,2}(?!\d))/gu

/** What stands before a unit whose paper it is: "UBND xã", "của phường", or nothing. */
const owning = /(?:^|(?:của|UBND|HĐND|nhân dân|Đảng ủy|Đảng uỷ|Đảng bộ|Thường vụ|trên địa bàn|tại|:|-|–)\s*)$/iu

const units = new WeakMap<Document, { readonly name: string | undefined }>()

/**
 * The commune, ward, district or town whose paper a document is, as a name: "xã Sơn Phước". Read from the body that issued it, else from its
 * title; undefined for papers of a province, of the centre, and when several are named.
 */
export function localUnitOf(document: Document): string | undefined {
  const known = units.get(document)
  if (known) return known.name
  const { issuer, title } = document.metadata
  const name = (issuer && unitIn(issuer)) ?? (issuer === undefined ? unitIn(title) : undefined)
  units.set(document, { name })
  return name
}

function unitIn(written: string): string | undefined {
  const text = normalForm(written)
  // In a line of capitals every word looks like a name.
  if (text === text.toUpperCase()) return undefined
  const lower = text.replace(/^(?:Đặc khu|Phường|Thị trấn|Xã|Huyện|Quận|Thị xã|Thành phố)(?=\s)/u, (word) =>
    word.toLowerCase(),
  )
  const provinces = findPlaces(lower)
  const names = Array.from(lower.matchAll(unit))
    .filter(({ index }) => owning.test(lower.slice(0, index)))
    .filter(({ index, 0: found }) => !provinces.some(({ start }) => start >= index && start < index + found.length))
    .map(({ 1: type, 2: name }) => `${type} ${name!.trim()}`)
  return new Set(names).size === 1 ? names[0] : undefined
}
