import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { assesseeCategories, type AssesseeCategory } from '../../shared/core/schemas'
import type { CategoryRanking, RankedUnit } from '../../shared/district/record'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { Chart } from '../components/chart'
import { DataTable } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { roomLabels } from '../text/app'
import { districtTabs, shortCategoryLabels } from '../text/district'
import { rankingText as text } from '../text/district-ranking'
import { AwardList } from './award-list'
import './district.css'
import { PeriodField } from './period-field'
import { useDistrictPeriod } from './period-state'
import { RankedDrawer } from './ranked-drawer'
import { rankingChartHeight, rankingChartOption } from './ranking-chart'
import { rankedOf, rankingColumns } from './ranking-table'
import { TotalsView } from './totals-view'

interface RankingView {
  readonly view: keyof typeof text.views
  readonly category: AssesseeCategory
  readonly isChart: boolean
}
const start: RankingView = { view: 'category', category: 1, isChart: false }
const views = ['category', 'awards', 'totals'] as const

interface CategoryViewProps {
  readonly ranking: CategoryRanking
  readonly isChart: boolean
}

/** One category by itself; units of different categories are never in one list. */
function CategoryView({ ranking, isChart }: CategoryViewProps) {
  const [open, setOpen] = useState<RankedUnit | null>(null)
  const { scheme, tieBreakRule, units, label } = ranking
  const ranked = rankedOf(ranking)
  const option = useMemo(() => rankingChartOption(ranked), [ranked])
  return (
    <>
      <p className="soft district-tight">
        {scheme ? text.scheme(scheme.name, scheme.version, scheme.docRef) : text.noScheme}{' '}
        {tieBreakRule !== '' && text.rule(tieBreakRule)}
      </p>
      {isChart ? (
        <div className="district-scroll">
          <Chart option={option} label={text.chart(label)} height={rankingChartHeight(ranked)} canCopy />
        </div>
      ) : (
        <DataTable
          name="district-ranking"
          label={text.list(label)}
          columns={rankingColumns}
          rows={units}
          rowKey={({ unitId }) => unitId}
          onOpen={setOpen}
          openKey={open?.unitId ?? null}
          empty={<EmptyState text={text.noScheme} />}
        />
      )}
      <RankedDrawer ranked={open} onClose={() => setOpen(null)} />
    </>
  )
}

/** 排名: each category by itself, awards as proposals, the district's totals. */
export function RankingTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const choice = useDistrictPeriod()
  const { period } = choice
  const { data, error, refetch } = useCall('district.ranking', { period })
  const [{ view, category, isChart }, show] = useKept('district.ranking', start)
  const ranking = data?.categories.find((each) => each.category === category)
  return (
    <section className="page" aria-label={districtTabs.ranking}>
      <PageHeader
        title={roomLabels.district}
        tabs={tabs}
        note={data ? text.asOf(data.asOf) : null}
        sentence={data ? text.sentence(data.openChecks) || (data.isLocked ? text.locked : text.open) : null}
        extra={<PeriodField choice={choice} />}
      />
      <div className="district-bar">
        <div className="district-line">
          <Segmented
            size="small"
            aria-label={text.viewLabel}
            value={view}
            options={views.map((value) => ({ value, label: text.views[value] }))}
            onChange={(next) => show({ view: next })}
          />
          {view === 'category' && (
            <Segmented
              size="small"
              aria-label={text.views.category}
              value={category}
              options={assesseeCategories.map((value) => ({ value, label: shortCategoryLabels[value] }))}
              onChange={(next) => show({ category: next })}
            />
          )}
        </div>
        {view === 'category' && (
          <Button size="small" onClick={() => show({ isChart: !isChart })}>
            {isChart ? text.showTable : text.showChart}
          </Button>
        )}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {view === 'category' && ranking && <CategoryView key={category} ranking={ranking} isChart={isChart} />}
      {view === 'awards' && <AwardList period={period} />}
      {view === 'totals' && <TotalsView period={period} />}
    </section>
  )
}
