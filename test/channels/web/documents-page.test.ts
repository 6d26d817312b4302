import { describe, expect, it } from 'vitest'
import { documentsPage } from '../../../src/channels/web/documents-page.ts'
import { exampleQuestions } from '../../../src/channels/web/example-questions.ts'
import { knowledgeOf } from '../../../src/knowledge.ts'
import { corpusOf } from '../../../src/library/corpus.ts'
import { readDocument } from '../../../src/library/read-document.ts'
import { sampleKnowledge } from './sample-library.ts'

const everything = { search: '', place: '', kind: '', year: '', page: 1 }

describe('documentsPage', () => {
  it('shows a long list in pages that keep the filter', async () => {
    const papers = Array.from({ length: 120 }, (_, i) =>
      readDocument(
        `---\ntitle: Công văn ${i}\nplace: An Sơn & Bình\n---\n\nNội dung công văn số ${i}.\n`,
        `cong-van-${i}.md`,
      ),
    )
    const knowledge = await knowledgeOf(corpusOf(papers))
    const shown = async (page: number) =>
      (await documentsPage(knowledge, { ...everything, place: 'An Sơn & Bình', page })).main.source
    const titles = (source: string) => [...source.matchAll(/>Công văn (\d+)<\/a>/g)].map(([, number]) => Number(number))
    expect(titles(await shown(1))).toEqual(Array.from({ length: 50 }, (_, i) => i))
    expect(titles(await shown(3))).toEqual(Array.from({ length: 20 }, (_, i) => 100 + i))
    expect(titles(await shown(99))).toEqual(titles(await shown(3)))
    const next = /rel="next" href="\/van-ban\?([^"]+)"/.exec(await shown(1))![1]!
    const query = new URLSearchParams(next.replaceAll('&amp;', '&'))
    expect([query.get('noi'), query.get('trang')]).toEqual(['An Sơn & Bình', '2'])
  })
})

describe('exampleQuestions', () => {
  it('asks what the documents answer', async () => {
    expect(exampleQuestions(await sampleKnowledge())).toEqual([
      'An Sơn có mấy nhóm nhiệm vụ, giải pháp?',
      'Đến năm 2030, An Sơn đặt mục tiêu gì?',
      'So sánh số nhóm nhiệm vụ của An Sơn và Bình Nguyên',
    ])
  })

  it('asks nothing of documents without facts', async () => {
    const paper = readDocument('Thư ngỏ gửi bà con.\n', 'thu-ngo.md')
    expect(exampleQuestions(await knowledgeOf(corpusOf([paper])))).toEqual([])
  })
})
