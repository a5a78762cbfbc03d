import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { insertPerson } from '../../../db/repositories/people'
import type { RectReportKind } from '../../../shared/rectification/paper-contract'
import { aBureau, aFolder, day, dumpOf, filesBelow, refusalOf, writing, type Service } from '../../builders'
import { documentText, documentXml } from './document-text'
import { aFinding, aProgram, changeFinding, placed, withEvidence, type ProgramInput } from './records'

function grantedFolder(service: Service, folder = aFolder()): string {
  service.context.grants.set('folder', folder)
  return folder
}

interface Ledger {
  readonly service: Service
  readonly programId: string
  readonly done: string
  readonly open: string
  readonly folder: string
}

/** A programme with one finding that is done and one that is not. */
async function aLedger(program: ProgramInput = {}): Promise<Ledger> {
  const service = await aBureau({ asOf: '2022-06-30', actor: '整改督查岗' })
  const about = {
    title: '2021年度预算执行审计',
    originYears: '2021',
    feedbackOn: day('2021-07-26'),
    reportToUnit: '市审计局',
  }
  const programId = await aProgram(service, { ...about, ...program })
  const done = await aFinding(service, programId, {
    no: '1',
    title: '非税收入未及时上缴',
    leadUnit: '财务科',
    result: '已上缴',
  })
  const open = await aFinding(service, programId, {
    no: '2',
    title: '往来款长期挂账',
    rectType: 'phased',
    nextStep: '年底前清理',
  })
  placed(service, done, { state: 'completed', status: 'done', determinedOn: '2022-05-20' as never })
  placed(service, open, { state: 'rectifying', dueOn: day('2022-12-31') })
  return { service, programId, done, open, folder: grantedFolder(service) }
}

function choiceOf(kind: RectReportKind, { programId }: Pick<Ledger, 'programId'>, shown: readonly string[] = []) {
  return { kind, programIds: [programId], shown: [...shown] }
}

function issue(ledger: Ledger, kind: RectReportKind, more: { readonly dueOn?: string; readonly docNo?: string } = {}) {
  const dueOn = more.dueOn === undefined ? null : day(more.dueOn)
  const rest = { dueOn, docNo: more.docNo ?? '', folder: 'folder' }
  return ledger.service.call('rectification.issueReport', { ...choiceOf(kind, ledger), ...rest })
}

const rowsOf = (service: Service, programId: string | null = null) =>
  service.call('rectification.reports', { programId })

describe('a draft', { timeout: 30_000 }, () => {
  test('blocks, plain text and 核对码 of what would go out; nothing is kept', async () => {
    const ledger = await aLedger()
    const draft = await ledger.service.call('rectification.draftReport', choiceOf('congress', ledger))
    expect(draft.title).toBe('东丽区审计局关于2021年度审计查出问题整改情况的报告')
    expect(draft.blocks[0]).toEqual({ kind: 'heading', level: 1, text: '一、整改工作总体部署和推进情况' })
    expect(draft.plainText).toContain('共反映问题2个，截至2022年6月30日已整改1个，整改率50%（1/2）。')
    expect(draft.plainText.split('\n').at(-1)).toBe(`核对码：${draft.checkCode}`)
    expect(draft.issues).toEqual([])
    expect(await rowsOf(ledger.service)).toEqual([])
  })

  test('its own figures never speak against the ledger, mixed verbs and several programmes among them', async () => {
    const ledger = await aLedger()
    const other = await aProgram(ledger.service, { title: '市审计局2020年度审计', docNo: '2', originYears: '2020' })
    const promoted = await aFinding(ledger.service, other, { no: '1', title: '资产闲置' })
    placed(ledger.service, promoted, { state: 'completed', status: 'promoted' })
    for (const kind of ['congress', 'auditOffice', 'publicNotice', 'periodic'] as const) {
      const choice = { kind, programIds: [ledger.programId, other], shown: [] }
      const { issues } = await ledger.service.call('rectification.draftReport', choice)
      // Said of the ledger itself, whatever the text.
      expect(issues.map(({ code, quote }) => [code, quote])).toEqual([['mixedVerbs', '']])
    }
  })

  test('a result that says more than the ledger is found (product F5)', async () => {
    const ledger = await aLedger()
    const fields = { progress: '审计查出的2个问题已全部完成整改' }
    await changeFinding(ledger.service, ledger.open, ledger.programId, fields)
    const { issues } = await ledger.service.call('rectification.draftReport', choiceOf('congress', ledger))
    expect(issues.map(({ code }) => code)).toContain('allDoneBesideOpen')
  })

  test('脱敏: people of the bureau and those beside the findings are listed; one is shown by choice', async () => {
    const ledger = await aLedger()
    const person = {
      id: 'p',
      name: '干部01',
      rank: '',
      isSample: false,
      sectionId: null,
      phone: '',
      remark: '',
      leftOn: null,
    }
    writing(ledger.service.store(), (db) => insertPerson(db, person))
    const result = '干部01、承办人01已回访群众，电话13812345678'
    await changeFinding(ledger.service, ledger.done, ledger.programId, { result, handler: '承办人01' })
    const draft = await ledger.service.call('rectification.draftReport', choiceOf('publicNotice', ledger))
    expect(draft.hidden.map(({ kind, text }) => `${kind}/${text}`)).toEqual([
      'person/承办人01',
      'person/干部01',
      'phone/13812345678',
    ])
    expect(draft.plainText).toContain('有关人员、有关人员已回访群众，电话***。')
    const chosen = choiceOf('publicNotice', ledger, ['person/干部01'])
    const shown = await ledger.service.call('rectification.draftReport', chosen)
    expect(shown.plainText).toContain('干部01、有关人员已回访群众，电话***。')
  })

  test('a programme that is gone', async () => {
    const { service } = await aLedger()
    const failure = await refusalOf(
      service.call('rectification.draftReport', choiceOf('congress', { programId: 'gone' })),
    )
    expect(failure.code).toBe('notFound')
  })
})

describe('an issued report', { timeout: 30_000 }, () => {
  test('is written, kept with its version, and shown in the list', async () => {
    const ledger = await aLedger()
    const { file, report } = await issue(ledger, 'auditOffice', { docNo: '东审报〔2022〕7号' })
    expect(filesBelow(ledger.folder)).toEqual([file.fileName])
    expect(file.fileName).toBe('东丽区审计局_审计整改报告_第1版_20220630.docx')
    const text = await documentText(path.join(ledger.folder, file.fileName))
    expect(text.slice(1, 3)).toEqual(['东审报〔2022〕7号', '（截至2022年6月30日）'])
    expect(text).toContain(`核对码：${report.checkCode}`)
    expect(report).toMatchObject({ kind: 'auditOffice', version: 1, hasContent: true, issuedBy: '整改督查岗' })
    expect(await rowsOf(ledger.service, ledger.programId)).toEqual([report])
  })

  test('the next of its kind and programme is a new version, in a file of its own', async () => {
    const ledger = await aLedger()
    const versions = []
    for (const kind of ['periodic', 'periodic', 'congress'] as const)
      versions.push((await issue(ledger, kind)).report.version)
    expect(versions).toEqual([1, 2, 1])
    expect(filesBelow(ledger.folder)).toHaveLength(3)
  })

  test('is written again just as it was after the findings have changed', async () => {
    const ledger = await aLedger()
    await withEvidence(ledger.service, ledger.done)
    const { file, report } = await issue(ledger, 'auditOffice')
    const first = await documentXml(path.join(ledger.folder, file.fileName))
    await changeFinding(ledger.service, ledger.open, ledger.programId, { title: '改过的问题', nextStep: '改过的措施' })
    placed(ledger.service, ledger.open, { state: 'completed', status: 'done' })
    const again = grantedFolder(ledger.service)
    const written = await ledger.service.call('rectification.exportIssued', { id: report.id, folder: 'folder' })
    expect(await documentXml(path.join(again, written.file.fileName))).toBe(first)
    const draft = await ledger.service.call('rectification.draftReport', choiceOf('auditOffice', ledger))
    expect(draft.plainText).toContain('改过的问题')
  })

  test('cannot be undone, changed or deleted: the store itself keeps it', async () => {
    const ledger = await aLedger()
    await issue(ledger, 'congress')
    const before = dumpOf(ledger.service.store().connection)
    expect((await refusalOf(ledger.service.call('core.undoLast', {}))).code).toBe('issuedReportStays')
    const { id } = (await rowsOf(ledger.service))[0] ?? { id: '' }
    expect((await refusalOf(ledger.service.call('rectification.removeSent', { id }))).code).toBe('issuedReportStays')
    expect(dumpOf(ledger.service.store().connection)).toEqual(before)
  })

  test.each(['gone', 'taken'])('a folder that is %s: no file, no half file, no record', async (what) => {
    const ledger = await aLedger()
    rmSync(ledger.folder, { recursive: true })
    if (what === 'taken') writeFileSync(ledger.folder, '')
    expect((await refusalOf(issue(ledger, 'congress'))).code).toBe('folderNotWritable')
    expect(await rowsOf(ledger.service)).toEqual([])
  })

  test('a store that cannot keep it: the file goes again', async () => {
    const ledger = await aLedger()
    const full = 'CREATE TEMP TRIGGER full BEFORE INSERT ON rect_report BEGIN SELECT RAISE(ABORT, ?); END'
    ledger.service.store().connection.exec(full.replace('?', "'issued reports are never changed'"))
    expect((await refusalOf(issue(ledger, 'congress'))).code).toBe('issuedReportStays')
    expect(filesBelow(ledger.folder)).toEqual([])
    expect(await rowsOf(ledger.service)).toEqual([])
  })

  test('two at once do not take the same version', async () => {
    const ledger = await aLedger()
    const both = await Promise.allSettled([issue(ledger, 'congress'), issue(ledger, 'congress')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await rowsOf(ledger.service)).map(({ version }) => version)).toEqual([1])
    expect(filesBelow(ledger.folder)).toHaveLength(1)
  })
})

describe('periodic reports (product F7)', { timeout: 30_000 }, () => {
  const dueOn = day('2022-04-26')
  const sent = { dueOn, sentOn: day('2022-04-25'), docNo: '东审报〔2022〕3号', remark: '经OA报送' }
  const openDues = async ({ service }: Ledger) =>
    (await service.call('rectification.programs', {}))[0]?.reportsDue.map((due) => due.dueOn) ?? []

  test('one sent by another way answers its date, until that is taken back', async () => {
    const ledger = await aLedger()
    expect(await openDues(ledger)).toContain(dueOn)
    const { id } = await ledger.service.call('rectification.recordSent', { ...sent, programId: ledger.programId })
    expect(await openDues(ledger)).not.toContain(dueOn)
    expect(await rowsOf(ledger.service)).toMatchObject([
      { id, kind: 'periodic', dueOn, issuedOn: '2022-04-25', hasContent: false, remark: '经OA报送', checkCode: '' },
    ])
    expect((await refusalOf(ledger.service.call('rectification.exportIssued', { id, folder: 'folder' }))).code).toBe(
      'notIssued',
    )
    await ledger.service.call('rectification.removeSent', { id })
    expect(await openDues(ledger)).toContain(dueOn)
  })

  test('what was sent is what the next one starts from', async () => {
    const ledger = await aLedger()
    await ledger.service.call('rectification.recordSent', { ...sent, programId: ledger.programId })
    const { plainText } = await ledger.service.call('rectification.draftReport', choiceOf('periodic', ledger))
    expect(plainText).toContain('自2022年4月25日以来，新完成整改1个。')
    await issue(ledger, 'periodic', { dueOn: '2022-07-26' })
    const next = await ledger.service.call('rectification.draftReport', choiceOf('periodic', ledger))
    expect(next.plainText).toContain('自2022年6月30日以来，新完成整改0个。')
  })

  test('a report over several programmes counts as the last one of each', async () => {
    const ledger = await aLedger()
    const other = await aProgram(ledger.service, { title: '另一来源', docNo: '9' })
    const about = { kind: 'periodic', programIds: [ledger.programId, other], shown: [] } as const
    const rest = { dueOn: null, docNo: '', folder: 'folder' }
    const { report } = await ledger.service.call('rectification.issueReport', {
      ...about,
      programIds: [...about.programIds],
      shown: [],
      ...rest,
    })
    expect(report).toMatchObject({ programId: null, programTitle: '2021年度预算执行审计、另一来源', version: 1 })
    expect(await rowsOf(ledger.service, other)).toHaveLength(1)
    const { plainText } = await ledger.service.call('rectification.draftReport', choiceOf('periodic', ledger))
    expect(plainText).toContain('自2022年6月30日以来')
  })

  test('a day to come, and a programme that is gone, are refused', async () => {
    const { service, programId } = await aLedger()
    const record = (fields: object) => service.call('rectification.recordSent', { ...sent, programId, ...fields })
    expect((await refusalOf(record({ sentOn: day('2022-07-01') }))).code).toBe('findingDayInFuture')
    expect((await refusalOf(record({ programId: 'gone' }))).code).toBe('notFound')
  })
})
