import { useState } from 'react'
import type { DistrictTotal } from '../../shared/district/record'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useCall } from '../desk'
import { districtText } from '../text/district'
import { totalsText as text } from '../text/district-ranking'

/** Contribution of each unit to one total, so that the number opens. */
function SharesDrawer({ total, onClose }: { readonly total: DistrictTotal | null; readonly onClose: () => void }) {
  return (
    <RecordDrawer title={total ? text.units(total.label) : ''} isOpen={total !== null} onClose={onClose} width={460}>
      {total && (
        <>
          <p className="soft district-tight">{total.formula}</p>
          <table className="district-table">
            <tbody>
              {total.units.map(({ unitId, unit, value }) => (
                <tr key={unitId}>
                  <td>{unit}</td>
                  <td className="number">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </RecordDrawer>
  )
}

/** 全区汇总: the totals of the notices, the way from lead to landing, and the periods beside one another. */
export function TotalsView({ period }: { readonly period: string }) {
  const { data, error, refetch } = useCall('district.totals', { period })
  const [open, setOpen] = useState<DistrictTotal | null>(null)
  if (!data) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (data.totals.length === 0) return <EmptyState text={text.none} />
  const before = data.trend.filter((each) => each.period !== period)
  return (
    <div className="district-scroll">
      <p className="page-header-sentence">
        {text.funnel(data.funnel.map(({ label, value }) => text.funnelStep(label, value)).join(text.arrow))}
      </p>
      <table className="district-table">
        <thead>
          <tr>
            <th>{text.label}</th>
            {before.map((each) => (
              <th key={each.period} className="number">
                {each.period}
              </th>
            ))}
            <th className="number">{text.value}</th>
            <th>{text.formula}</th>
          </tr>
        </thead>
        <tbody>
          {data.totals.map((total) => (
            <tr key={total.key}>
              <td>{total.label}</td>
              {before.map((each) => (
                <td key={each.period} className="number">
                  {each.totals.find(({ key }) => key === total.key)?.value ?? districtText.none}
                </td>
              ))}
              <td className="number">
                <button type="button" className="link" onClick={() => setOpen(total)}>
                  {total.value}
                </button>{' '}
                {total.unit}
              </td>
              <td className="soft">{total.formula}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SharesDrawer total={open} onClose={() => setOpen(null)} />
    </div>
  )
}
