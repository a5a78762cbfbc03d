import { readNotice, type NoticeTree } from './notice'
import { declaredTextIssues } from './notice-totals'
import type { SelfCheckIssue } from './statistics-contract'
import { claimIssues } from './text-claims'
import { paragraphsOf } from './text-figures'
import { percentIssues } from './text-percents'
import { sumIssues } from './text-sums'

/**
 * 数字自洽检查 of a text by itself: declared against listed, percentages against their fractions, wholes against their
 * parts, 全部 and 100% against what is open. A text that agrees gives no issue. Source: product F5.
 */
export function checkText(text: string, tree: NoticeTree | null = readNotice(text)): readonly SelfCheckIssue[] {
  const paragraphs = paragraphsOf(text)
  return [
    ...(tree ? declaredTextIssues(tree.figures, tree.found) : []),
    ...paragraphs.flatMap(percentIssues),
    ...sumIssues(paragraphs),
    ...claimIssues(text, tree),
  ]
}
