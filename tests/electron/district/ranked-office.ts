import { keepObjection } from '../../../db/repositories/objections'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { aFolder, writing } from '../../builders'
import { aFigure, aLead } from '../../shared/district/returns'
import { anOffice, type Office } from './review-office'

export const period = '2022Q2'

/** A lead that counts: all four parts of 有效 are there. One of 市外优质 is one indicator, which is 7.5 points. */
export function aCountingLead(id: string, label: string): ReportedLine {
  const steps = {
    certifiedOn: '2022-05-12',
    contactedOn: '2022-05-16',
    acceptedOn: '2022-05-20',
    acceptedBy: '示例街道',
  }
  const enterprise = { name: `${label}有限公司`, creditCode: '' }
  return aLead(id, { label, enterprise, detail: { isOfYear: 'yes', isRegisteredInDistrict: '', ...steps } })
}

export interface RankedOffice extends Office {
  readonly units: Readonly<Record<'first' | 'second' | 'third' | 'missing' | 'street', string>>
  /** A token of a new folder, and its path. */
  readonly target: (name?: string) => string
}

/**
 * Three units of 第三类 with two, two and one counting lead (15, 15, 7.5 of 30 points), one that has not reported, and a
 * street whose category has no scheme.
 */
export async function aRankedOffice(): Promise<RankedOffice> {
  const office = await anOffice({ actor: '公布人' })
  const units = {
    first: office.unit('示例发展局'),
    second: office.unit('示例统计局'),
    third: office.unit('示例档案局'),
    missing: office.unit('示例信访局'),
    street: office.unit('示例街道办事处', 4),
  }
  const effective = (count: number) =>
    aFigure('investment.effective', { label: '有效线索', cumulative: String(count), target: '4' })
  office.receive(units.first, period, [effective(2), aCountingLead('a1', '示例一号'), aCountingLead('a2', '示例二号')])
  office.receive(units.second, period, [effective(2), aCountingLead('b1', '示例三号'), aCountingLead('b2', '示例四号')])
  office.receive(units.third, period, [effective(1), aCountingLead('c1', '示例五号')])
  office.receive(units.street, period, [effective(0)])
  let folders = 0
  const target = (name = `folder-${(folders += 1)}`): string => {
    office.context.grants.set(name, aFolder())
    return name
  }
  return { ...office, units, target }
}

/** The same with the period locked. */
export async function locked(): Promise<RankedOffice> {
  const office = await aRankedOffice()
  await office.call('district.lock', { period })
  return office
}

/** 试公布. */
export const trial = (office: RankedOffice, changeNote = '') =>
  office.call('district.publish', { period, kind: 'trial', changeNote })

/** The folder behind a token. */
export function folderOf(office: RankedOffice, token: string): string {
  const folder = office.context.grants.get(token)
  if (folder === undefined) throw new Error(`no folder: ${token}`)
  return folder
}

/** An objection as it comes in with a summary. */
export function objectionOf(office: RankedOffice, id: string, unitId: string, lineKey: string | null): void {
  const row = { id, unitId, period, lineKey, text: '示例五号已提供佐证', receivedOn: '2022-07-05', isSample: false }
  writing(office.store(), (db) => keepObjection(db, row))
}

/** Locked, with the only lead of the third unit returned. */
export async function returnedLead(
  before: (office: RankedOffice) => Promise<unknown> = () => Promise.resolve(),
): Promise<RankedOffice> {
  const office = await aRankedOffice()
  await before(office)
  await office.call('district.saveVerdicts', {
    unitId: office.units.third,
    period,
    verdicts: [{ key: 'lead/c1', verdict: 'returned', approved: null, reason: '没有接收单位的回复' }],
  })
  await office.call('district.lock', { period })
  return office
}
