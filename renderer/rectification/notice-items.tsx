import { Checkbox } from 'antd'
import { Fragment, memo } from 'react'
import type { NoticeItem } from '../../shared/rectification/notice-contract'
import { findingKinds } from '../../shared/rectification/record'
import { findingKindLabels } from '../../shared/terms/rectification'
import { ChoiceField } from '../components/choice-field'
import { TextField } from '../components/text-field'
import { noticeText as text } from '../text/rectification-notice'
import { optionsOf } from './filter-choices'
import { withChange, withLeft, type NoticeDraft } from './notice-draft'

const kindOptions = optionsOf(findingKinds, findingKindLabels)

type Change = (change: (now: NoticeDraft) => Partial<NoticeDraft>) => void

interface RowProps {
  readonly item: NoticeItem
  readonly isKept: boolean
  readonly onChange: Change
}

/** One item; drawn anew only when it changed itself, since a notice may have more than a hundred. */
const NoticeRow = memo(function NoticeRow({ item, isKept, onChange }: RowProps) {
  const { index, no, kind, title, measures, points, isUnnumbered, detail } = item
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={text.keepOf(no, title)}
          checked={isKept}
          onChange={({ target }) => onChange((now) => withLeft(now, index, target.checked))}
        />
      </td>
      <td className="rect-nowrap">
        {no}
        {isUnnumbered && <div className="soft">{text.unnumbered}</div>}
      </td>
      <td>
        <ChoiceField
          label={text.kindOf(no)}
          value={kind}
          options={kindOptions}
          width={150}
          onChange={(next) => next && onChange((now) => withChange(now, index, { kind: next }))}
        />
      </td>
      <td title={detail}>
        <TextField
          label={text.titleOf(no)}
          value={title}
          onChange={(next) => onChange((now) => withChange(now, index, { title: next }))}
        />
      </td>
      <td className="rect-nowrap soft">
        {text.measures(measures.length)}
        {points.length > 0 && <div>{text.points(points.length)}</div>}
      </td>
    </tr>
  )
})

interface NoticeItemsProps {
  readonly items: readonly NoticeItem[]
  /** Items that will not be kept, by index. */
  readonly left: readonly number[]
  readonly onChange: Change
}

function groupOf({ aspect, keyIssue }: NoticeItem): string {
  return text.group(aspect, keyIssue)
}

/** The items below their levels; each can be left out, named anew or given another kind. */
export function NoticeItems({ items, left, onChange }: NoticeItemsProps) {
  const { columns } = text
  return (
    <div className="rect-notice-scroll">
      <table className="ledger rect-notice">
        <thead>
          <tr>
            <th scope="col">{columns.keep}</th>
            <th scope="col">{columns.no}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.more}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => {
            const group = groupOf(item)
            const before = items[place - 1]
            const isNewGroup = group !== '' && (!before || groupOf(before) !== group)
            return (
              <Fragment key={item.index}>
                {isNewGroup && (
                  <tr className="rect-notice-group">
                    <th colSpan={5} scope="rowgroup">
                      {group}
                    </th>
                  </tr>
                )}
                <NoticeRow item={item} isKept={!left.includes(item.index)} onChange={onChange} />
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
