import { Button } from 'antd'
import { formatChineseDate } from '../../shared/terms/dates'
import { visitModeLabels } from '../../shared/terms/visits'
import { showRecord } from '../app/screen'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useCall } from '../desk'
import { visitText as text } from '../text/visits'
import type { CellPlace } from './visits-matrix'

function CellVisit({ id }: { readonly id: string }) {
  const { data, error } = useCall('environment.visit', { id })
  if (!data) return <FailureNotice error={error} />
  const { visit, demands } = data
  return (
    <>
      <button type="button" className="link figures" onClick={() => showRecord(id)}>
        {formatChineseDate(visit.visitedOn)}
        {visit.mode === null ? '' : ` ${visitModeLabels[visit.mode]}`}
      </button>
      <div className="soft">{[visit.topics, ...demands.map((demand) => demand.text)].filter(Boolean).join(' · ')}</div>
    </>
  )
}

interface CellDrawerProps {
  readonly place: CellPlace
  readonly onNew: () => void
  readonly onClose: () => void
}

/** The visits of one cell, and the way to another. */
export function CellDrawer({ place, onNew, onClose }: CellDrawerProps) {
  const footer = (
    <Button type="primary" onClick={onNew}>
      {text.newVisit}
    </Button>
  )
  const title = text.cellTitle(place.person.name, place.enterprise.name)
  return (
    <RecordDrawer title={title} isOpen onClose={onClose} footer={footer}>
      <ul className="visit-list">
        {place.visitIds.map((id) => (
          <li key={id}>
            <CellVisit id={id} />
          </li>
        ))}
      </ul>
    </RecordDrawer>
  )
}
