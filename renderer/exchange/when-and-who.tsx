import { momentLabel } from '../text/exchange'

/** When something happened, and below it who did it. */
export function WhenAndWho({ at, by }: { readonly at: string; readonly by: string }) {
  return (
    <>
      <div>{momentLabel(at)}</div>
      <div className="soft">{by}</div>
    </>
  )
}
