import type { CategoryRanking, RankedUnit } from '../../shared/district/record'
import type { DataColumn } from '../components/data-table'
import { districtText } from '../text/district'
import { rankingText as text } from '../text/district-ranking'

/** How the place moved against the last publication, in sign and number. */
function changeOf({ rank, before }: RankedUnit): string {
  if (rank === null) return districtText.none
  if (before === null) return text.first
  if (before === rank) return text.same
  return before > rank ? text.up(before - rank) : text.down(rank - before)
}

export const rankingColumns: readonly DataColumn<RankedUnit>[] = [
  {
    key: 'rank',
    title: text.columns.rank,
    width: 132,
    render: ({ rank, tied, reason }) =>
      rank === null ? (
        <span className="soft" title={reason}>
          {text.unranked}
        </span>
      ) : (
        <>
          <strong className="figures">{rank}</strong> {tied > 1 && <span className="soft">{text.tied(tied)}</span>}
        </>
      ),
  },
  { key: 'unit', title: text.columns.unit, width: 220, render: ({ unit }) => <span title={unit}>{unit}</span> },
  {
    key: 'score',
    title: text.columns.score,
    width: 96,
    align: 'right',
    render: ({ score }) => score ?? districtText.none,
  },
  { key: 'max', title: text.columns.max, width: 72, align: 'right', render: ({ max }) => max ?? districtText.none },
  { key: 'change', title: text.columns.change, width: 84, align: 'right', render: changeOf },
  {
    key: 'tieBreak',
    title: text.columns.tieBreak,
    width: 260,
    render: ({ tieBreak, reason }) => tieBreak || reason || districtText.none,
  },
  { key: 'gap', title: text.columns.gap, render: ({ gap }) => <span title={gap}>{gap || districtText.none}</span> },
]

/** Ranked units of a category, which alone have a bar. */
export function rankedOf({ units }: CategoryRanking): readonly RankedUnit[] {
  return units.filter(({ rank }) => rank !== null)
}
