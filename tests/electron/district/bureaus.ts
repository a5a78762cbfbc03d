import { writePackage } from '../../../electron/exchange/package-file'
import type { PackageDraft, WrittenPackage } from '../../../electron/exchange/package-model'
import type { ReportedLine } from '../../../shared/exchange/lines'
import type { SummaryPayload } from '../../../shared/exchange/payloads'
import { recordLine } from '../../../shared/exchange/record-line'
import { aBureau, day, valueOf, type Service } from '../../builders'

export const officeName = '示例区考核办'

/** The district office on 2022-09-28, three days after 2022Q3 was due, with the units that are named. */
export async function anOffice(names: readonly string[], asOf = '2022-09-28'): Promise<Service> {
  const bureau = { name: officeName, aliases: [], mode: 'district' as const }
  const office = await aBureau({ asOf, bureau, actor: '收件人' })
  for (const name of names) {
    const about = { aliases: [], category: 3 as const, contact: '联络员', phone: '0000-0001', isOptional: false }
    await office.call('district.saveUnit', { id: null, fields: { ...about, name, remark: '', leftOn: null } })
  }
  return office
}

export function aTextLine(month: number): ReportedLine {
  const submittedOn = `2022-0${month}-15`
  return recordLine({
    stream: 'investment',
    kind: 'brief',
    id: `m${month}`,
    label: `${month}月工作信息`,
    happenedOn: day(submittedOn),
    evidence: 1,
    detail: { isAccepted: 'yes', submittedOn },
  })
}

export interface Sender extends Omit<Service, 'send'> {
  /** A 上报包 of the unit, signed with its own key. */
  readonly send: (changes?: SentChanges) => Promise<WrittenPackage>
}

export interface SentChanges {
  readonly draft?: Partial<PackageDraft>
  readonly payload?: Partial<SummaryPayload>
}

/** A bureau that sends 上报包, in a data folder of its own. */
export async function aSender(name: string, year = 2022): Promise<Sender> {
  const service = await aBureau({ bureau: { name, aliases: [], year } })
  return {
    ...service,
    send: async ({ draft = {}, payload = {} } = {}) => {
      const period = draft.period ?? '2022Q3'
      const content: SummaryPayload = {
        unit: { name, aliases: [], category: 2 },
        period,
        asOf: day('2022-09-22'),
        preparedOn: day('2022-09-22'),
        nil: [],
        score: null,
        lines: [aTextLine(7), aTextLine(8)],
        objections: [],
        edits: [],
        contact: null,
        ...payload,
      }
      const whole: PackageDraft = {
        kind: 'summary',
        to: officeName,
        period,
        year,
        edition: 1,
        checkCode: '4827-1936',
        counts: { lines: content.lines.length },
        ruleSet: null,
        payload: content,
        files: [],
        attachments: [],
        ...draft,
      }
      return valueOf(await writePackage(service.context, service.store(), whole, { passphrase: null }))
    },
  }
}

export interface DroppedFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Drops files into the inbox of 2022Q3, as the window does. */
export async function drop(
  office: Service,
  files: readonly DroppedFile[],
  { period = '2022Q3', trustNew = true }: { readonly period?: string; readonly trustNew?: boolean } = {},
) {
  let session: string | null = null
  for (const { fileName, bytes } of files) {
    const staged: { session: string } = await office.call('district.stage', {
      session,
      fileName,
      bytes: new Uint8Array(bytes),
    })
    session = staged.session
  }
  return office.call('district.receive', { session: session ?? '', period, trustNew })
}
