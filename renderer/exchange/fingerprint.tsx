import type { OutputOf } from '../desk'

/** A key as two people compare it on the phone: digits in groups, and the same in words. */
export function Fingerprint({
  label,
  fingerprint: { digits, words },
}: {
  readonly label: string
  readonly fingerprint: OutputOf<'exchange.identity'>['fingerprint']
}) {
  return (
    <div className="exchange-fingerprint">
      <span className="soft">{label}</span>
      <div>
        <div className="exchange-digits figures">{digits}</div>
        <div>{words}</div>
      </div>
    </div>
  )
}
