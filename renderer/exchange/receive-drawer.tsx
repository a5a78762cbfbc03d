import { Button } from 'antd'
import { useState } from 'react'
import type { PackagePreview } from '../../shared/exchange/contract'
import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { goTo } from '../app/screen'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useDone } from '../components/undo-notice'
import { useAction, type OutputOf } from '../desk'
import { commonText, receiveText as text } from '../text/exchange'
import './exchange.css'
import { PackagePreviewView } from './package-preview'
import { PackageRefused } from './package-refused'
import { missingAnswer, noAnswer } from './package-signer'
import { closeReceive, endReceive, useReceive } from './receive-state'
import { showStanding } from './show-standing'

type Accepted = OutputOf<'exchange.accept'>

/** Where the content of each kind is looked at. */
function showAccepted({ kind, conflicts }: Accepted, period: string | null): void {
  if (conflicts > 0) goTo('reports', 'conflicts')
  else if (kind === 'receipt' && period !== null) showStanding(period)
  else if (kind === 'assignments') goTo('assignments', 'list')
}

function Preview({ preview }: { readonly preview: PackagePreview }) {
  const [answer, setAnswer] = useState(noAnswer)
  const accept = useAction('exchange.accept')
  const done = useDone()
  const { about, session, canAccept } = preview
  const missing = canAccept ? missingAnswer(about.signer, answer) : text.refused
  const kind = packageKindLabels[about.kind]
  const take = (): void =>
    accept.mutate(
      { session, ...answer },
      {
        onSuccess: (accepted) => {
          endReceive()
          showAccepted(accepted, about.period)
          const conflicts = accepted.conflicts > 0 ? text.acceptedConflicts(accepted.conflicts) : ''
          done(`${text.accepted(kind)}${conflicts}`)
        },
      },
    )
  const footer = (
    <div className="exchange-foot">
      <FailureNotice error={accept.error} />
      <span className="exchange-grow soft">{missing ?? text.nothingWritten}</span>
      <Button onClick={closeReceive}>{commonText.cancel}</Button>
      <Button type="primary" disabled={missing !== null || accept.isPending} onClick={take}>
        {text.acceptOf(kind)}
      </Button>
    </div>
  )
  return (
    <RecordDrawer title={text.title} isOpen onClose={closeReceive} width={760} footer={footer}>
      <PackagePreviewView preview={preview} answer={answer} onAnswer={setAnswer} />
    </RecordDrawer>
  )
}

/** 接收文件: the file that was handed over, looked into before anything is taken over. */
export function ReceiveDrawer() {
  const view = useReceive((state) => state.view)
  switch (view.kind) {
    case 'closed':
      return null
    case 'opening':
      return (
        <RecordDrawer title={text.title} isOpen onClose={closeReceive} width={760}>
          <p className="soft">{text.opening(view.fileName)}</p>
        </RecordDrawer>
      )
    case 'refused':
      return (
        <RecordDrawer title={text.title} isOpen onClose={closeReceive} width={760}>
          <PackageRefused file={view.file} error={view.error} />
        </RecordDrawer>
      )
    case 'preview':
      return <Preview key={view.preview.session} preview={view.preview} />
  }
}
