import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../src/answers/answer.ts'
import { answerJson } from '../src/answers/answer-json.ts'
import { plainText } from '../src/answers/plain-text.ts'
import { createAssistant } from '../src/assistant.ts'
import { type Knowledge, knowledgeOf } from '../src/knowledge.ts'
import { UserError } from '../src/library/errors.ts'
import { Quote } from '../src/library/quote.ts'
import { operator } from '../src/library/visibility.ts'
import { visibleTo } from '../src/scope.ts'
import { fold } from '../src/vietnamese/normal-form.ts'
import { tokenize } from '../src/vietnamese/tokens.ts'
import { corpusFrom, documentOf } from './support/corpus.ts'

const open = `---
title: Kế hoạch chuyển đổi số tỉnh Sơn Hải
number: 10/KH-UBND
place: Sơn Hải
---

# Kế hoạch chuyển đổi số

## I. Mục tiêu

Đến năm 2030, kinh tế số chiếm 20% GRDP của tỉnh.

## II. Nhiệm vụ

Kế hoạch đề ra 03 nhóm nhiệm vụ, giải pháp.

1. Phát triển hạ tầng số.
2. Phát triển nhân lực số.
3. Bảo đảm an toàn thông tin.
`

const secret = (visibility: string) => `---
id: ke-hoach-kin
title: Kế hoạch kiểm toán nội bộ Ngọc Thạch
number: 77/KH-KTNB
issuer: Ban Kiểm toán nội bộ
issued_on: 2025-02-03
place: Bình Nguyên
visibility: ${visibility}
---

# Kế hoạch kiểm toán nội bộ

## I. Mục tiêu

Đến năm 2030, hoàn thành 95% cuộc kiểm toán quyết toán xây dựng cơ bản (sau đây gọi tắt là KTQT).

## II. Nhiệm vụ

Kế hoạch đề ra 04 nhóm nhiệm vụ, giải pháp. Ông Trịnh Văn Khuê, Trưởng ban, chủ trì cuộc họp ngày 12/3/2025.

1. Rà soát hồ sơ quyết toán.
2. Đối chiếu công nợ.
3. Kiểm kê kho quỹ.
4. Xếp thứ 2 trong khối thì đề nghị khen thưởng.
`

const knowledge = (visibility: string) =>
  knowledgeOf(corpusFrom({ 'ke-hoach.md': open, 'kiem-toan.md': secret(visibility) }))

const both = await knowledge('[-100500, "zalo:phong-thanh-tra"]')
const alone = await knowledgeOf(corpusFrom({ 'ke-hoach.md': open }))
const hidden = both.corpus.document('ke-hoach-kin')!
const openWords = new Set(tokenize(open).map(({ term }) => term))
/** Words that only the restricted document holds. */
const { title, number, issuer } = hidden.metadata
const hiddenText = [title, number, issuer, 'Ngọc Thạch', hidden.text].join('\n')
const secretWords = tokenize(hiddenText).filter(({ term }) => !openWords.has(term) && !/^\d$/.test(term))

function told(text: string, viewer: string | undefined, of: Knowledge = both) {
  return createAssistant(() => of).ask({ text, ...(viewer !== undefined && { viewer }) })
}

describe('front matter', () => {
  it.each([
    ['-100500', ['-100500']],
    ['[5, "zalo:ab", web]', ['5', 'zalo:ab', 'web']],
    ['[]', []],
  ])('reads visibility %s', (written, read) => {
    expect(documentOf(secret(written), 'a.md').metadata.visibility).toEqual(read)
  })

  it.each(['', '~', '["@phong"]', 'moi nguoi', '[5, ""]'])(
    'refuses visibility %j, which may be meant to restrict',
    (written) => {
      expect(() => documentOf(secret(written), 'a.md')).toThrow(UserError)
      expect(() => documentOf(secret(written), 'a.md')).toThrow('visibility')
    },
  )

  it('leaves a document without it open to everybody', () => {
    expect(documentOf(open, 'a.md').metadata).not.toHaveProperty('visibility')
  })
})

describe('a restricted document', () => {
  const question = 'bao nhiêu phần trăm cuộc kiểm toán quyết toán hoàn thành đến năm 2030'

  it.each(['-100500', 'zalo:phong-thanh-tra', operator])('answers in the chat %s', async (viewer) => {
    expect(plainText(await told(question, viewer))).toContain('95%')
    expect(plainText(await told('/vanban', viewer))).toContain('2 văn bản')
  })

  it.each([undefined, 'web', '100500', 'zalo:-100500', '5'])('is not there for %s', async (viewer) => {
    expect(plainText(await told(question, viewer))).not.toContain('95%')
    expect(plainText(await told('/vanban', viewer))).toContain('1 văn bản')
    expect((await told('/vanban ke-hoach-kin', viewer)).outcome).toBe('not-found')
    expect((await told('/vanban 2', viewer)).outcome).toBe('not-found')
  })

  it('is opened by its codes nowhere else, with the words of a code that never was', async () => {
    const codes = both.corpus.passages
      .filter(({ document }) => document === hidden)
      .map((passage) => new Quote(hidden, passage).code)
    expect(codes.length).toBeGreaterThan(1)
    for (const code of codes) {
      expect((await told(`/kiemtra ${code}`, '-100500')).outcome).toBe('answered')
      const answer = plainText(await told(`/kiemtra ${code}`, '5'))
      expect(answer).toBe(plainText(await told('/kiemtra ZZZ-ZZZZZZ', '5')).replace('ZZZ-ZZZZZZ', code))
    }
  })

  it('lends no word to the repair of a question', async () => {
    const typed = 'kiemm toán quyêt toán công nơ'
    expect(visibleTo(both, '-100500').retriever.repair(typed)?.text).toContain('toán')
    expect(visibleTo(both, '5').retriever.repair('đối chiêus công nơj')).toBeUndefined()
  })

  it('is not followed up in a chat that may no longer see it', async () => {
    let current = both
    const assistant = createAssistant(() => current)
    const ask = (text: string) => assistant.ask({ text, conversation: 'a', viewer: '-100500' })
    expect(plainText(await ask(question))).toContain('95%')
    current = await knowledge('[7]')
    expect(plainText(await ask('nguồn đâu'))).not.toContain('kiểm toán')
  })

  it('never reaches a chat that may not see it, whatever is asked there', async () => {
    const words = fc.constantFrom(...new Set(secretWords.map(({ start, end }) => hiddenText.slice(start, end))))
    const slips = fc.constantFrom(
      (word: string) => word,
      fold,
      (word: string) => word.slice(0, -1),
      (word: string) => `${word}j`,
      (word: string) => [...word].reverse().join(''),
    )
    const typed = fc.tuple(words, slips).map(([word, slip]) => slip(word))
    const frame = fc.constantFrom(
      (x: string) => x,
      (x: string) => `${x} có mấy nhóm nhiệm vụ, giải pháp`,
      (x: string) => `${x} bao nhiêu phần trăm đến năm 2030?`,
      (x: string) => `ai chủ trì ${x}`,
      (x: string) => `văn bản ${x} ban hành ngày nào, số mấy`,
      (x: string) => `${x} là gì`,
      (x: string) => `tóm tắt ${x}`,
      (x: string) => `Bình Nguyên và Sơn Hải: so sánh ${x}`,
      ...['tim', 'vanban', 'nhomnhiemvu', 'muctieu', 'chitieu', 'sosanh', 'kiemtra'].map(
        (command) => (x: string) => `/${command} ${x}`,
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(typed, { minLength: 1, maxLength: 4 }),
        frame,
        fc.constantFrom(undefined, 'web', '5'),
        async (parts, framed, viewer) => {
          const question = framed(parts.join(' '))
          const answer = await told(question, viewer)
          const all = everythingIn(answer)
          expect(answer.citations.map(({ quote }) => quote.document.id)).not.toContain(hidden.id)
          expect(all).not.toContain(hidden.id)
          const known = new Set(
            tokenize(`${question} ${ours} ${everythingIn(await told(question, viewer, alone))}`).map(
              ({ folded }) => folded,
            ),
          )
          const shown = new Set(tokenize(all).map(({ term }) => term))
          expect(secretWords.filter(({ term, folded }) => shown.has(term) && !known.has(folded))).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })
})

/** All words of an answer, with how the question was read and what is offered next. */
function everythingIn(answer: Answer): string {
  const { text, facts, reading } = answerJson(answer)
  return [
    text,
    JSON.stringify([facts, reading, answer.choices]),
    ...answer.citations.map(({ quote }) => quote.text),
  ].join('\n')
}

/** What a library without the document says by itself: our own sentences. */
const ours = (
  await Promise.all(
    [
      '/trogiup',
      '/tim',
      '/tim xyz',
      '/kiemtra x',
      '/vanban',
      '/vanban x',
      '/muctieu x',
      '/sosanh x',
      'chào',
      'xyz',
      'nó',
      '?',
    ].map(async (text) => everythingIn(await told(text, undefined, alone))),
  )
).join(' ')
