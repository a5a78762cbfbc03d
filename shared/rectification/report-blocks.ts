/** A piece of a 整改报告. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      /** What it is about, to say where something was hidden: 「第3项 …」, or the heading above it. */
      readonly where: string
      /** The unit that this finding was found at is not named, so the amounts of it are not either. */
      readonly isUnnamed: boolean
    }

export function headingOf(level: 1 | 2 | 3, text: string): ReportBlock {
  return { kind: 'heading', level, text }
}

export function paragraphOf(text: string, where = '', isUnnamed = false): ReportBlock {
  return { kind: 'paragraph', text, where, isUnnamed }
}

/** The words that a reader sees, one line to a block. */
export function blocksText(blocks: readonly ReportBlock[]): string {
  return blocks.map(({ text }) => text).join('\n')
}
