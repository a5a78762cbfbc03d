import type { z } from 'zod'
import type { packageChangeSchema } from '../../shared/exchange/contract'
import { commonText as text } from '../text/exchange'
import { LongList } from './long-list'

type Change = z.infer<typeof packageChangeSchema>

/** Rows shown at first. */
const shownAtFirst = 20

/** What becomes different, value by value. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <LongList rows={changes} shownAtFirst={shownAtFirst}>
      {(shown) => (
        <table className="ledger exchange-changes">
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.fieldOf}</th>
              <th scope="col">{text.from}</th>
              <th scope="col">{text.to}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ title, field, from, to }, index) => (
              <tr key={`${index} ${title} ${field}`}>
                <td>{title}</td>
                <td>{field}</td>
                <td className="soft figures">{from || text.none}</td>
                <td className="figures">{to || text.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </LongList>
  )
}
