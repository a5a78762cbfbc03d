import type { AccessRole, WorkArea } from '../access/roles'
import type { Need } from '../ipc/procedure'
import { streamShortLabels } from './settings'

export const accessRoleLabels: Readonly<Record<AccessRole, string>> = {
  viewer: '只看',
  member: '组员',
  leader: '组长',
}

export const adminLabel = '管理员'

export const workAreaLabels: Readonly<Record<WorkArea, string>> = {
  ...streamShortLabels,
  rectification: '整改',
  district: '区级',
}

/** What a call needs, as the refusal names it. */
export const needLabels: Readonly<Record<Need, string>> = {
  open: '不限',
  view: '登录',
  work: '组员',
  lead: '组长',
  admin: '管理员',
}

/** What is needed, in the words of a refusal: 管理员, 招商组长, 组员. */
export function needText(need: Need, area: WorkArea | null): string {
  const isOfArea = area !== null && (need === 'work' || need === 'lead')
  return isOfArea ? `${workAreaLabels[area]}${needLabels[need]}` : needLabels[need]
}
