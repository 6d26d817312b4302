import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/library/errors.ts'
import { loadCorpus } from '../../src/library/load.ts'
import { folderOf } from '../support/folder.ts'

const good = 'Tỉnh Bình An có 8 nhóm nhiệm vụ về chuyển đổi số.'
const bytes = (text: string) => new TextEncoder().encode(text)

/** "Tỉnh Bình An" in an old one-byte encoding. */
const oneByte = new Uint8Array([0x54, 0xd8, 0x6e, 0x68, 0x20, 0x42, 0xd7, 0x6e, 0x68, 0x20, 0x41, 0x6e])

describe('loadCorpus', () => {
  it('reads text and Markdown files of a folder and its sub-folders in the order of their paths', async () => {
    const folder = folderOf({ 'b.md': good, 'a.txt': good, 'con/c.TXT': good, 'Đề án số 1.txt': good })
    const { documents, leftOut } = await loadCorpus(folder)
    expect(documents.map(({ file, id }) => [file, id])).toEqual([
      ['a.txt', 'a'],
      ['b.md', 'b'],
      ['con/c.TXT', 'con-c'],
      ['Đề án số 1.txt', 'de-an-so-1'],
    ])
    expect(leftOut).toEqual([])
  })

  it('passes over hidden files and READMEs', async () => {
    const { documents, leftOut } = await loadCorpus(
      folderOf({ 'a.txt': good, '.an.txt': good, '.git/x.txt': good, 'README.md': 'x' }),
    )
    expect([documents.length, leftOut.length]).toEqual([1, 0])
  })

  it.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['an empty file', { 'rỗng.txt': '' }, /rỗng\.txt.*trống/],
    ['a file of white space', { 'trắng.md': ' \n\u00a0\t\n' }, /trắng\.md.*không có chữ/],
    ['a picture', { 'ảnh.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) }, /ảnh\.txt.*là ảnh/],
    ['a binary file', { 'máy.txt': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]) }, /máy\.txt.*nhị phân/],
    [
      'a binary file whose zero bytes come late',
      { 'kho.txt': bytes(`${good.repeat(500)}\u0000`) },
      /kho\.txt.*nhị phân/,
    ],
    ['a file in an old encoding', { 'cũ.txt': oneByte }, /cũ\.txt.*UTF-8/],
    ['a file cut inside a letter', { 'cụt.txt': bytes(`${good} Đ`).slice(0, -1) }, /cụt\.txt.*UTF-8/],
    ['half of a UTF-16 text', { 'u16.txt': new Uint8Array(Buffer.from(good, 'utf16le').subarray(1)) }, /u16\.txt/],
    ['a file of another kind', { 'bảng.xlsx': bytes('PK') }, /bảng\.xlsx.*chuyển/],
    ['a file without an ending', { ghi_chú: good }, /ghi_chú/],
    ['front matter that is not closed', { 'mở.md': '---\ntitle: X\n\nNội dung' }, /mở\.md.*---/],
    ['front matter that is no YAML', { 'sai.md': '---\ntitle: "X\n---\nNội dung' }, /sai\.md.*YAML/],
    ['front matter that is a list', { 'dãy.md': '---\n- a\n- b\n---\nNội dung' }, /dãy\.md/],
    ['a status that does not exist', { 'tt.md': '---\nstatus: mới\n---\nNội dung' }, /status.*tt\.md/],
    ['a date that does not exist', { 'ngày.md': '---\nissued_on: 2024-02-31\n---\nNội dung' }, /issued_on.*ngày\.md/],
    ['a date in another form', { 'ngày.md': '---\nissued_on: 31/12/2024\n---\nNội dung' }, /issued_on.*ngày\.md/],
    ['a title that is a list', { 'tiêu-đề.md': '---\ntitle: [a, b]\n---\nNội dung' }, /title.*tiêu-đề\.md/],
    ['an id with other letters', { 'mã.md': '---\nid: Mã số\n---\nNội dung' }, /id.*mã\.md/],
    ['front matter with nothing below', { 'trơ.md': '---\ntitle: X\n---\n  \n' }, /trơ\.md.*không có/],
    [
      'an alias that grows without end',
      { 'bom.md': '---\na: &a [x]\nb: &b [*a, *a]\ntitle: X\n---\nNội dung' },
      /bom\.md/,
    ],
  ])('leaves out %s, says why in one sentence, and loads the others', async (_, files, reason) => {
    const { documents, leftOut } = await loadCorpus(folderOf({ 'tốt.txt': good, ...files }))
    expect(documents.map(({ file }) => file)).toEqual(['tốt.txt'])
    expect(leftOut.map(({ file }) => file)).toEqual(Object.keys(files))
    expect(leftOut[0]!.reason).toMatch(reason)
    expect(leftOut[0]!.reason).toMatch(/^\p{Lu}[^\n]*\.$/u)
  })

  it('leaves out a file that cannot be opened', async () => {
    const folder = folderOf({ 'tốt.txt': good })
    symlinkSync(join(folder, 'đã-mất.txt'), join(folder, 'liên-kết.txt'))
    expect((await loadCorpus(folder)).leftOut).toMatchObject([
      { file: 'liên-kết.txt', reason: expect.stringMatching(/Không mở được/) },
    ])
  })

  it('keeps the first of two documents with one id and names both', async () => {
    const { documents, leftOut } = await loadCorpus(folderOf({ 'ke-hoach.md': good, 'Kế hoạch.txt': good }))
    expect(documents.map(({ file }) => file)).toEqual(['Kế hoạch.txt'])
    expect(leftOut[0]!.reason).toMatch(/Kế hoạch\.txt.*ke-hoach\.md.*“ke-hoach”/)
  })

  it.each<[string, () => string, RegExp]>([
    ['a missing folder', () => join(folderOf({}), 'đâu-đó'), /đâu-đó.*CORPUS_DIR/],
    ['an empty folder', () => folderOf({}), /chưa có tệp.*CORPUS_DIR/],
    ['a folder of folders', () => folderFor(['con']), /chưa có tệp/],
    ['a file', () => join(folderOf({ 'a.txt': good }), 'a.txt'), /a\.txt/],
    ['a folder with nothing but a bad file', () => folderOf({ 'hỏng.txt': '' }), /hỏng\.txt/],
  ])('refuses %s in one sentence with the way out', async (_, folder, message) => {
    let caught: unknown
    try {
      await loadCorpus(folder())
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(UserError)
    expect((caught as UserError).message).toMatch(message)
    expect((caught as UserError).message).toMatch(/^[^\n]*\.$/)
  })

  it('reads UTF-16 with a byte-order mark, and leaves the mark of UTF-8 out of the text', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(good, 'utf16le')])
    const { documents } = await loadCorpus(
      folderOf({ 'a.txt': utf16, 'b.txt': `\ufeff${good}`, 'c.md': `\ufeff---\ntitle: Mẫu\n---\n${good}` }),
    )
    expect(documents.map(({ text }) => text)).toEqual([good, good, good])
    expect(documents[2]!.metadata.title).toBe('Mẫu')
  })

  it('gives another version when a document changes, and the same when none does', async () => {
    const folder = folderOf({ 'a.txt': good })
    const { version } = await loadCorpus(folder)
    expect((await loadCorpus(folder)).version).toBe(version)
    expect((await loadCorpus(folderOf({ 'a.txt': good.replace('8', '9') }))).version).not.toBe(version)
  })

  it('reads two thousand files', { timeout: 120_000 }, async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`${i % 50}/van-ban-${i}.txt`, `${good} Văn bản ${i}.`]),
    )
    const { documents, passages } = await loadCorpus(folderOf(files))
    expect([documents.length, passages.length]).toEqual([2000, 2000])
  })
})

function folderFor(folders: readonly string[]): string {
  const folder = folderOf({})
  for (const name of folders) mkdirSync(join(folder, name))
  return folder
}
