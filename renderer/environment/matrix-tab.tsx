import { Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import type { Matrix } from '../../shared/environment/visit-contract'
import { missingEnterpriseText } from '../../shared/terms/visits'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { GridButton } from '../tables/grid-button'
import { openGrid } from '../tables/grid-window'
import { openImport } from '../tables/import-state'
import { visitText as text } from '../text/visits'
import { CellDrawer } from './visit-cell'
import { NewVisitDrawer, VisitDrawer } from './visit-drawer'
import type { VisitStart } from './visit-words'
import { CopyButton, ListActions } from './visits-actions'
import { VisitsList } from './visits-list'
import { VisitsMatrix, type CellPlace } from './visits-matrix'
import { PeriodChoice } from './visits-period'
import { VisitsPrint } from './visits-print'
import { useVisitsState, type VisitsState } from './visits-state'
import './visits.css'

/** Enterprises named in the sentence; 催一下 and the matrix name all of them. */
const namedMissing = 3
const namedUnlinked = 5

const views = [
  { value: 'matrix' as const, label: text.views.matrix },
  { value: 'list' as const, label: text.views.list },
]

function sentenceOf({ coverage }: Matrix): string {
  const { visited, enterprises, missing } = coverage
  const names = missing.slice(0, namedMissing).map(({ name, officials }) => missingEnterpriseText(name, officials))
  return text.sentence(visited, enterprises, names, missing.length)
}

function Unlinked({ matrix }: { readonly matrix: Matrix }) {
  const { unlinkedEnterprises, unlinkedOfficials, cells } = matrix
  const lines = [
    ...(unlinkedEnterprises.length > 0 && cells.some(({ isLinked }) => isLinked)
      ? [text.unlinkedEnterprises(unlinkedEnterprises.length, unlinkedEnterprises.slice(0, namedUnlinked))]
      : []),
    ...(unlinkedOfficials.length > 0
      ? [text.unlinkedOfficials(unlinkedOfficials.length, unlinkedOfficials.slice(0, namedUnlinked))]
      : []),
  ]
  return lines.map((line) => (
    <p key={line} className="visits-unlinked">
      <span aria-hidden="true">▲</span> {line}
    </p>
  ))
}

/** What lies over the page beside a stored visit: the visits of a cell, or a new one. */
type Overlay =
  | { readonly kind: 'cell'; readonly place: CellPlace }
  | { readonly kind: 'new'; readonly start: VisitStart }
  | { readonly kind: 'print' }

function startOf({ person, enterprise }: CellPlace): VisitStart {
  return { enterprise: { id: enterprise.enterpriseId, name: enterprise.name }, person: person.name }
}

function Overlays({
  overlay,
  matrix,
  period,
  onChange,
}: {
  readonly overlay: Overlay | null
  readonly matrix: Matrix | undefined
  readonly period: string
  readonly onChange: (overlay: Overlay | null) => void
}) {
  const recordId = useScreen((screen) => screen.recordId)
  const close = (): void => onChange(null)
  return (
    <>
      {overlay?.kind === 'cell' && recordId === null && (
        <CellDrawer
          place={overlay.place}
          onNew={() => onChange({ kind: 'new', start: startOf(overlay.place) })}
          onClose={close}
        />
      )}
      {overlay?.kind === 'new' && recordId === null && <NewVisitDrawer start={overlay.start} onClose={close} />}
      {overlay?.kind === 'print' && matrix && <VisitsPrint matrix={matrix} period={period} onDone={close} />}
      {recordId !== null && <VisitDrawer id={recordId} onClose={() => showRecord(null)} />}
    </>
  )
}

/** Begins the visit that another room asked for. */
function useVisitWish(begin: (overlay: Overlay) => void): void {
  const wish = useScreen(({ visitWish }) => visitWish)
  useEffect(() => {
    if (wish === null) return
    useScreen.setState({ visitWish: null })
    begin({ kind: 'new', start: { enterprise: wish, person: '' } })
  }, [wish, begin])
}

interface HeadActionsProps {
  readonly state: VisitsState
  readonly matrix: Matrix | undefined
  readonly onPrint: () => void
  readonly onNew: () => void
}

function HeadActions({ state, matrix, onPrint, onNew }: HeadActionsProps) {
  const isMissing = (matrix?.coverage.missing.length ?? 0) > 0
  return (
    <>
      <CopyButton
        label={text.remind}
        said={text.reminded}
        content={isMissing ? (matrix?.reminder ?? '') : ''}
        hint={text.remindHint}
      />
      <CopyButton label={text.summarise} said={text.summarised} content={matrix?.summary ?? ''} />
      {state.kept.view === 'matrix' ? (
        <>
          <Button disabled={!matrix || matrix.enterprises.length === 0} onClick={onPrint}>
            {text.print}
          </Button>
          <GridButton kind="enterprises" />
        </>
      ) : (
        <ListActions state={state} />
      )}
      <Button type="primary" onClick={onNew}>
        {text.newVisit}
      </Button>
    </>
  )
}

/** 双万双服: who has visited whom in a month or quarter, and every visit. */
export function MatrixTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { bureau, today } = useShell()
  const state = useVisitsState(bureau.year, today)
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  useVisitWish(setOverlay)
  const {
    data: matrix,
    error,
    refetch,
  } = useCall('environment.matrix', { period: state.period }, { keepsPrevious: true })
  const openNew = (): void => {
    showRecord(null)
    setOverlay({ kind: 'new', start: { enterprise: null, person: '' } })
  }
  const openCell = (place: CellPlace): void => {
    const [only, ...others] = place.visitIds
    if (only !== undefined && others.length === 0) {
      setOverlay(null)
      return showRecord(only)
    }
    showRecord(null)
    setOverlay(only === undefined ? { kind: 'new', start: startOf(place) } : { kind: 'cell', place })
  }
  return (
    <section className="page" aria-label={tabs.items.find(({ key }) => key === 'matrix')?.label}>
      <PageHeader
        title={text.room}
        tabs={tabs}
        sentence={matrix && matrix.enterprises.length > 0 ? sentenceOf(matrix) : undefined}
        extra={
          <HeadActions state={state} matrix={matrix} onPrint={() => setOverlay({ kind: 'print' })} onNew={openNew} />
        }
      />
      <div className="visits-bar">
        <Segmented
          aria-label={text.viewLabel}
          value={state.kept.view}
          options={views}
          onChange={(view) => state.change({ view })}
        />
        <PeriodChoice state={state} ownYear={bureau.year} />
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {state.kept.view === 'list' && <VisitsList state={state} onNew={openNew} />}
      {state.kept.view === 'matrix' && matrix && <MatrixView matrix={matrix} period={state.period} onOpen={openCell} />}
      <Overlays overlay={overlay} matrix={matrix} period={state.period} onChange={setOverlay} />
    </section>
  )
}

function MatrixView(props: {
  readonly matrix: Matrix
  readonly period: string
  readonly onOpen: (place: CellPlace) => void
}) {
  const { matrix } = props
  if (matrix.enterprises.length === 0 || matrix.officials.length === 0) {
    const actions = (
      <div className="visits-empty">
        <Button className="for-work" onClick={openImport}>
          {text.importNow}
        </Button>
        <Button type="primary" onClick={() => openGrid('enterprises', null)}>
          {text.pasteNow}
        </Button>
      </div>
    )
    return <EmptyState text={text.empty} action={actions} />
  }
  return (
    <>
      <Unlinked matrix={matrix} />
      <VisitsMatrix {...props} />
      <p className="visits-legend">
        {text.legend}
        {text.legendKeys}
      </p>
    </>
  )
}
