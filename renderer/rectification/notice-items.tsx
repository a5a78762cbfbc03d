import { Checkbox } from 'antd'
import { Fragment } from 'react'
import type { NoticeItem } from '../../shared/rectification/notice-contract'
import { findingKinds, type FindingKind } from '../../shared/rectification/record'
import { findingKindLabels } from '../../shared/terms/rectification'
import { ChoiceField } from '../components/choice-field'
import { TextField } from '../components/text-field'
import { noticeText as text } from '../text/rectification-notice'
import { optionsOf } from './filter-choices'

const kindOptions = optionsOf(findingKinds, findingKindLabels)

interface NoticeItemsProps {
  readonly items: readonly NoticeItem[]
  /** Items that will not be kept, by index. */
  readonly left: ReadonlySet<number>
  readonly onKeep: (index: number, isKept: boolean) => void
  readonly onChange: (index: number, part: { readonly title?: string; readonly kind?: FindingKind }) => void
}

/** The items below their levels; each can be left out, named anew or given another kind. */
export function NoticeItems({ items, left, onKeep, onChange }: NoticeItemsProps) {
  const { columns } = text
  const groupOf = ({ aspect, keyIssue }: NoticeItem): string => text.group(aspect, keyIssue)
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
            const { index, no, kind, title, measures, points, isUnnumbered, detail } = item
            const group = groupOf(item)
            const before = items[place - 1]
            const isNewGroup = group !== '' && (!before || groupOf(before) !== group)
            return (
              <Fragment key={index}>
                {isNewGroup && (
                  <tr className="rect-notice-group">
                    <th colSpan={5} scope="rowgroup">
                      {group}
                    </th>
                  </tr>
                )}
                <tr>
                  <td>
                    <Checkbox
                      aria-label={text.keepOf(no, title)}
                      checked={!left.has(index)}
                      onChange={({ target }) => onKeep(index, target.checked)}
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
                      onChange={(next) => next && onChange(index, { kind: next })}
                    />
                  </td>
                  <td title={detail}>
                    <TextField
                      label={text.titleOf(no)}
                      value={title}
                      onChange={(next) => onChange(index, { title: next })}
                    />
                  </td>
                  <td className="rect-nowrap soft">
                    {text.measures(measures.length)}
                    {points.length > 0 && <div>{text.points(points.length)}</div>}
                  </td>
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
