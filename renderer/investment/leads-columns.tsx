import type { IsoDate } from '../../shared/core/dates'
import type { LeadRow } from '../../shared/investment/contract'
import { missingForEffective } from '../../shared/investment/facts'
import type { LeadState } from '../../shared/investment/states'
import { joinWords, leadClassLabel } from '../../shared/terms/investment'
import type { DataColumn } from '../components/data-table'
import { SampleFlag } from '../components/sample-flag'
import { listText, missingShort } from '../text/investment'
import { StateMark } from './state-mark'

const onTheWay: ReadonlySet<LeadState> = new Set(['draft', 'filed', 'certified', 'contacted'])

/** What 有效 still waits for, in short words for a narrow column. */
function missingOf({ lead, state }: LeadRow, today: IsoDate): string {
  if (!onTheWay.has(state)) return state === 'effective' ? listText.landingNext : listText.noUnits
  return joinWords(missingForEffective(lead, today).map((field) => missingShort[field] ?? field))
}

/** The columns of the list of leads. */
export function leadColumns(today: IsoDate): readonly DataColumn<LeadRow>[] {
  const words = listText.columns
  return [
    {
      key: 'title',
      title: words.title,
      width: 200,
      isSortable: true,
      isFixed: true,
      render: ({ lead, isImported }) => (
        <span title={lead.title || lead.investorName}>
          <SampleFlag
            isSample={lead.isSample}
            name={lead.title || lead.investorName}
            word={listText.sample}
            hint={listText.sampleHint}
            className="lead-flag"
          />
          {isImported && (
            <span className="lead-flag" title={listText.importedHint}>
              {listText.imported}
            </span>
          )}
          {lead.title || lead.investorName || listText.untitled}
        </span>
      ),
    },
    {
      key: 'investorName',
      title: words.investor,
      width: 160,
      isSortable: true,
      render: ({ lead }) => lead.investorName,
    },
    { key: 'investorRegion', title: words.place, width: 84, render: ({ lead }) => lead.investorRegion },
    {
      key: 'districtClass',
      title: words.leadClass,
      width: 100,
      render: ({ lead }) => leadClassLabel(lead.districtClass),
    },
    { key: 'state', title: words.state, width: 98, render: ({ state }) => <StateMark state={state} /> },
    {
      key: 'filedOn',
      title: words.filedOn,
      width: 100,
      isSortable: true,
      render: ({ lead }) => lead.filedOn ?? listText.noUnits,
    },
    { key: 'missing', title: words.missing, width: 176, render: (row) => missingOf(row, today) },
    {
      key: 'units',
      title: words.units,
      width: 124,
      align: 'right',
      render: ({ units }) => <span className="amount">{units ?? listText.noUnits}</span>,
    },
    {
      key: 'lastFollowUpOn',
      title: words.lastFollowUp,
      width: 100,
      render: ({ lastFollowUpOn }) => lastFollowUpOn ?? <span className="soft">{listText.noUnits}</span>,
    },
  ]
}
