import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { ProgramRow } from '../../shared/rectification/contract'
import { countingOf } from '../../shared/rectification/counting'
import { noFindingFilter, type FindingFilter } from '../../shared/rectification/finding-rows'
import { findingKinds, findingStatuses } from '../../shared/rectification/record'
import { findingKindLabels, findingStatusLabels } from '../../shared/terms/rectification'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { SearchField } from '../components/text-field'
import { useCall } from '../desk'
import { openImport } from '../tables/import-state'
import { filterText, pageText, rectificationTabs, treeText as text } from '../text/rectification'
import { AddProgram } from './add-program'
import { FilterChoice, optionsOf } from './filter-choices'
import { NewFinding } from './new-finding'
import { NoticePaste } from './notice-paste'
import { ProgramSentence } from './program-sentence'
import { groupKeys, treeOf, visibleLines } from './tree-lines'
import { TreeView } from './tree-view'
import { useChosenProgram } from './use-programs'

const kindOptions = optionsOf(findingKinds, findingKindLabels)
const statusOptions = optionsOf(findingStatuses, findingStatusLabels)
const lightOptions = optionsOf(['overdue', 'near', 'normal'], filterText.lightNames)

type KeptTree = Pick<FindingFilter, 'text' | 'kinds' | 'statuses' | 'lights'>
const noFilter: KeptTree = { text: '', kinds: [], statuses: [], lights: [] }
/** Closed levels by programme. */
const noneClosed: Readonly<Record<string, readonly string[]>> = {}
const nothing: readonly string[] = []

interface TreeFilterProps {
  readonly kept: KeptTree
  readonly change: (part: Partial<KeptTree>) => void
}

function TreeFilter({ kept, change }: TreeFilterProps) {
  const isFiltered = kept.text !== '' || kept.kinds.length + kept.statuses.length + kept.lights.length > 0
  return (
    <>
      <SearchField value={kept.text} onSearch={(next) => change({ text: next })} label={filterText.text} width={168} />
      <FilterChoice
        label={filterText.kinds}
        value={kept.kinds}
        options={kindOptions}
        onChange={(kinds) => change({ kinds })}
        width={116}
      />
      <FilterChoice
        label={filterText.statuses}
        value={kept.statuses}
        options={statusOptions}
        onChange={(statuses) => change({ statuses })}
        width={116}
      />
      <FilterChoice
        label={filterText.lights}
        value={kept.lights}
        options={lightOptions}
        onChange={(lights) => change({ lights })}
        width={92}
      />
      {isFiltered && <Button onClick={() => change(noFilter)}>{filterText.clear}</Button>}
    </>
  )
}

interface ProgramTreeProps {
  readonly program: ProgramRow
  readonly programs: readonly ProgramRow[]
  readonly onChoose: (programId: string) => void
  readonly onPaste: () => void
}

/** The findings of one programme below their levels. */
function ProgramTree({ program, programs, onChoose, onPaste }: ProgramTreeProps) {
  const [kept, change] = useKept('rectification.tree', noFilter)
  const [closedOf, setClosed] = useKept('rectification.closed', noneClosed)
  const filter: FindingFilter = { ...noFindingFilter, ...kept, programIds: [program.id] }
  const { data, error, isFetching, refetch } = useCall(
    'rectification.tree',
    { programId: program.id, filter },
    { keepsPrevious: true },
  )
  const nodes = useMemo(
    () => treeOf(data?.lines ?? [], (line) => countingOf(line, program).isDone),
    [data?.lines, program],
  )
  const closed = closedOf[program.id] ?? nothing
  const lines = useMemo(() => visibleLines(nodes, new Set(closed)), [nodes, closed])
  const toggle = (key: string, isOpen: boolean): void =>
    setClosed((now) => {
      const others = (now[program.id] ?? nothing).filter((each) => each !== key)
      return { [program.id]: isOpen ? others : [...others, key] }
    })
  const hasLevels = nodes.some(({ kind }) => kind === 'group')
  return (
    <>
      <div className="rect-bar">
        <div className="rect-filter">
          <Select<string>
            aria-label={filterText.program}
            value={program.id}
            options={programs.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={onChoose}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            style={{ width: 190 }}
          />
          <TreeFilter kept={kept} change={change} />
        </div>
        <span className="rect-filter">
          {data && <span className="soft figures">{text.count(data.lines.length, data.all)}</span>}
          {hasLevels && (
            <>
              <Button size="small" onClick={() => setClosed({ [program.id]: [] })}>
                {text.expandAll}
              </Button>
              <Button size="small" onClick={() => setClosed({ [program.id]: groupKeys(nodes) })}>
                {text.collapseAll}
              </Button>
            </>
          )}
        </span>
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && data.lines.length === 0 && !isFetching ? (
        <EmptyState
          text={data.all === 0 ? text.emptyProgram : text.emptyFiltered}
          action={
            data.all === 0 ? (
              <span className="rect-filter rect-centre">
                <Button type="primary" onClick={onPaste}>
                  {pageText.pasteWhole}
                </Button>
                <Button className="for-work" onClick={openImport}>
                  {pageText.import}
                </Button>
              </span>
            ) : (
              <Button onClick={() => change(noFilter)}>{filterText.clear}</Button>
            )
          }
        />
      ) : (
        <TreeView lines={lines} levelNames={data?.levelNames ?? program.levelNames} onToggle={toggle} />
      )}
    </>
  )
}

interface NoProgramsProps {
  readonly onNew: () => void
  /** A new source whose notice is pasted next. */
  readonly onPaste: () => void
}

/** What the room says before there is any programme. */
export function NoPrograms({ onNew, onPaste }: NoProgramsProps) {
  return (
    <EmptyState
      text={pageText.empty}
      action={
        <span className="rect-filter rect-centre">
          <Button type="primary" onClick={onPaste}>
            {pageText.pasteWhole}
          </Button>
          <Button className="for-work" onClick={onNew}>
            {pageText.newProgram}
          </Button>
          <Button className="for-work" onClick={openImport}>
            {pageText.import}
          </Button>
        </span>
      }
    />
  )
}

/** 总表（树）: 方面 → 重点问题 → 问题 of the programme that was looked at last. */
export function TreeTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { programs, program, choose, error, retry } = useChosenProgram()
  const [adding, setAdding] = useState<'program' | 'programAndText' | 'text' | 'finding' | null>(null)
  const close = (): void => setAdding(null)
  return (
    <section className="page rect-page" aria-label={rectificationTabs.tree}>
      <PageHeader
        title={pageText.room}
        tabs={tabs}
        sentence={program ? <ProgramSentence program={program} /> : null}
        extra={
          <>
            <Button className="for-work" onClick={() => setAdding('program')}>
              {pageText.newProgram}
            </Button>
            {program && (
              <>
                <Button className="for-work" onClick={() => setAdding('text')}>
                  {pageText.paste}
                </Button>
                <Button type="primary" onClick={() => setAdding('finding')}>
                  {pageText.addFinding}
                </Button>
              </>
            )}
          </>
        }
      />
      <FailureNotice error={error} onRetry={retry} />
      {programs?.length === 0 && (
        <NoPrograms onNew={() => setAdding('program')} onPaste={() => setAdding('programAndText')} />
      )}
      {programs && program && (
        <ProgramTree program={program} programs={programs} onChoose={choose} onPaste={() => setAdding('text')} />
      )}
      <AddProgram
        wish={adding === 'program' || adding === 'programAndText' ? adding : null}
        onClose={close}
        onMade={choose}
      />
      {program && <NoticePaste key={program.id} program={program} isOpen={adding === 'text'} onClose={close} />}
      <NewFinding isOpen={adding === 'finding'} programId={program?.id ?? ''} onClose={close} />
    </section>
  )
}
