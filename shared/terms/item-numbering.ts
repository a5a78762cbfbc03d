/** How one cell numbers several measures. `{n}` is the number. */
export const numerals = '一二三四五六七八九十'
export const circledNumbers = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿'
export const itemSeparator = '；'
/** Between names of rules; a mark within 《》 belongs to the name. */
export const nameSeparators = /[；;\n]|(?<=》)[、，,](?=[^》]*《)/
/** A sentence that ends here needs no separator behind it. */
export const sentenceEnd = /[。！？!?]$/
export const looseEnds = /^[\s、，,；;]+|[\s；;]+$/g
/** A line that goes on in the next one. */
export const unfinishedLine = /[，,、：:（(]$/

/** Marks that number items, by number; the first of each is the one that is written. */
export const numberings: readonly {
  /** Source of the pattern that meets the mark of a number, given as Arabic and Chinese numeral and circled. */
  readonly mark: (arabic: string, chinese: string, circled: string) => string | null
  /** What may stand in front of it; null: anything. */
  readonly before: string | null
  readonly write: (arabic: string, chinese: string, circled: string) => string | null
}[] = [
  {
    // 「2.5亿」 and 「1、2季度」 are no marks; a full stop may adjoin the words before it, other signs may not.
    mark: (arabic) =>
      `(?<![\\d０-９.．])(?:(?<=^|[\\s；;。！？!?：:])${arabic}[.．、)）]|(?<=[^\\x00-\\x7F])${arabic}[.．](?=[^\\x00-\\x7F]))(?![\\d０-９])`,
    before: null,
    write: (arabic) => `${arabic}. `,
  },
  { mark: (arabic) => `[（(]${arabic}[）)]`, before: null, write: (arabic) => `（${arabic}）` },
  {
    mark: (_arabic, _chinese, circled) => (circled === '' ? null : circled),
    before: null,
    write: (_a, _c, circled) => (circled === '' ? null : circled),
  },
  {
    mark: (_arabic, chinese) => `${chinese}是[，,：:]?`,
    before: '[\\s；;。！？!?：:，,]',
    write: (_arabic, chinese) => `${chinese}是`,
  },
  {
    mark: (_arabic, chinese) => `第${chinese}[，,、：:]`,
    before: '[\\s；;。！？!?：:，,]',
    write: (_arabic, chinese) => `第${chinese}，`,
  },
  { mark: (_arabic, chinese) => `[（(]${chinese}[）)]`, before: null, write: (_arabic, chinese) => `（${chinese}）` },
  {
    mark: (_arabic, chinese) => `${chinese}、`,
    before: '[\\s；;。！？!?：:]',
    write: (_arabic, chinese) => `${chinese}、`,
  },
]
