import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../../src/library/front-matter.ts'

const split = (content: string) => splitFrontMatter(content, 'mau.md')

describe('splitFrontMatter', () => {
  it('gives the declarations and the text below them', () => {
    const content = '---\ntitle: Kế hoạch\nnumber: 12/KH-UBND\nissued_on: 2024-03-15\nstatus: draft\n---\n\nNội dung\n'
    expect(split(content)).toEqual({
      frontMatter: { title: 'Kế hoạch', number: '12/KH-UBND', issued_on: '2024-03-15', status: 'draft' },
      body: '\nNội dung\n',
    })
  })

  it.each([
    ['no front matter', 'Nội dung', 'Nội dung'],
    ['a line of dashes further down', 'Nội dung\n---\nThêm', 'Nội dung\n---\nThêm'],
    ['Windows line ends', '---\r\ntitle: X\r\n---\r\nNội dung', 'Nội dung'],
    ['empty front matter', '---\n---\nNội dung', 'Nội dung'],
    ['a comment alone', '---\n# chưa khai báo\n---\nNội dung', 'Nội dung'],
    ['white space behind the dashes', '---  \ntitle: X\n---\t\nNội dung', 'Nội dung'],
  ])('%s', (_, content, body) => {
    expect(split(content).body).toBe(body)
  })

  it('takes a key without a value for one that is not there', () => {
    expect(split('---\ntitle:\nplace: ""\nissued_on:\nsource:\n---\nX').frontMatter).toEqual({})
  })

  it('takes numbers for words, and passes over keys it does not know', () => {
    expect(split('---\nnumber: 36\ntags: [a, b]\ndate: 2024-01-01\n---\nX').frontMatter).toEqual({ number: '36' })
  })
})
