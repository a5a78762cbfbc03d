import type { BriefRecord } from '../../shared/briefs/record'
import { usesOf } from '../../shared/briefs/uses'
import { briefUseLabels } from '../../shared/terms/briefs'
import { useShell } from '../app/shell'
import { SharedMark } from '../briefs/brief-lines'
import { ActionButton } from '../components/action-button'
import { SampleFlag } from '../components/sample-flag'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { briefText } from '../text/briefs'
import { environmentBriefText as text } from '../text/environment'

interface BriefRowProps {
  readonly brief: BriefRecord
  readonly onOpen: () => void
}

function BriefRow({ brief, onOpen }: BriefRowProps) {
  const { today } = useShell()
  const done = useDone()
  const day = text.dueDay(today)
  const mark = async (): Promise<void> => {
    const { isSample: _sample, ...fields } = brief
    await call('briefs.save', { ...fields, uses: [...brief.uses], submittedOn: today })
    done(text.marked(day))
  }
  return (
    <tr>
      <td>
        <SampleFlag isSample={brief.isSample} name={brief.title} word={briefText.sample} className="brief-mark" />
        <button type="button" className="link" onClick={onOpen}>
          {brief.title}
        </button>
      </td>
      <td>{briefText.monthNumber(brief.month)}</td>
      <td>
        <SharedMark brief={brief} />{' '}
        {[...usesOf(brief)].map((use) => briefUseLabels[use]).join(briefText.listSeparator)}
      </td>
      <td className="amount">{brief.characterCount ?? ''}</td>
      <td className="figures">{brief.submittedOn ?? briefText.notSubmitted}</td>
      <td>
        {brief.submittedOn === null && (
          <ActionButton size="small" run={mark}>
            {text.markToday(day)}
          </ActionButton>
        )}
      </td>
    </tr>
  )
}

interface BriefTableProps {
  readonly briefs: readonly BriefRecord[]
  readonly onOpen: (brief: BriefRecord) => void
}

/** All texts that serve 抓营商环境, each once with every duty it is used for. */
export function BriefTable({ briefs, onOpen }: BriefTableProps) {
  const { columns } = text
  return (
    <table className="ledger duty-table">
      <thead>
        <tr>
          <th>{columns.title}</th>
          <th>{columns.month}</th>
          <th>{columns.uses}</th>
          <th className="amount">{columns.count}</th>
          <th>{columns.submitted}</th>
          <th aria-label={columns.action} />
        </tr>
      </thead>
      <tbody>
        {briefs.map((brief) => (
          <BriefRow key={brief.id} brief={brief} onOpen={() => onOpen(brief)} />
        ))}
      </tbody>
    </table>
  )
}
