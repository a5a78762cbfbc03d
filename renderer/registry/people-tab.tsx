import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { streams } from '../../shared/core/schemas'
import type { Person } from '../../shared/registry/record'
import { countGroups } from '../../shared/settings/group-list'
import { groupRoleLabels } from '../../shared/terms/registry'
import { listComma, streamShortLabels } from '../../shared/terms/settings'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { goTo, showRecord, useScreen } from '../app/screen'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { SampleFlag } from '../components/sample-flag'
import { SearchField } from '../components/text-field'
import { useCall } from '../desk'
import { peopleText as text } from '../text/registry'
import { GroupsDrawer } from './groups-drawer'
import { startHandover } from './handover-draft'
import { PersonDrawer } from './person-drawer'
import { SectionsDrawer } from './sections-drawer'

const start = { text: '', withLeft: false }

function rolesText({ roles }: Person): string {
  const names = streams.flatMap((stream) =>
    roles
      .filter((role) => role.stream === stream)
      .map(({ role }) => `${streamShortLabels[stream]}${groupRoleLabels[role]}`),
  )
  return names.join(listComma)
}

function openEnterprisesOf(personId: string): void {
  useScreen.setState((state) => ({
    kept: { ...state.kept, enterprises: { personId } },
  }))
  goTo('registry', 'enterprises')
}

function openItemsOf(personId: string): void {
  startHandover(personId)
  goTo('registry', 'handover')
}

/** A number that leads on; the row's own click stays apart. */
function CountLink({ label, onOpen }: { readonly label: string; readonly onOpen: () => void }) {
  return (
    <button
      type="button"
      className="link figures"
      onClick={(event) => {
        event.stopPropagation()
        onOpen()
      }}
    >
      {label}
    </button>
  )
}

const columns: readonly DataColumn<Person>[] = [
  {
    key: 'name',
    title: text.columns.name,
    width: 190,
    isFixed: true,
    render: ({ name, isSample }) => (
      <>
        <SampleFlag
          isSample={isSample}
          name={name}
          word={text.sample}
          hint={text.sampleHint}
          className="registry-flag"
        />
        {name}
      </>
    ),
  },
  { key: 'section', title: text.columns.section, width: 120, render: ({ sectionName }) => sectionName || text.none },
  { key: 'rank', title: text.columns.rank, width: 80, render: ({ rank }) => rank || text.none },
  {
    key: 'roles',
    title: text.columns.roles,
    render: (person) => <span title={rolesText(person)}>{rolesText(person) || text.none}</span>,
  },
  { key: 'phone', title: text.columns.phone, width: 124, render: ({ phone }) => phone || text.none },
  {
    key: 'enterprises',
    title: text.columns.enterprises,
    width: 84,
    align: 'right',
    render: ({ id, linkedEnterprises }) =>
      linkedEnterprises === 0 ? (
        text.none
      ) : (
        <CountLink label={text.firms(linkedEnterprises)} onOpen={() => openEnterprisesOf(id)} />
      ),
  },
  {
    key: 'open',
    title: text.columns.open,
    width: 84,
    align: 'right',
    render: ({ id, openItems }) =>
      openItems === 0 ? text.none : <CountLink label={text.items(openItems)} onOpen={() => openItemsOf(id)} />,
  },
  { key: 'leftOn', title: text.columns.leftOn, width: 108, render: ({ leftOn }) => leftOn ?? text.none },
]

function GroupsLine() {
  const groups = useCall('settings.getGroups', {})
  if (!groups.data) return null
  const { posts, persons } = countGroups(groups.data)
  return posts === 0 ? text.noGroups : text.sentence(posts, persons)
}

/** 人员分工: who is here, in which groups, with how much in hand. */
export function PeopleTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const [kept, change] = useKept('people', start)
  const recordId = useScreen((state) => state.recordId)
  const [drawer, setDrawer] = useState<'groups' | 'sections' | 'new' | null>(null)
  const people = useCall('registry.people', { withLeft: kept.withLeft }, { keepsPrevious: true })
  const wanted = kept.text.normalize('NFKC').toLowerCase()
  const rows = useMemo(
    () =>
      (people.data ?? []).filter((person) =>
        [person.name, person.sectionName, person.rank, person.phone, rolesText(person)]
          .join(' ')
          .normalize('NFKC')
          .toLowerCase()
          .includes(wanted),
      ),
    [people.data, wanted],
  )
  const open = (id: string | null): void => {
    setDrawer(null)
    showRecord(id)
  }
  const toggle = (next: 'groups' | 'sections' | 'new'): void => {
    showRecord(null)
    setDrawer(next)
  }
  const isEmpty = people.data?.length === 0
  return (
    <section className="page" aria-label={tabs.items[0]?.label}>
      <PageHeader
        title={text.title}
        tabs={tabs}
        sentence={<GroupsLine />}
        extra={
          <>
            <Button className="for-lead" onClick={() => toggle('sections')}>
              {text.sections}
            </Button>
            <Button className="for-lead" onClick={() => toggle('groups')}>
              {text.groups}
            </Button>
            <Button className="for-lead" type="primary" onClick={() => toggle('new')}>
              {text.add}
            </Button>
          </>
        }
      />
      <div className="registry-bar">
        <div className="registry-filter">
          <SearchField
            value={kept.text}
            label={text.filter}
            width={220}
            onSearch={(words) => change({ text: words })}
          />
          <Checkbox checked={kept.withLeft} onChange={(event) => change({ withLeft: event.target.checked })}>
            {text.withLeft}
          </Checkbox>
        </div>
        {people.data && <span className="soft figures">{text.count(rows.length, people.data.length)}</span>}
      </div>
      <FailureNotice error={people.error} onRetry={() => void people.refetch()} />
      <DataTable
        name="people"
        label={text.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={people.isFetching && !people.data}
        onOpen={({ id }) => open(id)}
        openKey={recordId}
        empty={
          people.data ? (
            <EmptyState
              text={isEmpty ? text.empty : text.emptyFiltered}
              action={
                isEmpty ? (
                  <Button className="for-lead" onClick={() => toggle('groups')}>
                    {text.groups}
                  </Button>
                ) : undefined
              }
            />
          ) : (
            <span />
          )
        }
      />
      <PersonDrawer id={drawer === 'new' ? 'new' : recordId} onClose={() => open(null)} onHandOver={openItemsOf} />
      <GroupsDrawer isOpen={drawer === 'groups'} onClose={() => setDrawer(null)} />
      <SectionsDrawer isOpen={drawer === 'sections'} onClose={() => setDrawer(null)} />
    </section>
  )
}
