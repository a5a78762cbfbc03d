import { Button } from 'antd'
import type { IsoDate } from '../../shared/core/dates'
import { FailureNotice } from '../components/failure-notice'
import { backupMoment, backupPlacesText as text } from '../text/backup'
import type { Overview } from './standing'
import { ProgressLine } from './progress-line'
import { useLongAction } from './running'

interface SelfTestProps {
  readonly overview: Overview
  readonly today: IsoDate
}

function sentenceOf({ selfTest }: Overview, today: IsoDate): string {
  if (!selfTest) return text.selfTestNever
  const said = selfTest.isGood ? text.selfTestGood : text.selfTestBad
  return said(backupMoment(selfTest.at, today), selfTest.name)
}

/** The monthly trial: does a backup really give a ledger back? */
export function SelfTest({ overview, today }: SelfTestProps) {
  const test = useLongAction('backup.selfTest')
  return (
    <section className="section" aria-label={text.selfTest}>
      <h2>{text.selfTest}</h2>
      <p className="soft backup-tight">{text.selfTestHint}</p>
      <p className={`backup-tight ${overview.selfTest?.isGood === false ? 'light-overdue' : ''}`} role="status">
        {sentenceOf(overview, today)}
        {overview.isSelfTestDue && overview.selfTest && <span className="light-near"> {text.selfTestDue}</span>}
      </p>
      {test.running ? (
        <ProgressLine running={test.running} />
      ) : (
        <Button disabled={overview.last === null} onClick={() => void test.run({})}>
          {text.selfTestRun}
        </Button>
      )}
      <FailureNotice error={test.error} />
    </section>
  )
}
