import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/answers/plain-text.ts'
import { createAssistant } from '../../src/assistant.ts'
import { knowledgeOf } from '../../src/knowledge.ts'
import { operator } from '../../src/library/visibility.ts'
import { corpusFrom } from '../support/corpus.ts'

const law = (title: string, about: string) =>
  `---\ntitle: ${title}\nkind: luật\n---\n\n# ${title}\n\n${[1, 2, 3, 4, 5]
    .map(
      (n) =>
        `### Điều ${n}. Quy định thứ ${n}\n\n1. Người ${about} giữ phép tắc thứ ${n}.\n2. Xã hướng dẫn người ${about}.`,
    )
    .join('\n\n')}\n`

const knowledge = await knowledgeOf(
  corpusFrom({
    'tha-dieu.md': law('Luật Thả diều', 'thả diều'),
    'nuoi-ong.md': law('Luật Nuôi ong', 'nuôi ong'),
    'sua-doi.md': law('Luật sửa đổi một số điều của Luật Thả diều', 'sửa diều'),
    'huong-dan.md':
      '---\ntitle: Nghị định hướng dẫn thi hành Luật Thả diều\nkind: nghị định\n---\n\n### Điều 5. Hiệu lực\n\n5. Luật Thả diều được thi hành từ năm 2031.\n',
  }),
)

describe('an article of a law that is called by its name', () => {
  it.each([
    ['Điều 5 Luật Thả diều quy định gì?', 'Người thả diều giữ phép tắc thứ 5'],
    ['dieu 3 luat nuoi ong noi ve gi', 'Người nuôi ong giữ phép tắc thứ 3'],
    ['Điều 2 của Luật sửa đổi một số điều của Luật Thả diều', 'Người sửa diều giữ phép tắc thứ 2'],
  ])('%s', async (question, wanted) => {
    const answer = plainText(await createAssistant(() => knowledge).ask({ text: question, viewer: operator }))
    const quotes = answer.match(/“[^”]+”/g)!
    expect(quotes[0]).toContain(wanted)
    expect(answer).not.toContain('được thi hành từ năm 2031')
  })
})
