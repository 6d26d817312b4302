import type { Fact } from '../src/facts/fact.ts'
import { fold } from '../src/vietnamese/normal-form.ts'

const offices =
  /\b(pho )?(?:thuong truc )?(?:tong )?(bi thu|chu tich|giam doc|truong (?:ban|phong|doan|tieu ban)|bo truong|thu truong|thu tuong|chanh van phong|chu nhiem|cuc truong|vu truong|vien truong|hieu truong)\b/g

/** Whether a person holds every office that some words name: a deputy is not the head, nor the head a deputy. */
export function holdsOffice({ person }: Fact, asked: string): boolean {
  const held = new Set((person?.roles ?? []).flatMap(officesIn))
  return officesIn(asked).every((office) => held.has(office))
}

export function namesOffice(text: string): boolean {
  return officesIn(text).length > 0
}

/** The kinds of office in a text, folded. */
function officesIn(text: string): string[] {
  return [...fold(text).matchAll(offices)].map(([, deputy, office]) => `${deputy ?? ''}${office}`)
}
