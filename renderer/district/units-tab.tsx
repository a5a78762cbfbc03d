import { Button } from 'antd'
import { useState } from 'react'
import { assesseeCategories } from '../../shared/core/schemas'
import type { UnitRecord } from '../../shared/district/record'
import type { TabsOfPage } from '../app/room-tabs'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { openImport } from '../tables/import-state'
import { roomLabels } from '../text/app'
import { categoryLabels, districtTabs, districtText, shortCategoryLabels, unitsText as text } from '../text/district'
import './district.css'
import { UnitDrawer } from './unit-drawer'

function stateOf({ isOptional, leftOn }: UnitRecord): string {
  if (leftOn !== null) return text.left(leftOn)
  return isOptional ? text.optional : text.reporting
}

const columns: readonly DataColumn<UnitRecord>[] = [
  {
    key: 'name',
    title: text.columns.name,
    width: 220,
    isFixed: true,
    render: ({ name }) => <span title={name}>{name}</span>,
  },
  { key: 'category', title: text.columns.category, width: 230, render: ({ category }) => categoryLabels[category] },
  {
    key: 'aliases',
    title: text.columns.aliases,
    width: 200,
    render: ({ aliases }) => aliases.join(text.aliasSeparator) || districtText.none,
  },
  { key: 'contact', title: text.columns.contact, width: 130, render: ({ contact }) => contact || districtText.none },
  { key: 'phone', title: text.columns.phone, width: 130, render: ({ phone }) => phone || districtText.none },
  { key: 'state', title: text.columns.state, width: 150, render: stateOf },
  { key: 'remark', title: text.columns.remark, render: ({ remark }) => remark || districtText.none },
]

function sentenceOf(units: readonly UnitRecord[]): string {
  const parts = assesseeCategories
    .map((category) => ({ category, count: units.filter((unit) => unit.category === category).length }))
    .filter(({ count }) => count > 0)
  return text.sentence(
    units.length,
    parts.map(({ category, count }) => text.part(shortCategoryLabels[category], count)),
  )
}

type Open = { readonly unit: UnitRecord | null } | null

/** 单位名册: who reports, in which category, under which names. */
export function UnitsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { data, error, isFetching, refetch } = useCall('district.units', {})
  const [open, setOpen] = useState<Open>(null)
  return (
    <section className="page" aria-label={districtTabs.units}>
      <PageHeader
        title={roomLabels.district}
        tabs={tabs}
        sentence={data && data.length > 0 ? sentenceOf(data) : null}
        extra={
          <>
            <Button className="for-work" onClick={openImport}>
              {text.import}
            </Button>
            <Button className="for-lead" type="primary" onClick={() => setOpen({ unit: null })}>
              {text.add}
            </Button>
          </>
        }
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="district-units"
        label={text.list}
        columns={columns}
        rows={data ?? []}
        rowKey={({ id }) => id}
        isLoading={isFetching && !data}
        onOpen={(unit) => setOpen({ unit })}
        openKey={open?.unit?.id ?? null}
        empty={data ? <EmptyState text={text.empty} /> : <span />}
      />
      <UnitDrawer unit={open?.unit ?? null} isOpen={open !== null} onClose={() => setOpen(null)} />
    </section>
  )
}
