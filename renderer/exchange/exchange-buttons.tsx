import { Button } from 'antd'
import { packagesText, commonText as text } from '../text/exchange'
import { wishFile } from './receive-state'
import { openSend } from './send-state'

/** Any file of the district or of a colleague; the service says what it is. */
export function ReceiveButton({ label = text.receive }: { readonly label?: string }) {
  return (
    <Button className="for-work" title={text.receiveHint} onClick={wishFile}>
      {label}
    </Button>
  )
}

export function SendButton({
  period,
  label = packagesText.make,
}: {
  readonly period: string
  readonly label?: string
}) {
  return (
    <Button className="for-lead" type="primary" onClick={() => openSend(period)}>
      {label}
    </Button>
  )
}
