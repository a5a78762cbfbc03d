import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { awardsText as text } from '../text/district-ranking'

/** 奖项建议 with the clause, who and why, who not and why not. */
export function AwardList({ period }: { readonly period: string }) {
  const { data, error, refetch } = useCall('district.awards', { period })
  if (!data) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState text={text.none} />
  return (
    <div className="district-scroll">
      <p className="soft district-tight">{text.hint}</p>
      {data.map(({ awardId, name, group, clause, prize, winners, excluded, note }) => (
        <section key={`${awardId}.${group}`} className="section" aria-label={`${name} ${group}`}>
          <h2>
            {name} {group} <span className="soft">{text.prize(prize)}</span>
          </h2>
          <p className="soft district-tight">{clause}</p>
          {winners.length === 0 ? (
            <p className="district-tight">{text.noWinners}</p>
          ) : (
            <table className="district-table">
              <thead>
                <tr>
                  <th className="number">{text.place}</th>
                  <th>{text.unit}</th>
                  <th className="number">{text.value}</th>
                  <th>{text.reason}</th>
                </tr>
              </thead>
              <tbody>
                {winners.map(({ unitId, unit, place, value, reason }) => (
                  <tr key={unitId}>
                    <td className="number">{place}</td>
                    <td>{unit}</td>
                    <td className="number">{value}</td>
                    <td>{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {excluded.length > 0 && (
            <p className="district-tight">
              {text.excludedAll(excluded.map(({ unit, reason }) => text.excludedLine(unit, reason)))}
            </p>
          )}
          {note !== '' && <p className="district-mark-late district-tight">▲ {note}</p>}
        </section>
      ))}
    </div>
  )
}
