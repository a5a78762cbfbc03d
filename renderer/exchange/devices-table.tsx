import { Button } from 'antd'
import type { OutputOf } from '../desk'
import { colleaguesText as text } from '../text/colleagues'

export type Device = OutputOf<'exchange.devices'>[number]

interface DevicesTableProps {
  readonly devices: readonly Device[]
  readonly onSend: (device: string) => void
}

/** Each PC, and how far each is known to the other. */
export function DevicesTable({ devices, onSend }: DevicesTableProps) {
  const { columns } = text
  return (
    <table className="ledger" aria-label={text.list}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.known}</th>
          <th scope="col">{columns.knows}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.action}</th>
        </tr>
      </thead>
      <tbody>
        {devices.map(({ device, label, isOwn, operations, knowsOfOurs, ours }) => (
          <tr key={device}>
            <td>{label}</td>
            <td className="figures">{text.operations(operations)}</td>
            <td className="figures">{!isOwn && text.ofOurs(knowsOfOurs, ours)}</td>
            <td>{isOwn ? text.own : knowsOfOurs < ours ? text.behind(ours - knowsOfOurs) : text.upToDate}</td>
            <td>
              {!isOwn && (
                <Button size="small" aria-label={text.sendToOf(label)} onClick={() => onSend(device)}>
                  {text.sendTo}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
