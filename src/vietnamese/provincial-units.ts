/** A province or centrally run city as it was before 1 July 2025. */
export interface ProvincialUnit {
  readonly name: string
  readonly type: 'tỉnh' | 'thành phố'
  /** Name of the unit it belongs to since 1 July 2025; often its own. */
  readonly current: string
  readonly aliases: readonly string[]
  readonly abbreviations: readonly string[]
}

/** The unit a province belongs to today. */
export interface CurrentUnit {
  readonly name: string
  readonly type: 'tỉnh' | 'thành phố'
  /** ISO date since when it is so; missing when nothing changed in 2025 or later. */
  readonly since?: string
  /** The units it was formed from, by their names before 1 July 2025. */
  readonly formedFrom: readonly string[]
}

/** The 63 units before 1 July 2025 and what became of them by Resolution 202/2025/QH15: name|type|today|aliases|abbreviations. */
const rows = `
An Giang|tỉnh|An Giang||
Bà Rịa - Vũng Tàu|tỉnh|Thành phố Hồ Chí Minh|Vũng Tàu,Bà Rịa|BR-VT,BRVT
Bắc Giang|tỉnh|Bắc Ninh||
Bắc Kạn|tỉnh|Thái Nguyên|Bắc Cạn|
Bạc Liêu|tỉnh|Cà Mau||
Bắc Ninh|tỉnh|Bắc Ninh||
Bến Tre|tỉnh|Vĩnh Long||
Bình Định|tỉnh|Gia Lai||
Bình Dương|tỉnh|Thành phố Hồ Chí Minh||
Bình Phước|tỉnh|Đồng Nai||
Bình Thuận|tỉnh|Lâm Đồng||BTh
Cà Mau|tỉnh|Cà Mau||
Cần Thơ|thành phố|Cần Thơ||
Cao Bằng|tỉnh|Cao Bằng||
Đà Nẵng|thành phố|Đà Nẵng||
Đắk Lắk|tỉnh|Đắk Lắk|Đăk Lăk,Đắc Lắc,Đak Lak|
Đắk Nông|tỉnh|Lâm Đồng|Đăk Nông,Đắc Nông,Đak Nông|
Điện Biên|tỉnh|Điện Biên||
Đồng Nai|tỉnh|Đồng Nai||ĐNai
Đồng Tháp|tỉnh|Đồng Tháp||
Gia Lai|tỉnh|Gia Lai||
Hà Giang|tỉnh|Tuyên Quang||
Hà Nam|tỉnh|Ninh Bình||
Hà Nội|thành phố|Hà Nội||
Hà Tĩnh|tỉnh|Hà Tĩnh||
Hải Dương|tỉnh|Hải Phòng||
Hải Phòng|thành phố|Hải Phòng||
Hậu Giang|tỉnh|Cần Thơ||
Hòa Bình|tỉnh|Phú Thọ||
Huế|thành phố|Huế|Thừa Thiên Huế|TTH,TT-Huế
Hưng Yên|tỉnh|Hưng Yên||
Khánh Hòa|tỉnh|Khánh Hòa||
Kiên Giang|tỉnh|An Giang||
Kon Tum|tỉnh|Quảng Ngãi||
Lai Châu|tỉnh|Lai Châu||
Lâm Đồng|tỉnh|Lâm Đồng||
Lạng Sơn|tỉnh|Lạng Sơn||
Lào Cai|tỉnh|Lào Cai||
Long An|tỉnh|Tây Ninh||
Nam Định|tỉnh|Ninh Bình||
Nghệ An|tỉnh|Nghệ An||
Ninh Bình|tỉnh|Ninh Bình||
Ninh Thuận|tỉnh|Khánh Hòa||
Phú Thọ|tỉnh|Phú Thọ||
Phú Yên|tỉnh|Đắk Lắk||
Quảng Bình|tỉnh|Quảng Trị||
Quảng Nam|tỉnh|Đà Nẵng||
Quảng Ngãi|tỉnh|Quảng Ngãi||QNg
Quảng Ninh|tỉnh|Quảng Ninh||
Quảng Trị|tỉnh|Quảng Trị||
Sóc Trăng|tỉnh|Cần Thơ||
Sơn La|tỉnh|Sơn La||
Tây Ninh|tỉnh|Tây Ninh||
Thái Bình|tỉnh|Hưng Yên||
Thái Nguyên|tỉnh|Thái Nguyên||TNg
Thanh Hóa|tỉnh|Thanh Hóa||
Thành phố Hồ Chí Minh|thành phố|Thành phố Hồ Chí Minh|TP Hồ Chí Minh,Hồ Chí Minh,Sài Gòn|TP.HCM,TPHCM,HCM
Tiền Giang|tỉnh|Đồng Tháp||
Trà Vinh|tỉnh|Vĩnh Long||
Tuyên Quang|tỉnh|Tuyên Quang||
Vĩnh Long|tỉnh|Vĩnh Long||
Vĩnh Phúc|tỉnh|Phú Thọ||
Yên Bái|tỉnh|Lào Cai||
`

export const provincialUnits: readonly ProvincialUnit[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [name = '', type = '', current = '', aliases = '', abbreviations = ''] = row.split('|')
    return {
      name,
      type: type === 'tỉnh' ? 'tỉnh' : 'thành phố',
      current,
      aliases: aliases.split(',').filter(Boolean),
      abbreviations: abbreviations.split(',').filter(Boolean),
    }
  })

/** What has become of a province, by any name `findPlaces` gives; undefined for an unknown name. */
export function currentUnit(place: string): CurrentUnit | undefined {
  const name = provincialUnits.find((unit) => unit.name === place)?.current
  if (name === undefined) return undefined
  const formedFrom = provincialUnits.filter((unit) => unit.current === name).map((unit) => unit.name)
  // Resolution 30/2026/QH16 makes Đồng Nai a centrally run city.
  const since = name === 'Đồng Nai' && place === name ? '2026-04-30' : formedFrom.length > 1 ? '2025-07-01' : undefined
  return { name, type: isCity(name) ? 'thành phố' : 'tỉnh', formedFrom, ...(since === undefined ? {} : { since }) }
}

/** Whether a unit of this name is a city under the central government today. */
export function isCity(name: string): boolean {
  return name === 'Đồng Nai' || provincialUnits.some((unit) => unit.name === name && unit.type === 'thành phố')
}
