import type { Answer } from '../src/answers/answer.ts'
import { spoken } from '../src/answers/compose.ts'
import { vietnameseDate } from '../src/answers/source-line.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { currentUnit } from '../src/vietnamese/provincial-units.ts'
import type { Request } from './handler.ts'

/** "… nay thuộc tỉnh nào", from the table of provincial units. */
export function answerProvince({ reading }: Request): Answer | undefined {
  const folded = fold(reading.text)
  if (
    !/\b(?:thuoc|la|vao|voi|thanh)\b.{0,20}\b(?:tinh|thanh pho|don vi|dau)\b.{0,6}\b(?:nao|gi|dau)\b|\bsap nhap\b/.test(
      folded,
    ) ||
    !/\b(?:nay|hien|bay gio|sau|sap nhap|moi|cu)\b/.test(folded)
  )
    return undefined
  const sentences = reading.places.flatMap(({ place }) => {
    const unit = currentUnit(place)
    if (!unit) return []
    const since = unit.since ? ` từ ngày ${vietnameseDate(unit.since)}` : ''
    if (unit.name !== place) return [`${place} nay thuộc ${unit.type} ${unit.name}${since}.`]
    return [
      unit.formedFrom.length > 1
        ? `${unit.type === 'tỉnh' ? 'Tỉnh' : 'Thành phố'} ${place}${since} gồm ${unit.formedFrom.join(', ')} (cũ).`
        : `${place} không thay đổi khi sắp xếp đơn vị hành chính cấp tỉnh.`,
    ]
  })
  return sentences.length > 0 ? spoken('answered', reading, sentences.join(' ')) : undefined
}
