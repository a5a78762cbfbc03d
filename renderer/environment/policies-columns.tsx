import { yearOf } from '../../shared/core/dates'
import type { PolicyRow } from '../../shared/environment/contract'
import { policyDayText, policyDueText, policyStateText } from '../../shared/terms/environment'
import type { DataColumn } from '../components/data-table'
import { Light } from '../components/light'
import { policyText as text } from '../text/environment'

/** Names that fit into a cell. */
const namesShown = 2

function toldWords({ told, toldOf, untold }: PolicyRow): string {
  const line = text.toldLine(told, toldOf)
  if (untold.length === 0) return line
  return `${line} ${text.missing(untold.slice(0, namesShown), untold.length - Math.min(namesShown, untold.length))}`
}

/** The columns of 惠企政策. */
export const policyColumns: readonly DataColumn<PolicyRow>[] = [
  {
    key: 'title',
    title: text.columns.title,
    render: ({ policy }) => (
      <>
        {policy.isSample && <span className="lead-flag">{text.sample}</span>}
        {policy.title}
      </>
    ),
  },
  { key: 'docNo', title: text.columns.docNo, width: 110, render: ({ policy }) => policy.docNo },
  {
    key: 'published',
    title: text.columns.published,
    width: 124,
    render: ({ policy }) => policyDayText(policy.publishedOn, false, yearOf(policy.publishedOn)),
  },
  {
    key: 'due',
    title: text.columns.due,
    width: 190,
    render: (row) => policyDueText(row, yearOf(row.policy.publishedOn)),
  },
  {
    key: 'state',
    title: text.columns.state,
    width: 180,
    render: (row) => <Light state={row.light} text={policyStateText(row)} />,
  },
  {
    key: 'explainer',
    title: text.columns.explainer,
    width: 76,
    render: (row) => (row.hasExplainer ? text.explainerReady : text.explainerMissing),
  },
  { key: 'told', title: text.columns.told, width: 180, render: toldWords },
]
