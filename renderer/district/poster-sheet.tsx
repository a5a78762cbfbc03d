import type { CSSProperties } from 'react'
import type { Poster } from '../../shared/district/poster'
import { sheetText as text } from '../text/district-publish'

function changeText(change: number | null): string {
  if (change === null || change === 0) return text.same
  return change > 0 ? text.up(change) : text.down(-change)
}

/** The longest column decides how large the rows can be: the sheet is one page, whatever the categories hold. */
function rowsStyle(columns: Poster['columns']): CSSProperties {
  const rows = Math.max(1, ...columns.map((column) => column.rows.length + 1))
  // React's type knows no custom properties of CSS.
  return { '--rows': rows } as CSSProperties
}

/** The A3 sheet for the wall: the categories side by side. */
export function PosterSheet({ poster }: { readonly poster: Poster }) {
  const { title, caption, totals, columns, awards, foot, checkCode } = poster
  return (
    <div className="district-poster">
      <h1>{title}</h1>
      <p className="district-poster-caption">{caption}</p>
      <p className="district-poster-totals">
        {totals.map(({ label, value, unit }) => (
          <span key={label}>{text.total(label, value, unit)}</span>
        ))}
      </p>
      <div className="district-poster-columns" style={rowsStyle(columns)}>
        {columns.map(({ label, rows, note }) => (
          <section key={label}>
            <h2>{label}</h2>
            <table>
              <thead>
                <tr>
                  <th>{text.place}</th>
                  <th>{text.unit}</th>
                  <th>{text.score}</th>
                  <th>{text.change}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ place, unit, score, change }) => (
                  <tr key={unit}>
                    <td className="print-number">{place}</td>
                    <td>{unit}</td>
                    <td className="print-number">{score}</td>
                    <td className="print-number">{changeText(change)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="district-poster-note">{note}</p>
          </section>
        ))}
      </div>
      {awards.map((award) => (
        <p key={award.title}>{text.award(award.title, award.winners)}</p>
      ))}
      <div className="print-head">
        <span>{foot.join(' ')}</span>
        <span>{text.checkCode(checkCode)}</span>
      </div>
    </div>
  )
}
