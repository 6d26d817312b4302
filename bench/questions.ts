import { loadCorpus } from '../src/library/load.ts'
import { fold } from '../src/vietnamese/normal-form.ts'

/** What people ask of the documents at hand, as they type it: with diacritics and without. */
export async function questionsAbout(corpus: string): Promise<string[]> {
  const { documents } = await loadCorpus(corpus)
  const questions = documents.flatMap(({ metadata, sections }) => {
    const name = metadata.place ?? metadata.title
    return [
      `${name} có mấy nhóm nhiệm vụ, giải pháp?`,
      `Đến năm 2030 ${name} đặt mục tiêu gì?`,
      `${metadata.number ?? metadata.title} do ai ban hành?`,
      ...sections.slice(1, 8).map(({ heading }) => `${heading} của ${name}`),
    ]
  })
  return [...questions, ...questions.map(fold)]
}
