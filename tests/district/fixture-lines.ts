import { invariant } from '../../shared/core/assert'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { creditCodeCheckCharacter } from '../../shared/registry/credit-code'
import { parseReportPeriod } from '../../shared/reports/period'
import type { ReportedLine } from '../../shared/exchange/lines'
import { enterpriseOf, recordLine } from '../../shared/exchange/record-line'

/** The seeded errors of the 72 units, one each, and what else makes a unit of the fixture different. */
export type Oddity = 'arithmetic' | 'jump' | 'evidence' | 'firstClaim' | 'secondClaim' | 'nil'

/** One unit of the fixture and what it did in the year. */
export interface UnitPlan {
  /** From 1, in the order of the list. */
  readonly number: number
  readonly name: string
  readonly category: 1 | 2 | 3 | 4
  /** Months of the year with an accepted text, the last ones. */
  readonly months: number
  readonly oddity: Oddity | null
}

export function day(text: string): IsoDate {
  const found = parseIsoDate(text)
  invariant(found, `a day: ${text}`)
  return found
}

function code(number: number): string {
  const start = `91120110MA0${String(number).padStart(6, '0')}`
  return `${start}${creditCodeCheckCharacter(start) ?? ''}`
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}

function leadLine(
  id: string,
  about: {
    readonly name: string
    readonly code: string
    readonly leadClass: LeadClass
    readonly filedOn: string
    readonly landedOn: string | null
  },
): ReportedLine {
  const { name, leadClass, filedOn, landedOn } = about
  return recordLine({
    stream: 'investment',
    kind: 'lead',
    id,
    label: `${name}投资项目`,
    status: landedOn === null ? '备案有效' : '已落地',
    happenedOn: day(filedOn),
    evidence: 2,
    enterprise: enterpriseOf(name, about.code),
    detail: {
      leadClass,
      filedOn,
      certifiedOn: filedOn,
      contactedOn: filedOn,
      acceptedOn: filedOn,
      acceptedBy: '示例区科创园区',
      landedOn,
      companyName: landedOn === null ? '' : name,
      isRegisteredInDistrict: landedOn === null ? '' : 'yes',
      creditCode: about.code,
      investorName: name,
      isOfYear: 'yes',
    },
  })
}

type LeadClass = 'highQuality' | 'outOfCity'
/** Indicators of a lead, filed and landed. Source: 考核办法（第三类）. */
const indicators = { highQuality: [4, 6], outOfCity: [1, 2] } as const

/** The leads by the end of the period: one of the spring, and in the last quarter the one that two units claim. */
function leadsOf({ number, oddity }: UnitPlan, isLast: boolean): readonly ReportedLine[] {
  const leadClass = number % 4 === 2 ? 'outOfCity' : 'highQuality'
  const own = leadLine(`u${number}-a`, {
    name: `示例企业${String(number).padStart(3, '0')}`,
    code: code(number),
    leadClass,
    filedOn: `2022-03-${padded((number % 27) + 1)}`,
    landedOn: number % 7 === 0 ? '2022-06-10' : null,
  })
  if (!isLast || (oddity !== 'firstClaim' && oddity !== 'secondClaim')) return [own]
  const filedOn = oddity === 'firstClaim' ? '2022-10-12' : '2022-11-08'
  const claimed = { name: '示例共同企业', code: code(900), leadClass: 'outOfCity', filedOn, landedOn: null } as const
  return [own, leadLine(`u${number}-b`, claimed)]
}

function briefsOf({ number, months, oddity }: UnitPlan, lastMonth: number): readonly ReportedLine[] {
  const first = 13 - months
  return Array.from({ length: Math.max(0, lastMonth - first + 1) }, (_, index) => {
    const month = first + index
    const submittedOn = `2022-${padded(month)}-${padded((number % 9) + 10)}`
    return recordLine({
      stream: 'investment',
      kind: 'brief',
      id: `u${number}-m${month}`,
      label: `${month}月招商工作信息`,
      status: '已采用',
      happenedOn: day(submittedOn),
      evidence: oddity === 'evidence' && month === 12 ? 0 : 1,
      detail: { isAccepted: 'yes', submittedOn, month: submittedOn.slice(0, 7) },
    })
  })
}

function entriesOf({ number }: UnitPlan): readonly ReportedLine[] {
  const amount = `${(number % 4) + 4}.50`
  const bookedOn = `2022-06-${padded((number % 28) + 1)}`
  return [
    recordLine({
      stream: 'revenue',
      kind: 'entry',
      id: `u${number}-r`,
      label: '专项收入入库',
      unit: '万元',
      cumulative: amount,
      status: '已入库',
      happenedOn: day(bookedOn),
      evidence: 1,
      enterprise: enterpriseOf(`示例缴款单位${String(number).padStart(3, '0')}`),
      detail: { status: 'booked', bookedOn, gross: amount, districtRetained: amount },
    }),
  ]
}

function trainingsOf({ number }: UnitPlan): readonly ReportedLine[] {
  return ['2022-05-18', '2022-08-24'].map((heldOn, index) =>
    recordLine({
      stream: 'investment',
      kind: 'training',
      id: `u${number}-t${index + 1}`,
      label: '招商业务培训',
      status: '已参加',
      happenedOn: day(heldOn),
      evidence: 1,
      detail: { isRequired: 'yes', isAttended: 'yes', heldOn },
    }),
  )
}

interface Figure {
  readonly code: string
  readonly stream: ReportedLine['stream']
  readonly label: string
  readonly unit: string
  readonly target?: string
  readonly cumulative: string
  readonly current: string
  readonly parts?: readonly ReportedLine[]
}

function figureLine({ code: id, stream, label, unit, target, cumulative, current, parts = [] }: Figure): ReportedLine {
  const line = recordLine({ stream, kind: 'figure', id, label, unit })
  const keys = parts.map(({ key }) => key)
  return { ...line, target: target ?? null, cumulative, current, formula: '按台账记录逐条累计。', parts: keys }
}

function isLanded({ detail }: ReportedLine): boolean {
  return typeof detail['landedOn'] === 'string'
}

function unitsOf(leads: readonly ReportedLine[]): number {
  return leads.reduce((sum, line) => {
    const [filed, landed] = indicators[line.detail['leadClass'] === 'highQuality' ? 'highQuality' : 'outOfCity']
    return sum + (isLanded(line) ? landed : filed)
  }, 0)
}

/** What a unit reports for a quarter; the first nine months are those of the quarter before. */
export function linesOf(plan: UnitPlan, period: '2022Q3' | '2022Q4'): readonly ReportedLine[] {
  const isLast = period === '2022Q4'
  const lastMonth = (parseReportPeriod(period)?.months ?? []).at(-1) ?? 12
  const [leads, earlierLeads] = [leadsOf(plan, isLast), leadsOf(plan, false)]
  // 本期无新增: what stood in the third quarter stands.
  const briefs = briefsOf(plan, plan.oddity === 'nil' ? 9 : lastMonth)
  const added = isLast ? briefs.length - briefsOf(plan, 9).length : 3
  const entries = entriesOf(plan)
  const wrong = isLast && plan.oddity === 'arithmetic' ? 1 : 0
  const leap = isLast && plan.oddity === 'jump' ? 37 : 0
  const newLeads = leads.length - earlierLeads.length
  const projects = (plan.number % 3) + 1
  return [
    figureLine({
      code: 'investment.units',
      stream: 'investment',
      label: '招商项目信息折算指标',
      unit: '个',
      target: '4',
      cumulative: String(unitsOf(leads)),
      current: String(isLast ? unitsOf(leads) - unitsOf(earlierLeads) : 0),
    }),
    ...(['filed', 'effective'] as const).map((key) =>
      figureLine({
        code: `investment.${key}`,
        stream: 'investment',
        label: key === 'filed' ? '备案项目信息' : '有效项目信息',
        unit: '条',
        cumulative: String(leads.length),
        current: String(newLeads),
        parts: leads,
      }),
    ),
    figureLine({
      code: 'investment.landed',
      stream: 'investment',
      label: '落地项目',
      unit: '个',
      cumulative: String(leads.filter(isLanded).length),
      current: '0',
      parts: leads.filter(isLanded),
    }),
    figureLine({
      code: 'investment.briefs',
      stream: 'investment',
      label: '报送工作信息',
      unit: '篇',
      target: '12',
      cumulative: String(briefs.length + wrong),
      current: String(added + wrong),
      parts: briefs,
    }),
    figureLine({
      code: 'projects.count',
      stream: 'projects',
      label: '在库项目',
      unit: '个',
      cumulative: String(projects + leap),
      current: String(leap),
    }),
    figureLine({
      code: 'revenue.districtRetained',
      stream: 'revenue',
      label: '组织收入（区留成）',
      unit: '万元',
      target: '5',
      cumulative: entries[0]?.cumulative ?? '0',
      current: '0',
      parts: entries,
    }),
    ...leads,
    ...briefs,
    ...trainingsOf(plan),
    ...entries,
  ]
}
