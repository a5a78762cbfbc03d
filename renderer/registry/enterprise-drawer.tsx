import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { EnterpriseDetail } from '../../shared/registry/contract'
import { listComma } from '../../shared/terms/settings'
import { dropDraft } from '../app/kept'
import { wishNewVisit } from '../app/screen'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useDone } from '../components/undo-notice'
import { call, useAction, useCall } from '../desk'
import { enterprisesText, enterpriseText as text, mergeText } from '../text/registry'
import { CreditCode } from './credit-code'
import { DuplicateQuestion, enterpriseDraftKey, EnterpriseForm } from './enterprise-form'
import { EnterpriseLinks } from './enterprise-links'
import { useFirstFocus } from '../components/first-focus'
import { HistorySection } from '../components/record-history'
import { Timeline } from './timeline'

function HeaderLines({ detail }: { readonly detail: EnterpriseDetail }) {
  const { enterprise, officials } = detail
  return (
    <dl className="registry-head">
      <dt>{enterprisesText.columns.creditCode}</dt>
      <dd>
        <CreditCode code={enterprise.creditCode} state={detail.creditCodeState} />
      </dd>
      <dt>{text.officials}</dt>
      <dd>{officials.join(listComma) || <span className="soft">{text.noOfficials}</span>}</dd>
      <dt>{text.street}</dt>
      <dd>{enterprise.street || enterprisesText.none}</dd>
      <dt>{enterprisesText.columns.lastVisit}</dt>
      <dd className="figures">
        {detail.lastVisitOn ?? enterprisesText.none} · {text.openDemands(detail.openDemands)}
      </dd>
    </dl>
  )
}

interface ContentProps {
  readonly detail: EnterpriseDetail
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

function Duplicates({ detail, onOpen }: Pick<ContentProps, 'detail' | 'onOpen'>) {
  const merge = useAction('registry.mergeEnterprises')
  const done = useDone()
  return (
    <>
      <DuplicateQuestion
        duplicates={detail.duplicates}
        onOpen={onOpen}
        isBusy={merge.isPending}
        onMerge={(other) =>
          merge.mutate(
            { keepId: detail.enterprise.id, mergeIds: [other.id] },
            { onSuccess: ({ moved }) => done(mergeText.merged(moved)) },
          )
        }
      />
      <FailureNotice error={merge.error} />
    </>
  )
}

function Content({ detail, onClose, onOpen }: ContentProps) {
  const [tab, setTab] = useState('timeline')
  const done = useDone()
  const { enterprise } = detail
  const remove = async (): Promise<void> => {
    await call('registry.removeEnterprises', { ids: [enterprise.id] })
    dropDraft(enterpriseDraftKey(enterprise.id))
    onClose()
    done(text.removed)
  }
  return (
    <>
      <HeaderLines detail={detail} />
      <Duplicates detail={detail} onOpen={onOpen} />
      <div className="tabs-with-actions">
        <Tabs
          size="small"
          activeKey={tab}
          onChange={setTab}
          items={[
            { key: 'timeline', label: text.tabs.timeline, children: <Timeline entries={detail.timeline} /> },
            {
              key: 'fields',
              label: text.tabs.fields,
              children: (
                <div className="registry-pane">
                  <EnterpriseForm enterprise={enterprise} onSaved={() => setTab('fields')} onOpen={onOpen} />
                </div>
              ),
            },
            {
              key: 'links',
              label: text.tabs.links,
              children: (
                <div className="registry-pane">
                  <EnterpriseLinks detail={detail} />
                </div>
              ),
            },
            {
              key: 'files',
              label: text.tabs.files,
              children: <Attachments room="registry" recordId={enterprise.id} />,
            },
          ]}
        />
        <div className="tabs-actions">
          <Button size="small" onClick={() => wishNewVisit({ id: enterprise.id, name: enterprise.name })}>
            {text.newVisit}
          </Button>{' '}
          <ActionButton size="small" does="registry.removeEnterprises" run={remove}>
            {text.remove}
          </ActionButton>
        </div>
      </div>
      {detail.source && <p className="soft">{text.source(detail.source.file, detail.source.row)}</p>}
      <HistorySection recordId={enterprise.id} />
    </>
  )
}

interface EnterpriseDrawerProps {
  /** An enterprise's id, `new`, or null when closed. */
  readonly id: string | null
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

/** An enterprise beside the list: its header, the time line over all streams, what is known of it, who looks after it. */
export function EnterpriseDrawer({ id, onClose, onOpen }: EnterpriseDrawerProps) {
  const isNew = id === 'new'
  const asked = useCall('registry.enterprise', { id: id ?? '' }, { enabled: id !== null && !isNew })
  const detail = asked.data?.enterprise.id === id ? asked.data : undefined
  useFirstFocus('.enterprise-form input', isNew ? id : null)
  return (
    <RecordDrawer
      title={isNew ? text.newTitle : (detail?.enterprise.name ?? text.name)}
      isOpen={id !== null}
      onClose={onClose}
      width={720}
    >
      <FailureNotice error={asked.error} onRetry={() => void asked.refetch()} />
      {isNew && <EnterpriseForm enterprise={null} onSaved={onOpen} onOpen={onOpen} />}
      {detail && <Content key={detail.enterprise.id} detail={detail} onClose={onClose} onOpen={onOpen} />}
    </RecordDrawer>
  )
}
