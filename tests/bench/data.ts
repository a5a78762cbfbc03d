import type { EnterpriseRow } from '../../db/repositories/enterprises'
import type { LeadRow } from '../../db/repositories/investment'
import type { VisitRow } from '../../db/repositories/visits'
import type { IsoDate } from '../../shared/core/dates'
import { addDays } from '../../shared/core/dates'
import { emptyLead } from '../../shared/investment/empty-lead'
import type { LeadClass } from '../../shared/investment/record'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { creditCodeCheckCharacter } from '../../shared/registry/credit-code'

/** The day that counts as today. */
export const benchDay = '2022-08-31' as IsoDate
export const benchYear = 2022
/** Leads of one year; more of them go back into the years before. */
export const leadsPerYear = 10_000

const regions = ['河北省', '北京市', '山东省', '浙江省', '广东省', '天津市']
const places = ['石家庄', '唐山', '海淀', '济南', '杭州', '佛山', '青岛', '廊坊', '保定', '宁波', '东莞', '沧州']
const trades = ['医疗器械', '检测技术', '新能源装备', '数据服务', '供应链管理', '精密制造', '环保科技', '软件开发']
const projects = ['检测平台项目', '区域总部项目', '数据标注基地', '仓储配送中心', '研发中心', '智能装备生产线']
const classes: readonly LeadClass[] = ['highQuality', 'beijing', 'nationalHiTech', 'outOfCity', 'inCity', 'pending']
const parks = ['华新街道', '甲园区', '乙园区', '丙街道']
const people = ['招商组组长', '招商组组员', '办公室组员']

function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/** Always the same numbers for the same index. */
function scramble(index: number): number {
  return Math.imul(index + 1, 0x9e37_79b1) >>> 8
}

function creditCode(index: number): string {
  const body = `91120110MA${String(index).padStart(7, '0')}`
  return body + (creditCodeCheckCharacter(body) ?? '0')
}

function name(index: number): string {
  return `${pick(places, index)}${pick(trades, scramble(index))}第${index}号有限公司`
}

/** One lead as it would be entered by hand, at any stage of its life. */
export function benchLead(index: number, id: string): LeadRow {
  const random = scramble(index)
  const year = benchYear - Math.floor(index / leadsPerYear)
  const filedOn = addDays(`${year}-01-04` as IsoDate, random % 220)
  const stage = random % 10
  const reached = (from: number, days: number): IsoDate | null => (stage >= from ? addDays(filedOn, days) : null)
  const isLanded = stage === 9
  const now = `${filedOn}T09:00:00+08:00`
  return {
    ...emptyLead,
    id,
    title: `${pick(places, index)}${pick(projects, random)}${index}`,
    investorName: name(index),
    investorKey: normaliseCompanyName(name(index)),
    investorRegion: pick(regions, index),
    intention: '拟在本区设立公司，建设生产和办公场所，分两期投入。',
    expectedBenefit: '达产后年税收约100万元。',
    sourcePerson: pick(people, index),
    contact: '电话已留',
    remark: index % 3 === 0 ? '已电话联系，等待对方考察。' : '',
    filedOn,
    platformNo: `DL-${year}-${String(index).padStart(6, '0')}`,
    certifiedOn: reached(2, 5),
    contactedOn: reached(4, 9),
    acceptedOn: reached(6, 20),
    acceptedBy: stage >= 6 ? pick(parks, index) : '',
    districtClass: stage >= 6 ? pick(classes, random) : 'pending',
    landedOn: isLanded ? addDays(filedOn, 40) : null,
    companyName: isLanded ? `天津${name(index)}` : '',
    creditCode: isLanded ? creditCode(index) : '',
    isRegisteredInDistrict: isLanded ? true : null,
    documentReference: stage >= 2 ? '平台回执' : '',
    batchId: null,
    sourceRow: null,
    isSample: false,
    createdAt: now,
    updatedAt: now,
  }
}

/** Enterprises that the visits are spread over. */
export const enterpriseCount = 200
/** Officials who visit. */
export const officialCount = 60

/** One enterprise that an official looks after. */
export function benchEnterprise(index: number, id: string): EnterpriseRow {
  const now = `${benchYear}-01-04T09:00:00+08:00`
  return {
    id,
    name: `走访${name(index)}`,
    nameKey: normaliseCompanyName(`走访${name(index)}`),
    creditCode: creditCode(900_000 + index),
    street: pick(parks, index),
    scale: '',
    industry: pick(trades, index),
    contact: '',
    phone: '',
    remark: '',
    batchId: null,
    sourceRow: null,
    isSample: false,
    createdAt: now,
    updatedAt: now,
  }
}

/** One visit of the last ten years. */
export function benchVisit(index: number, id: string, enterpriseId: string, personId: string): VisitRow {
  const visitedOn = addDays(`${benchYear - (index % 10)}-01-04` as IsoDate, scramble(index) % 220)
  const now = `${visitedOn}T09:00:00+08:00`
  return {
    id,
    enterpriseId,
    personId,
    visitedOn,
    mode: pick(['onsite', 'phone', 'online'], index),
    visitors: '',
    topics: index % 7 === 0 ? '了解用工和订单情况，宣讲设备更新贷款贴息政策。' : '回访上次诉求办理情况。',
    batchId: null,
    sourceRow: null,
    isSample: false,
    createdAt: now,
    updatedAt: now,
  }
}
