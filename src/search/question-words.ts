import { tokenize } from '../vietnamese/tokens.ts'

/** How little the words of a question's frame say about the passage sought. */
const frameWeight = 0.2

/** Phrases that frame a question in Vietnamese; longer ones are matched first. */
export const questionFrames = `
  đúng hay sai, là đúng hay sai, đúng không, có đúng không, phải không, có phải, hay không, được không, không, chưa, hả, vậy, nhỉ, ạ
  là gì, là ai, là bao nhiêu, bao nhiêu, bao lâu, bao giờ, khi nào, lúc nào, ở đâu, nơi nào, ai, gì, nào, mấy, sao, tại sao, vì sao
  như thế nào, thế nào, ra sao, làm sao, phải làm sao, thì sao, những gì, những ai, trong trường hợp nào, trường hợp nào
  được quy định như thế nào, quy định như thế nào, quy định ra sao, quy định gì, được quy định tại đâu
  xin hỏi, cho hỏi, cho tôi hỏi, cho biết, hãy cho biết, hãy nêu, hãy, xin, kể tên, liệt kê, nêu, trình bày
  theo quy định của, theo quy định, theo quy định pháp luật, theo quy định của pháp luật, theo, có được, được xem là, được coi là, được hiểu là
  bị truy cứu trách nhiệm hình sự, có bị truy cứu trách nhiệm hình sự không, có phải chịu trách nhiệm hình sự không, có phải chịu trách nhiệm không
  bị xử lý hình sự, bị xử lý như thế nào, xử lý như thế nào, bị xử phạt như thế nào, xử phạt như thế nào, bị phạt như thế nào, có bị phạt không
  phạm tội gì, về tội gì, tội gì, bị phạt bao nhiêu, phạt bao nhiêu, mức phạt bao nhiêu, có phải bồi thường không
  có vi phạm pháp luật không, có vi phạm không, có phạm tội không, có hợp pháp không, có đúng luật không, có trái luật không
  có được không, được không ạ, có cần, có phải là, có thể, có quyền, có bị, có được phép, thì có, như vậy, như vậy có
  phải làm gì, phải làm thế nào, làm thế nào, làm thế nào để, cần làm gì, tính như thế nào, được tính như thế nào
  là bao lâu, trong bao lâu, gồm những gì, bao gồm những gì, cần những gì, trong trường hợp này, trường hợp này
  tôi, tôi muốn hỏi, tôi muốn biết, cho em hỏi, cho mình hỏi, xin luật sư tư vấn, tư vấn giúp, giúp tôi, xin cảm ơn, cảm ơn
  hiện nay, hiện hành, theo luật hiện hành, theo pháp luật hiện hành
  khác, còn, rồi, nữa, vẫn, phải, cần, hoặc, hay, nhưng, sau khi, trước khi, vậy thì
  thì, mà, là, của, và, các, những, một, cho, với, để, do, bởi, tại, về, đó, này, kia, cũng, đã, sẽ, đang, rằng, nếu, khi, trong, có, được, bị
`

const trie = buildTrie()

interface Node {
  readonly next: Map<string, Node>
  ends: boolean
}

/** The weight of each word: 1, or little for words that only frame the question. */
export function questionWordWeights(terms: readonly string[]): number[] {
  const weights = terms.map(() => 1)
  for (let at = 0; at < terms.length; ) {
    const length = longestFrame(terms, at)
    for (let i = at; i < at + length; i++) weights[i] = frameWeight
    at += Math.max(1, length)
  }
  return weights
}

function longestFrame(terms: readonly string[], start: number): number {
  let longest = 0
  let node: Node | undefined = trie
  for (let at = start; at < terms.length; at++) {
    node = node.next.get(terms[at]!)
    if (!node) break
    if (node.ends) longest = at - start + 1
  }
  return longest
}

function buildTrie(): Node {
  const root: Node = { next: new Map(), ends: false }
  for (const phrase of questionFrames.split(/[,\n]/)) {
    let node = root
    for (const { term } of tokenize(phrase)) {
      const next = node.next.get(term) ?? { next: new Map(), ends: false }
      node.next.set(term, next)
      node = next
    }
    if (node !== root) node.ends = true
  }
  return root
}
