import { Button } from 'antd'
import type { Settings } from '../app/shell'
import { errorCodes, type ErrorCode } from '../../shared/core/error-codes'
import { messageText } from '../../shared/terms/messages'
import { appText } from '../text/app'
import './settings.css'

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code)
}

/** The store could not be opened: why, and where it lies. Nothing is written meanwhile. */
export function Refused({ settings, onRetry }: { readonly settings: Settings; readonly onRetry: () => void }) {
  const { failure, dataFolder } = settings
  const code: ErrorCode = failure && isErrorCode(failure.code) ? failure.code : 'unexpected'
  return (
    <div className="first-start">
      <main className="first-start-sheet" role="alert">
        <div className="first-start-head">
          <h1>{appText.refusedTitle}</h1>
        </div>
        <p style={{ fontSize: 16 }}>{messageText(code, failure?.params ?? {})}</p>
        <p className="soft">{appText.dataFolder(dataFolder)}</p>
        <Button type="primary" onClick={onRetry}>
          {appText.retry}
        </Button>
      </main>
    </div>
  )
}
