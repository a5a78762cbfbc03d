import { useState, type ReactNode } from 'react'
import { commonText as text } from '../text/exchange'

interface LongListProps<T> {
  readonly rows: readonly T[]
  /** Rows shown until more are asked for. */
  readonly shownAtFirst: number
  /** How the rest is offered; counted in 条 unless said otherwise. */
  readonly more?: (hidden: number) => string
  readonly children: (rows: readonly T[]) => ReactNode
}

/** The first rows of a list, and the rest when it is asked for. */
export function LongList<T>({ rows, shownAtFirst, more = text.more, children }: LongListProps<T>) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, shownAtFirst)
  const hidden = rows.length - shown.length
  return (
    <>
      {children(shown)}
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setIsWhole(true)}>
          {more(hidden)}
        </button>
      )}
    </>
  )
}
