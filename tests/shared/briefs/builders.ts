import type { BriefRecord } from '../../../shared/briefs/record'
import { monthOf } from '../../../shared/core/dates'
import { day } from '../../builders'

/** A 工作信息 of 抓营商环境 that was not sent yet. */
export function aBrief(fields: Partial<BriefRecord> = {}): BriefRecord {
  return {
    id: 'brief-1',
    stream: 'environment',
    kind: 'brief',
    title: '工作信息',
    month: monthOf(day('2022-04-01')),
    submittedOn: null,
    channel: 'OA',
    characterCount: null,
    isAccepted: true,
    backfilledOn: null,
    body: '',
    uses: [],
    handler: '',
    isSample: false,
    ...fields,
  }
}
