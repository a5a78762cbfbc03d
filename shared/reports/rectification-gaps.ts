import { countedOnOf } from '../rectification/report-items'
import { formatChineseDate } from '../terms/dates'
import { rectificationText as words } from '../terms/report-rectification'
import type { Point } from './document-blocks'
import type { ReportWarning } from './model'
import type { RectificationFacts, RectificationItem } from './rectification-facts'
import { nameOf, openItems, overdueItems } from './rectification-lines'
import { findingRef } from './refs'
import { fillText, nameList } from './sentences'

/** Next steps that the text itself tells; the sheet has all of them. */
const toldSteps = 5

function withoutDue(facts: RectificationFacts): readonly RectificationItem[] {
  return openItems(facts).filter(({ finding }) => finding.dueOn === null)
}

/** Gaps of 整改 in words and what follows from each; next steps as they were written. */
export function rectificationGaps(facts: RectificationFacts): {
  readonly problems: readonly Point[]
  readonly steps: readonly Point[]
} {
  const problems: Point[] = []
  const steps: Point[] = []
  const open = openItems(facts)
  const gap = (key: 'overdue' | 'noDue' | 'noMeasure', items: readonly RectificationItem[]): void => {
    if (items.length === 0) return
    const list = nameList(items.map(nameOf))
    problems.push({ key, text: fillText(words.problems[key], { count: items.length, list }) })
    steps.push({ key, text: words.steps[key] })
  }
  gap('overdue', overdueItems(facts))
  gap('noDue', withoutDue(facts))
  gap(
    'noMeasure',
    open.filter(({ measureCount }) => measureCount === 0),
  )
  const planned = open.filter(({ finding }) => finding.nextStep.trim() !== '')
  for (const item of planned.slice(0, toldSteps)) {
    const next = item.finding.nextStep.trim().replace(/[。.；;\s]+$/u, '')
    steps.push({ key: `next.${item.finding.id}`, text: fillText(words.steps.next, { name: nameOf(item), next }) })
  }
  const left = open.length - Math.min(planned.length, toldSteps)
  if (planned.length > 0 && left > 0)
    steps.push({ key: 'more', text: fillText(words.steps.more, { count: left, sheet: words.openSheet.name }) })
  return { problems, steps }
}

/** What the sender should look at before signing. */
export function rectificationWarnings(facts: RectificationFacts): readonly ReportWarning[] {
  const { warnings } = words
  const stream = 'rectification' as const
  const about = (
    kind: ReportWarning['kind'],
    text: string,
    item: Pick<RectificationItem, 'finding'> | null,
  ): ReportWarning => ({ kind, stream, text, record: item && findingRef(item.finding) })
  const undated = facts.items.filter((item) => item.counting.isDone && countedOnOf(item) === null)
  const byId = new Map(facts.items.map((item) => [item.finding.id, item]))
  return [
    ...overdueItems(facts).map((item) => {
      const due = item.finding.dueOn === null ? '' : formatChineseDate(item.finding.dueOn)
      return about('gap', fillText(warnings.overdue, { name: nameOf(item), due }), item)
    }),
    ...withoutDue(facts).map((item) => about('gap', fillText(warnings.noDue, { name: nameOf(item) }), item)),
    ...facts.issues.map(({ severity, text, findingId }) =>
      about(severity === 'error' ? 'gap' : 'note', text, findingId === null ? null : (byId.get(findingId) ?? null)),
    ),
    ...(undated.length === 0
      ? []
      : [
          about(
            'estimate',
            fillText(warnings.undated, { count: undated.length, asOf: formatChineseDate(facts.asOf) }),
            undated[0] ?? null,
          ),
        ]),
    ...facts.programs
      .filter(({ feedbackOn }) => feedbackOn === null)
      .map(({ title }) => about('estimate', fillText(warnings.noFeedback, { title }), null)),
    ...(facts.asOf < facts.preparedOn && facts.statistics.amounts.length > 0
      ? [about('note', warnings.amounts, null)]
      : []),
  ]
}
