import { parseReportPeriod, periodName } from '../../shared/reports/period'
import type { UnitPage } from '../../shared/district/unit-page'
import { sheetText as text } from '../text/district-publish'

/** The period as people say it; a key that is none shows as it is. */
function periodWords(key: string): string {
  const period = parseReportPeriod(key)
  return period ? text.period(period.year, periodName(period)) : key
}

function Standing({ page }: { readonly page: UnitPage }) {
  const { rank, of, tied, tieBreak, reason, score, max, toFull, toNext, before, gap } = page
  const facts = [
    rank === null ? `${text.unranked} ${reason}` : text.rank(rank, of, tied),
    score === null ? '' : text.scoreOf(score, max ?? ''),
    tieBreak,
    toFull === null ? '' : text.toFull(toFull),
    toNext === null ? '' : text.toNext(toNext),
    before === null ? '' : text.before(before),
    gap,
  ]
  return (
    <ul className="district-sheet-facts">
      {facts
        .filter((fact) => fact.trim() !== '')
        .map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
    </ul>
  )
}

function UnitSheet({ page }: { readonly page: UnitPage }) {
  const { unit, category, period, district, asOf, components, vetoes, returned, objectionsUntil, checkCode } = page
  return (
    <article>
      <h1>{text.pageTitle(periodWords(period))}</h1>
      <div className="print-head">
        <strong>{unit}</strong>
        <span>{category}</span>
      </div>
      <Standing page={page} />
      <table>
        <thead>
          <tr>
            <th>{text.component}</th>
            <th>{text.points}</th>
            <th>{text.max}</th>
            <th>{text.lost}</th>
            <th>{text.arithmetic}</th>
          </tr>
        </thead>
        <tbody>
          {components.map(({ id, name, points, max, lost, arithmetic }) => (
            <tr key={id}>
              <td>{name}</td>
              <td className="print-number">{points ?? text.none}</td>
              <td className="print-number">{max ?? text.none}</td>
              <td className="print-number">{lost ?? text.none}</td>
              <td>{arithmetic}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {vetoes.length > 0 && (
        <>
          <h2>{text.vetoes}</h2>
          {vetoes.map(({ clause, on }) => (
            <p key={`${on}.${clause}`}>
              {on} {clause}
            </p>
          ))}
        </>
      )}
      {returned.length > 0 && (
        <>
          <h2>{text.returned}</h2>
          {returned.map(({ label, verdict, reason }) => (
            <p key={label}>{text.returnedLine(label, text.verdicts[verdict], reason)}</p>
          ))}
        </>
      )}
      <div className="print-head print-signed">
        <span>
          {text.foot(district, asOf)} {objectionsUntil === null ? '' : text.objections(objectionsUntil)}
        </span>
        <span>{text.checkCode(checkCode)}</span>
      </div>
    </article>
  )
}

/** One page for each unit, in one run; a page names its own unit alone. */
export function UnitSheets({ pages }: { readonly pages: readonly UnitPage[] }) {
  return (
    <>
      {pages.map((page) => (
        <div key={page.unitId} className="district-sheet">
          <UnitSheet page={page} />
        </div>
      ))}
    </>
  )
}
