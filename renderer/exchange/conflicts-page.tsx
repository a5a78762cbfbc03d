import type { z } from 'zod'
import type { conflictRowSchema } from '../../shared/exchange/contract'
import { openTarget } from '../app/open-target'
import type { TabsOfPage } from '../app/room-tabs'
import { ActionButton } from '../components/action-button'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { conflictsText as text } from '../text/colleagues'
import { commonText, momentLabel } from '../text/exchange'
import { ReceiveButton } from './exchange-buttons'
import './exchange.css'

type Conflict = z.infer<typeof conflictRowSchema>

/** 左, 右; further ones by their number. */
function takeText(side: number, sides: number): string {
  if (sides > 2) return text.nth(side + 1)
  return side === 0 ? text.left : text.right
}

function Side({ conflict, index }: { readonly conflict: Conflict; readonly index: number }) {
  const done = useDone()
  const { id, title, fieldLabel, sides } = conflict
  const side = sides[index]
  if (!side) return null
  const take = takeText(index, sides.length)
  return (
    <div className={side.isShown ? 'exchange-side exchange-side-shown' : 'exchange-side'}>
      <div className="exchange-value">
        {side.text === '' ? <span className="soft">{text.empty}</span> : side.text}
        {side.isShown && <span className="exchange-shown">● {text.shown}</span>}
      </div>
      <div className="soft">{text.by(side.actor, side.deviceLabel, momentLabel(side.at))}</div>
      <ActionButton
        size="small"
        aria-label={text.takeOf(take, title, fieldLabel)}
        run={async () => {
          await call('exchange.decide', { id, side: index })
          done(text.decided)
        }}
      >
        {take}
      </ActionButton>
    </div>
  )
}

function ConflictCard({ conflict }: { readonly conflict: Conflict }) {
  const done = useDone()
  const { id, kind, title, fieldLabel, record, sides, canKeepBoth } = conflict
  return (
    <li className="exchange-conflict">
      <div className="exchange-conflict-head">
        {record ? (
          <button
            type="button"
            className="link"
            aria-label={commonText.openOf(title)}
            onClick={() => openTarget({ ...record, stream: record.room })}
          >
            {title}
          </button>
        ) : (
          <b>{title}</b>
        )}
        <span>{fieldLabel}</span>
        <span className="soft exchange-grow">{text.kinds[kind]}</span>
        {canKeepBoth && (
          <ActionButton
            size="small"
            aria-label={text.takeOf(text.both, title, fieldLabel)}
            run={async () => {
              await call('exchange.decide', { id, side: null })
              done(text.decided)
            }}
          >
            {text.both}
          </ActionButton>
        )}
      </div>
      <div className="exchange-sides">
        {sides.map((side, index) => (
          <Side key={`${index} ${side.deviceLabel}`} conflict={conflict} index={index} />
        ))}
      </div>
    </li>
  )
}

/** 冲突箱: where two PCs changed the same, both values side by side; one click settles it. */
export function ConflictsPage({ tabs }: { readonly tabs: TabsOfPage }) {
  const { data, error, refetch } = useCall('exchange.conflicts', {})
  const count = data?.length ?? 0
  return (
    <div className="page page-scroll">
      <PageHeader
        title={commonText.title}
        tabs={tabs}
        {...(count > 0 ? { sentence: text.sentence(count) } : {})}
        extra={<ReceiveButton label={text.receive} />}
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && count === 0 && <EmptyState text={text.none} />}
      {data && count > 0 && (
        <>
          <p className="soft exchange-tight">{text.note}</p>
          <ul className="exchange-conflicts" aria-label={text.list}>
            {data.map((conflict) => (
              <ConflictCard key={conflict.id} conflict={conflict} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
