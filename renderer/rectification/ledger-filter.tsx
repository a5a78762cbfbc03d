import { Button, Popover, Segmented } from 'antd'
import type { OutputOf } from '../desk'
import { findingQueues, type FindingFilter, type FindingQueue } from '../../shared/rectification/finding-rows'
import { findingKinds, findingStates, findingStatuses, rectSources, rectTypes } from '../../shared/rectification/record'
import {
  findingKindLabels,
  findingStateLabels,
  findingStatusLabels,
  queueLabels,
  rectSourceLabels,
  rectTypeLabels,
} from '../../shared/terms/rectification'
import { SavedViews } from '../components/saved-views'
import { SearchField } from '../components/text-field'
import { useCall } from '../desk'
import { filterText as text, listText } from '../text/rectification'
import { FilterChoice, optionsOf } from './filter-choices'
import type { ListState } from './list-state'

const options = {
  kinds: optionsOf(findingKinds, findingKindLabels),
  states: optionsOf(findingStates, findingStateLabels),
  statuses: optionsOf(findingStatuses, findingStatusLabels),
  sources: optionsOf(rectSources, rectSourceLabels),
  rectTypes: optionsOf(rectTypes, rectTypeLabels),
  lights: optionsOf(['overdue', 'near', 'normal'], text.lightNames),
  marks: optionsOf(['recurrence', 'reopened', 'extended', 'withoutMeasure'], text.markNames),
}

type Queues = OutputOf<'rectification.queues'>
type CountedQueue = Extract<FindingQueue, keyof Queues>

function isCounted(queue: FindingQueue): queue is CountedQueue {
  return queue === 'mine' || queue === 'toVerify' || queue === 'toConfirm' || queue === 'toClose' || queue === 'overdue'
}

interface QueueChoiceProps {
  readonly list: ListState
  readonly all: number | undefined
}

/** 全部, 我的, 待复核 and so on, with how many wait in each. */
export function QueueChoice({ list, all }: QueueChoiceProps) {
  const queues = useCall('rectification.queues', {}).data
  const labelOf = (queue: FindingQueue): string => {
    const count = queue === 'all' ? all : isCounted(queue) ? queues?.[queue] : undefined
    return count === undefined ? queueLabels[queue] : listText.queueCount(queueLabels[queue], count)
  }
  return (
    <Segmented<FindingQueue>
      aria-label={listText.queues}
      value={list.kept.queue}
      options={findingQueues.map((value) => ({ value, label: labelOf(value) }))}
      onChange={(queue) => list.change({ queue })}
    />
  )
}

function MoreFilters({ list }: { readonly list: ListState }) {
  const { kept, change } = list
  const years = useCall('rectification.queues', {}).data?.originYears ?? []
  const set = [kept.states, kept.sources, kept.originYears, kept.rectTypes, kept.marks].filter(
    ({ length }) => length > 0,
  )
  const panel = (
    <div className="rect-more">
      <FilterChoice
        label={text.states}
        value={kept.states}
        options={options.states}
        onChange={(states) => change({ states })}
        width={280}
      />
      <FilterChoice
        label={text.rectTypes}
        value={kept.rectTypes}
        options={options.rectTypes}
        onChange={(rectTypes_) => change({ rectTypes: rectTypes_ })}
        width={280}
      />
      <FilterChoice
        label={text.sources}
        value={kept.sources}
        options={options.sources}
        onChange={(sources) => change({ sources })}
        width={280}
      />
      <FilterChoice
        label={text.originYears}
        value={kept.originYears}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(originYears) => change({ originYears })}
        width={280}
      />
      <FilterChoice
        label={text.marks}
        value={kept.marks}
        options={options.marks}
        onChange={(marks) => change({ marks })}
        width={280}
      />
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" content={panel}>
      <Button aria-haspopup="dialog">{text.more(set.length)}</Button>
    </Popover>
  )
}

/** Text, programme, kinds, statuses, lights and departments above the list; the rest behind one button. */
export function LedgerFilter({ list }: { readonly list: ListState }) {
  const { kept, change } = list
  const programs = useCall('rectification.programs', {}).data ?? []
  const units = useCall('rectification.queues', {}).data?.leadUnits ?? []
  const choose = <Key extends keyof FindingFilter>(key: Key) => {
    return (value: FindingFilter[Key]): void => change({ [key]: value })
  }
  return (
    <div className="rect-filter">
      <SearchField value={kept.text} onSearch={choose('text')} label={text.text} width={176} />
      <FilterChoice
        label={text.program}
        value={kept.programIds}
        options={programs.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={choose('programIds')}
        width={150}
        hasSearch
      />
      <FilterChoice
        label={text.kinds}
        value={kept.kinds}
        options={options.kinds}
        onChange={choose('kinds')}
        width={116}
      />
      <FilterChoice
        label={text.statuses}
        value={kept.statuses}
        options={options.statuses}
        onChange={choose('statuses')}
        width={116}
      />
      <FilterChoice
        label={text.lights}
        value={kept.lights}
        options={options.lights}
        onChange={choose('lights')}
        width={96}
      />
      <FilterChoice
        label={text.leadUnits}
        value={kept.leadUnits}
        options={units.map(({ name }) => ({ value: name, label: name }))}
        onChange={choose('leadUnits')}
        width={126}
        hasSearch
      />
      <MoreFilters list={list} />
      {list.isFiltered && <Button onClick={list.reset}>{text.clear}</Button>}
      <SavedViews list="rectification" state={{ ...kept, offset: 0 }} onChoose={list.show} />
    </div>
  )
}
