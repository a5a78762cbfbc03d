import { formatMoney } from '../core/money'
import { revenueText } from '../terms/report-revenue'
import type { Point } from './document-blocks'
import type { RecordRef, ReportWarning } from './model'
import { entryRef, tipRef } from './refs'
import type { RevenueFacts } from './revenue-facts'
import { revenueLines } from './revenue-sheets'
import { fillText, nameList } from './sentences'
import { taskProblems, taskSteps, taskWarnings } from './task-lines'

function unanswered({ tips }: RevenueFacts): RevenueFacts['tips'] {
  return tips.filter(({ tip, light }) => tip.direction === 'out' && light === 'overdue')
}

/** Gaps of 抓收入 in words and what follows from each. */
export function revenueGaps(facts: RevenueFacts): {
  readonly problems: readonly Point[]
  readonly steps: readonly Point[]
} {
  const problems: Point[] = []
  const steps: Point[] = []
  const { problems: problem, steps: step } = revenueText
  const { remainingFen } = facts.progress
  if (remainingFen !== null && remainingFen > 0) {
    const remaining = { remaining: formatMoney(remainingFen, 'tenThousand') }
    problems.push({ key: 'remaining', text: fillText(problem.remaining, remaining) })
    steps.push({ key: 'remaining', text: fillText(step.remaining, remaining) })
  }
  const open = [...facts.clues, ...facts.confirmed].map(({ item }) => item)
  if (open.length > 0) {
    problems.push({ key: 'clues', text: fillText(problem.clues, { count: open.length, list: nameList(open) }) })
    steps.push({ key: 'clues', text: step.clues })
  }
  const late = unanswered(facts).map(({ tip }) => tip.counterpart)
  if (late.length > 0) {
    problems.push({ key: 'tips', text: fillText(problem.tips, { count: late.length, list: nameList(late) }) })
    steps.push({ key: 'tips', text: step.tips })
  }
  problems.push(...taskProblems(facts, facts.tasks))
  steps.push(...taskSteps(facts, facts.tasks))
  return { problems, steps }
}

/** What the sender should check before signing. */
export function revenueWarnings(facts: RevenueFacts): readonly ReportWarning[] {
  const { warnings } = revenueText
  const stream = 'revenue' as const
  const warn = (kind: ReportWarning['kind'], sentenceText: string, record: RecordRef | null): ReportWarning => ({
    kind,
    stream,
    text: sentenceText,
    record,
  })
  const noVoucher = revenueLines(facts).filter(({ entry }) => entry.voucherNo === '' && entry.status === 'booked')
  return [
    ...(facts.entries.length === 0 ? [warn('gap', warnings.empty, null)] : []),
    ...(facts.progress.targetFen === null ? [warn('note', revenueText.noTarget, null)] : []),
    ...noVoucher.map(({ entry }) => warn('gap', fillText(warnings.noVoucher, { item: entry.item }), entryRef(entry))),
    ...unanswered(facts).map(({ tip }) =>
      warn('gap', fillText(warnings.tip, { counterpart: tip.counterpart }), tipRef(tip)),
    ),
    ...taskWarnings(stream, facts, facts.tasks),
  ]
}
