import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import path from 'node:path'
import type { Output } from '../../../shared/ipc/procedure'
import type { exchangeContract } from '../../../shared/exchange/contract'
import type { ReceiptPayload, SummaryPayload } from '../../../shared/exchange/payloads'
import { writePackage } from '../../../electron/exchange/package-file'
import type { PackageDraft } from '../../../electron/exchange/package-model'
import { aBureau, aFolder, day, dumpOf, importOf, valueOf, type Service } from '../../builders'

export const officeName = '东丽区合作交流办'
/** Telephone numbers that stand in the ledger of `aReportingBureau`. */
export const phones = ['13812345678', '022-24391234', '13900001111'] as const

export interface Bureau extends Service {
  /** A folder for packages, as the shell grants one. */
  readonly out: string
  readonly token: string
}

export function withFolder(service: Service): Bureau {
  const out = aFolder()
  const token = service.context.newId()
  service.context.grants.set(token, out)
  return { ...service, out, token }
}

/** A bureau at the end of 2022Q2 with a few records of each stream, named people and telephone numbers among them. */
export async function aReportingBureau(asOf = '2022-06-30'): Promise<Bureau> {
  const service = withFolder(await aBureau({ asOf, actor: '招商组组员' }))
  await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
  const person = { sectionId: null, rank: '处级', remark: '', leftOn: null }
  await service.call('registry.savePerson', {
    id: null,
    fields: { ...person, name: '包联干部01', phone: phones[2] },
    roles: null,
  })
  await aLead(service, '检测平台')
  const { id: enterpriseId } = await service.call('registry.saveEnterprise', {
    id: null,
    fields: { name: '示例制造公司', contact: '企业联系人甲', phone: phones[1] },
    allowDuplicate: false,
    expectedUpdatedAt: null,
  })
  const mode = 'onsite' as const
  const visit = { enterpriseId, personName: '包联干部01', visitedOn: day('2022-05-12'), mode, visitors: '' }
  await service.call('environment.saveVisit', {
    id: null,
    fields: { ...visit, topics: `联系${phones[0]}` },
    demands: [],
    expectedUpdatedAt: null,
  })
  return service
}

/** A lead on its way to 有效, filed in April. */
export async function aLead(service: Service, title: string): Promise<string> {
  const fields = {
    title,
    investorName: '河北瑞检科技公司',
    filedOn: day('2022-04-18'),
    contact: `瑞检联系人 ${phones[0]}`,
    remark: `有事找包联干部01，电话${phones[0]}`,
    proposedClass: 'outOfCity' as const,
  }
  const { id } = await service.call('investment.save', {
    id: null,
    fields,
    allowDuplicate: true,
    expectedUpdatedAt: null,
  })
  return id
}

export type Sent = Output<(typeof exchangeContract)['exchange.send']>

export function send(bureau: Bureau, choice: { period?: string; withContacts?: boolean; passphrase?: string } = {}) {
  const { period = '2022Q2', withContacts = false, passphrase = null } = choice
  return bureau.call('exchange.send', { period, withContacts, passphrase, folder: bureau.token })
}

export function bytesOfSent(bureau: Bureau, { file }: Pick<Sent, 'file'>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path.join(bureau.out, file.fileName)))
}

/** The entries of a zip as text, those of the workbook and the document inside it too. */
export function inflatedTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [name, content] of inflatedEntries(bytes)) {
    texts.set(name, content.toString('utf8'))
    if (/\.(xlsx|docx)$/.test(name))
      for (const [part, text] of inflatedTexts(new Uint8Array(content))) texts.set(`${name}!${part}`, text)
  }
  return texts
}

/** A plain reader of the central directory, so that the product's own reader is not what proves the product. */
export function inflatedEntries(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const file = Buffer.from(bytes)
  const entries = new Map<string, Buffer>()
  for (
    let at = file.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = file.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + size)
    entries.set(name, method === 0 ? packed : inflateRawSync(packed))
  }
  return entries
}

/** What a package says of itself, read from its entries. */
export function payloadOf(bytes: Uint8Array): SummaryPayload {
  return JSON.parse(inflatedTexts(bytes).get('data.json') ?? 'null') as SummaryPayload
}

/** The district's office as a second data folder, whose key the bureau trusts when it is asked to. */
export async function anOffice(asOf = '2022-07-05'): Promise<Service> {
  return aBureau({ asOf, actor: '收件人', bureau: { name: officeName, aliases: [], mode: 'district' } })
}

/** A file of the district's, as its desk writes them. */
export async function fromOffice(
  office: Service,
  kind: PackageDraft['kind'],
  payload: unknown,
  about: Partial<PackageDraft> = {},
) {
  const draft: PackageDraft = {
    kind,
    to: '东丽区审计局',
    period: null,
    year: 2022,
    edition: 1,
    checkCode: '',
    counts: {},
    ruleSet: null,
    payload,
    files: [],
    attachments: [],
    ...about,
  }
  return valueOf(await writePackage(office.context, office.store(), draft, { passphrase: null })).bytes
}

/** A receipt to an edition: verdicts on the lines that are named, everything else accepted. */
export function aReceipt(
  payload: SummaryPayload,
  checkCode: string,
  about: Partial<ReceiptPayload> & {
    readonly verdicts?: Readonly<Record<string, Partial<ReceiptPayload['lines'][number]>>>
  },
): ReceiptPayload {
  const { verdicts = {}, ...rest } = about
  return {
    unit: '东丽区审计局',
    period: payload.period,
    answers: 1,
    checkCode,
    isFinal: false,
    receivedOn: day('2022-07-01'),
    isLate: false,
    lines: payload.lines.map(({ key, label, unit, kind, cumulative, detail }) => {
      const reported = kind === 'figure' ? cumulative : kind === 'lead' ? (detail['leadClass'] ?? null) : null
      return { key, label, unit, reported, approved: reported, verdict: 'accepted', reason: '', ...verdicts[key] }
    }),
    score: null,
    rank: null,
    figures: [],
    claims: [],
    answersToObjections: [],
    objectionsUntil: day('2022-07-12'),
    docRef: '考核通报〔2022〕2号',
    ...rest,
  }
}

export function open(service: Service, bytes: Uint8Array, fileName = '文件.zip', passphrase: string | null = null) {
  return service.call('exchange.open', { fileName, bytes: new Uint8Array(bytes), passphrase })
}

/** Opens and accepts, answering every question with yes. */
export async function accept(
  service: Service,
  bytes: Uint8Array,
  answers = { trustSigner: true, acceptUnsigned: true },
) {
  const { session } = await open(service, bytes)
  return service.call('exchange.accept', { session, ...answers })
}

export const dump = (service: Service) => dumpOf(service.store().connection)
