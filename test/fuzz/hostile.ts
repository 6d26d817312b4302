import fc from 'fast-check'

/** What questions and papers are made of. */
const words = fc.constantFrom(
  ...[
    'Hà Tĩnh',
    'tỉnh',
    'Vĩnh Phúc',
    'Bà Rịa - Vũng Tàu',
    'Tây Ninh',
    'ha tinh',
    'HÀ TĨNH',
    'TP. Hồ Chí Minh',
    'BRVT',
    'HCM',
  ],
  ...[
    'có mấy',
    'bao nhiêu',
    'nhóm nhiệm vụ',
    'giải pháp',
    'mục tiêu',
    'chỉ tiêu',
    'thứ mấy',
    'là gì',
    'là ai',
    'khi nào',
  ],
  ...[
    '36-NQ/TW',
    '12/2020/NĐ-CP',
    'số 45-CTr/TU',
    'ngày 15/5/2018',
    'ngày 31 tháng 02 năm 2020',
    'năm 2030',
    'giai đoạn 2021 - 2025',
  ],
  ...['30%', '1.234.567,89', '08', 'ba mươi lăm phẩy năm', 'một nghìn tỷ tỷ tỷ', '-0', '1e999', '٣٠', '３０', '²'],
  ...[
    '/vanban',
    '/vanban 1',
    '/kiemtra K7Q-M3X9PF',
    '/sosanh',
    '/muctieu 2030',
    '/tim',
    '/trogiup@bot',
    '//',
    '/',
    '/vanban 99999999999',
  ],
  ...[
    'so sánh',
    'tóm tắt',
    'nguồn đâu',
    'chào bạn',
    'cảm ơn',
    'còn năm 2025 thì sao',
    'xem tiếp',
    '1',
    'đúng',
    'không phải',
  ],
  ...['TW', 'BCH', 'UBND', 'CĐS', 'CMCN 4.0', 'đ/c', 'v/v', 'vs', 'ko', 'dc'],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    '%s%n',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
  ],
)
/** Characters that look like others, change the direction, are not seen, or are only half. */
const tricky = fc.constantFrom(
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\ufffd',
    '\uffff',
  ],
  ...['\u200b', '\u200d', '\u200e', '\u202e', '\u2066', '\u2069', '\u061c', '\u034f', '\u{e0041}', '\ufe0f'],
  ...['\ud800', '\udc00', '\ud83d\ude00', '👨‍👩‍👧‍👦', '🇻🇳', '𝓗à', 'ﷺ', 'ﬁ', 'ǆ', 'İ', 'ß', 'ŉ', 'ΐ'],
  ...[
    'а',
    'е',
    'о',
    'Ａ',
    'ｈ',
    'Đ',
    'Ð',
    'Ɖ',
    'đ',
    'ð',
    'ı',
    'ᾳ',
    'ơ\u0303',
    '\u0301',
    'a\u0323\u0302',
    'ậ',
    '\u1ea5\u0323',
  ],
  ...[
    '漢字',
    'สวัสดี',
    'ភាសា',
    'مرحبا',
    'שלום',
    'Привет',
    '𒀀',
    '\u1100\u1161\u11a8',
    '①',
    '½',
    '％',
    '／',
    '．',
    '，',
    '–',
    '—',
    '−',
  ],
)
const bits = fc.constantFrom(
  ' ',
  '  ',
  '\n',
  '\t',
  '.',
  ',',
  '?',
  '!',
  ':',
  ';',
  '/',
  '-',
  '(',
  ')',
  '“',
  '”',
  '"',
  "'",
  '`',
  '*',
  '_',
  '|',
  '#',
  '%',
  '&',
  '@',
  '\\',
  '^',
  '$',
  '[',
  ']',
  '{',
  '}',
  '+',
  '=',
  '~',
  '<',
  '>',
)
const piece = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 3, arbitrary: tricky },
  { weight: 3, arbitrary: bits },
)

/** One piece, or a few, again and again: what patterns with a bad way back choke on. */
function repeated(longest: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: longest }), piece)
    .map(([pieces, length, end]) => {
      const unit = pieces.join('')
      return unit.repeat(Math.ceil(length / unit.length)) + end
    })
}

/** Any text at all, with a leaning towards what is read as something. @param longest of a repetition, in characters */
export function anyText(longest = 6_000): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(
          fc.tuple(piece, fc.constantFrom(' ', ' ', '')).map((pair) => pair.join('')),
          { maxLength: 14 },
        )
        .map((pieces) => pieces.join('')),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
    { weight: 1, arbitrary: repeated(longest) },
  )
}

/** A text that began as one of those given and was damaged in some places. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const damage = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 0, max: 3 }),
    fc.oneof(piece, fc.constant('')),
  )
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(damage, { maxLength: 4 }), fc.constantFrom('NFC', 'NFD', 'NFKD', ''))
    .map(([text, damages, form]) => {
      const changed = damages.reduce((rest, [where, cut, put]) => {
        const at = Math.floor(where * rest.length)
        return rest.slice(0, at) + put + rest.slice(at + cut)
      }, text)
      return form === '' ? changed : changed.normalize(form)
    })
}

/** Any value that JSON can hold, with hostile texts and the names that are looked for. */
export function anyJson(names: readonly string[]): fc.Arbitrary<unknown> {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '', 'length') },
  )
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(
        fc.constantFrom(
          null,
          true,
          false,
          0,
          -1,
          1.5,
          1e300,
          Number.MAX_SAFE_INTEGER,
          '',
          'private',
          'supergroup',
          'message.text.received',
        ),
        anyText(200),
        fc.integer(),
      ),
      fc.dictionary(name, tie('value'), { maxKeys: 6 }),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  })).value
}

/** A value in which some field, somewhere, was taken out or made something else. */
export function misshapen(values: readonly unknown[], other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      fc.constantFrom(...values),
      fc.array(fc.tuple(fc.nat(), fc.option(other, { nil: undefined })), { maxLength: 3 }),
    )
    .map(([value, changes]) => {
      let changed = structuredClone(value)
      for (const [which, replacement] of changes) {
        const places = placesIn(changed)
        const place = places[which % Math.max(1, places.length)]
        if (!place) changed = replacement
        else place.holder[place.key] = replacement
      }
      return changed
    })
}

function placesIn(value: unknown): { readonly holder: Record<string, unknown>; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  // Arrays are held by their indices as objects are by their names.
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}
