import type { RankedUnit } from '../../shared/district/record'
import { RecordDrawer } from '../components/record-drawer'
import { rankingText } from '../text/district-ranking'
import { openReview } from './review-state'

const text = rankingText.detail

/** A unit's score down to its parts, the arithmetic and the lines it rests on. */
export function RankedDrawer({
  ranked,
  onClose,
}: {
  readonly ranked: RankedUnit | null
  readonly onClose: () => void
}) {
  return (
    <RecordDrawer title={ranked?.unit ?? ''} isOpen={ranked !== null} onClose={onClose} width={640}>
      {ranked && (
        <>
          <p className="district-tight">
            {ranked.score !== null && <strong>{text.total(ranked.score, ranked.max ?? '')}</strong>} {ranked.reason}{' '}
            {ranked.tieBreak}
          </p>
          {ranked.gap !== '' && <p className="soft district-tight">{ranked.gap}</p>}
          <section className="section" aria-label={text.components}>
            <h2>{text.components}</h2>
            <dl className="facts">
              {ranked.components.map(({ id, name, points, max, arithmetic, lines }) => (
                <div key={id} style={{ display: 'contents' }}>
                  <dt>{name}</dt>
                  <dd>
                    <span className="figures">
                      {points ?? text.noPoints}
                      {max === null ? '' : ` / ${max}`}
                    </span>
                    {arithmetic !== '' && <div className="soft">{arithmetic}</div>}
                    {lines.length > 0 && <div className="soft">{text.lines(lines.length)}</div>}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          {ranked.vetoes.length > 0 && (
            <section className="section" aria-label={text.vetoes}>
              <h2>{text.vetoes}</h2>
              {ranked.vetoes.map(({ clause, on }) => (
                <p key={`${on}.${clause}`} className="district-tight">
                  {on} {clause}
                </p>
              ))}
            </section>
          )}
          <button type="button" className="link" onClick={() => openReview(ranked.unitId)}>
            {text.openReview}
          </button>
        </>
      )}
    </RecordDrawer>
  )
}
