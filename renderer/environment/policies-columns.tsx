import { yearOf } from '../../shared/core/dates'
import type { PolicyRow } from '../../shared/environment/contract'
import { policyDayText, policyDueText, policyStateText } from '../../shared/terms/environment'
import type { DataColumn } from '../components/data-table'
import { Light } from '../components/light'
import { SampleFlag } from '../components/sample-flag'
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
    width: 236,
    render: ({ policy }) => (
      <>
        <SampleFlag isSample={policy.isSample} name={policy.title} word={text.sample} className="lead-flag" />
        <span title={policy.title}>{policy.title}</span>
      </>
    ),
  },
  { key: 'docNo', title: text.columns.docNo, width: 170, render: ({ policy }) => policy.docNo },
  {
    key: 'published',
    title: text.columns.published,
    width: 132,
    render: ({ policy }) => policyDayText(policy.publishedOn, false, yearOf(policy.publishedOn)),
  },
  {
    key: 'due',
    title: text.columns.due,
    width: 184,
    render: (row) => policyDueText(row, yearOf(row.policy.publishedOn)),
  },
  {
    key: 'state',
    title: text.columns.state,
    width: 184,
    render: (row) => <Light state={row.light} text={policyStateText(row)} />,
  },
  {
    key: 'explainer',
    title: text.columns.explainer,
    width: 64,
    render: (row) => (row.hasExplainer ? text.explainerReady : text.explainerMissing),
  },
  { key: 'told', title: text.columns.told, width: 200, render: toldWords },
]
