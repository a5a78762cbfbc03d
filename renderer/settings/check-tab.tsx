import { Button } from 'antd'
import { messageText } from '../../shared/terms/messages'
import { recordLabels } from '../../shared/terms/settings'
import { FailureNotice } from '../components/failure-notice'
import { useAction, type OutputOf } from '../desk'
import { settingsText } from '../text/settings'
import { IntegrityPart } from './integrity-part'

type Check = OutputOf<'settings.check'>

/** The files that are gone or altered, by name. */
function AttachmentProblems({ problems }: { readonly problems: Check['attachments']['problems'] }) {
  if (problems.length === 0) return null
  return (
    <>
      <div>{settingsText.attachmentRepair}</div>
      <ul>
        {problems.map(({ fileName, sha256, problem }, index) => (
          <li key={`${index}/${sha256}`}>
            {fileName} {settingsText.attachmentProblem[problem]}
          </li>
        ))}
      </ul>
    </>
  )
}

function CheckResult({ check }: { readonly check: Check }) {
  const { journal, attachments } = check
  const journalState = journal.chainOk
    ? settingsText.journalFine(journal.entries)
    : settingsText.journalBroken(journal.entries)
  const counts = Object.entries(check.counts).filter(([, count]) => count > 0)
  return (
    <div role="status">
      <p style={{ fontSize: 18 }}>{check.ok ? settingsText.checkFine : settingsText.checkBad}</p>
      <dl className="facts">
        <dt>{settingsText.integrity}</dt>
        <dd>{check.integrity === 'ok' ? settingsText.integrityFine : check.integrity}</dd>
        <dt>{settingsText.journal}</dt>
        <dd>
          {journalState}
          {journal.missingTail && <div>{messageText('journalCut', { name: journal.missingTail.name })}</div>}
        </dd>
        <dt>{settingsText.attachments}</dt>
        <dd>
          {settingsText.attachmentsState(attachments.present, attachments.missing, attachments.altered)}
          <AttachmentProblems problems={attachments.problems} />
        </dd>
        <dt>{settingsText.schemaVersion}</dt>
        <dd>{check.schemaVersion}</dd>
        <dt>{settingsText.counts}</dt>
        <dd>
          {counts.map(([table, count]) => (
            <div key={table} className="figures">
              {recordLabels[table] ?? table} {count} {settingsText.unit}
            </div>
          ))}
        </dd>
      </dl>
    </div>
  )
}

/** 数据检查: looks, changes nothing. */
export function CheckTab() {
  const check = useAction('settings.check')
  return (
    <div className="settings-form">
      <p>{settingsText.checkIntro}</p>
      <Button disabled={check.isPending} onClick={() => check.mutate({})}>
        {settingsText.runCheck}
      </Button>
      <FailureNotice error={check.error} />
      {check.data && <CheckResult check={check.data} />}
      <IntegrityPart />
    </div>
  )
}
