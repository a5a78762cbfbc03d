import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { assesseeCategories } from '../../shared/core/schemas'
import type { AssesseeCategory } from '../../shared/core/schemas'
import { returnStates, type ReturnState } from '../../shared/district/record'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DataTable } from '../components/data-table'
import { DropPlace } from '../components/drop-place'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { FileButton } from '../components/file-button'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { roomLabels } from '../text/app'
import { districtTabs, inboxText as text, receivedText, returnStateText, shortCategoryLabels } from '../text/district'
import './district.css'
import { droppedFiles } from './dropped-files'
import { inboxColumns } from './inbox-columns'
import { InboxMatrix } from './inbox-matrix'
import { PeriodDue } from './period-due'
import { PeriodField } from './period-field'
import { keepDistrictPeriod, useDistrictPeriod } from './period-state'
import { receiveFiles, receiveFolder } from './receive'
import { ReceivedPanel } from './received-panel'
import { RemindersDrawer } from './reminders-drawer'
import { openReview } from './review-state'

interface InboxView {
  readonly view: 'list' | 'matrix'
  readonly state: ReturnState | null
  readonly category: AssesseeCategory | null
}
const start: InboxView = { view: 'list', state: null, category: null }

function sentenceOf({ counts }: OutputOf<'district.inbox'>): string {
  const { expected, onTime, late, missing, returned, reviewed } = counts
  return [text.sentence(expected, onTime, late, missing), text.furtherCounts(returned, reviewed)].join(' ')
}

/** Takes what was dropped or chosen over, and offers to take it back. */
function useTake(period: string) {
  const done = useDone()
  const say = (result: OutputOf<'district.receive'> | null): void => {
    if (result && result.taken > 0) done(receivedText.done(result.taken))
  }
  return {
    files: async (files: readonly File[]): Promise<void> => {
      if (files.length > 0) say(await receiveFiles(files, period))
    },
    folder: async (): Promise<void> => {
      const chosen = await call('shell.chooseFolder', {})
      if (chosen) say(await receiveFolder(chosen.folder, period))
    },
  }
}

/** 收件箱: what came in for a period, and what did not. */
export function InboxTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const choice = useDistrictPeriod()
  const { bureau } = useShell()
  const { period } = choice
  const { data, error, isFetching, refetch } = useCall('district.inbox', { period }, { keepsPrevious: true })
  const [shown, show] = useKept('district.inbox', start)
  const [isReminding, setIsReminding] = useState(false)
  const take = useTake(period)
  const rows = data?.rows.filter(
    ({ category, cell }) =>
      (shown.state === null || cell.state === shown.state) && (shown.category === null || category === shown.category),
  )
  const missing = data?.counts.missing ?? 0
  const isEmpty = data?.rows.length === 0
  return (
    <section className="page" aria-label={districtTabs.inbox}>
      <PageHeader
        title={roomLabels.district}
        tabs={tabs}
        sentence={data && !isEmpty ? sentenceOf(data) : null}
        extra={
          <>
            <PeriodField choice={choice} />
            <Button disabled={missing === 0} onClick={() => setIsReminding(true)}>
              {text.reminders(missing)}
            </Button>
            <FileButton
              label={text.chooseFiles}
              testId="district-files"
              isMultiple
              onFiles={(files) => void take.files(files)}
            >
              {text.chooseFiles}
            </FileButton>
            <ActionButton type="primary" run={take.folder}>
              {text.choose}
            </ActionButton>
          </>
        }
      />
      <DropPlace
        className="district-drop"
        word={text.drop}
        onDrop={(transfer) => void droppedFiles(transfer).then(take.files)}
      >
        <FailureNotice error={error} onRetry={() => void refetch()} />
        <ReceivedPanel />
        {data && !isEmpty && (
          <div className="district-bar">
            <div className="district-line">
              <Segmented
                size="small"
                aria-label={text.viewLabel}
                value={shown.view}
                options={(['list', 'matrix'] as const).map((value) => ({ value, label: text.view[value] }))}
                onChange={(view) => show({ view })}
              />
              <ChoiceField
                label={text.stateFilter}
                placeholder={text.stateFilter}
                value={shown.state}
                options={returnStates.map((value) => ({ value, label: returnStateText[value].word }))}
                onChange={(state) => show({ state })}
                allowsNone
                width={120}
              />
              <ChoiceField
                label={text.categoryFilter}
                placeholder={text.categoryFilter}
                value={shown.category}
                options={assesseeCategories.map((value) => ({ value, label: shortCategoryLabels[value] }))}
                onChange={(category) => show({ category })}
                allowsNone
                width={110}
              />
              <PeriodDue period={data.period} />
            </div>
            <ul className="district-progress" aria-label={text.barLabel}>
              {data.byCategory.map(({ category, arrived, expected }) => (
                <li key={category}>{text.byCategory(shortCategoryLabels[category], arrived, expected)}</li>
              ))}
            </ul>
          </div>
        )}
        {data && !isEmpty && shown.view === 'matrix' ? (
          <InboxMatrix
            year={bureau.year}
            onOpen={(unitId, of) => {
              keepDistrictPeriod(of)
              openReview(unitId)
            }}
          />
        ) : (
          <DataTable
            name="district-inbox"
            label={text.list}
            columns={inboxColumns}
            rows={rows ?? []}
            rowKey={({ unitId }) => unitId}
            isLoading={isFetching && !data}
            onOpen={({ unitId }) => openReview(unitId)}
            empty={
              isEmpty ? (
                <EmptyState
                  text={text.noUnits}
                  action={<Button onClick={() => goTo('district', 'units')}>{text.toUnits}</Button>}
                />
              ) : (
                <EmptyState text={text.empty} />
              )
            }
          />
        )}
      </DropPlace>
      <RemindersDrawer period={period} isOpen={isReminding} onClose={() => setIsReminding(false)} />
    </section>
  )
}
