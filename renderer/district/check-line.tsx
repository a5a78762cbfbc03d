import { Checkbox } from 'antd'
import { useState } from 'react'
import type { CheckDecision, CheckResult } from '../../shared/district/record'
import { checkCodeLabels, checkDecisionLabels } from '../../shared/terms/district-review'
import { ActionButton } from '../components/action-button'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { claimDecisions, reviewText as text } from '../text/district-review'

interface CheckLineProps {
  readonly check: CheckResult
  readonly period: string
  /** Open checks of the same kind in the same unit, which may be decided along with it. */
  readonly alike: readonly CheckResult[]
  readonly isLocked: boolean
  readonly onOpenUnit: (unitId: string) => void
}

/** What can be decided about a check, the proposal first. */
function choicesOf({ code, proposed }: CheckResult): readonly CheckDecision[] {
  if (code === 'sameEnterprise') return [...claimDecisions, 'dismissed']
  return proposed ? ['adopted', 'dismissed'] : ['dismissed']
}

function buttonWord(decision: CheckDecision): string {
  if (decision === 'adopted') return text.adopt
  return decision === 'dismissed' ? text.dismiss : checkDecisionLabels[decision]
}

/** The reason, ready to be taken as it is, and the buttons that decide. */
function Decide({
  check,
  period,
  alike,
  onDone,
}: Pick<CheckLineProps, 'check' | 'period' | 'alike'> & { readonly onDone: () => void }) {
  const done = useDone()
  const [isForAll, setIsForAll] = useState(false)
  const [reason, setReason] = useState(check.decision?.reason ?? check.text)
  const decide = async (decision: CheckDecision): Promise<void> => {
    const alsoKeys = isForAll ? alike.map(({ key }) => key) : []
    await call('district.decideCheck', { period, key: check.key, alsoKeys, decision, reason })
    done(text.decisionDone(check.unit, checkDecisionLabels[decision]))
    onDone()
  }
  return (
    <div className="district-line">
      <span className="district-grow">
        <TextField label={text.reason} value={reason} onChange={setReason} />
      </span>
      {alike.length > 0 && (
        <Checkbox checked={isForAll} onChange={(event) => setIsForAll(event.target.checked)}>
          {text.alsoAlike(alike.length)}
        </Checkbox>
      )}
      {choicesOf(check).map((decision, index) => (
        <ActionButton
          key={decision}
          size="small"
          type={index === 0 ? 'primary' : 'default'}
          disabled={reason.trim() === ''}
          run={() => decide(decision)}
        >
          {buttonWord(decision)}
        </ActionButton>
      ))}
    </div>
  )
}

/** One thing that does not fit: the numbers, the proposal, the decision. */
export function CheckLine({ check, period, alike, isLocked, onOpenUnit }: CheckLineProps) {
  const [isChanging, setIsChanging] = useState(false)
  const { code, unitId, unit, label, other, text: sentence, proposal, decision } = check
  return (
    <li>
      <div className="district-line">
        <span className={decision ? 'soft' : 'district-mark-missing'}>
          {decision ? '✓' : '■'} {checkCodeLabels[code]}
        </span>
        <strong className="district-grow">
          {unit} <span className="soft">{label}</span>
        </strong>
        <button type="button" className="link" onClick={() => onOpenUnit(unitId)}>
          {text.openUnit}
        </button>
      </div>
      <p className="district-tight">{sentence}</p>
      {other && (
        <p className="soft district-tight">
          {text.other(other.unit, other.label)}{' '}
          <button type="button" className="link" onClick={() => onOpenUnit(other.unitId)}>
            {text.openUnit}
          </button>
        </p>
      )}
      {proposal !== '' && <p className="soft district-tight">{text.proposal(proposal)}</p>}
      {decision && !isChanging ? (
        <p className="soft district-tight">
          {text.decided(
            checkDecisionLabels[decision.decision],
            decision.decidedBy,
            decision.decidedOn,
            decision.reason,
          )}{' '}
          {!isLocked && (
            <button type="button" className="link" onClick={() => setIsChanging(true)}>
              {text.change}
            </button>
          )}
        </p>
      ) : (
        !isLocked && <Decide check={check} period={period} alike={alike} onDone={() => setIsChanging(false)} />
      )}
    </li>
  )
}
