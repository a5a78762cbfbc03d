import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { digestOf, keptFile } from '../../../electron/core/attachment-store'
import { aBureau, dumpOf, filesBelow, refusalOf, type Service } from '../../builders'
import { listed, aFinding, aMeasure, aProgram, closedCycle, placed, uploaded, withEvidence } from './records'
import { aSubmitted, detail, sits, step } from './way'

const kept = (service: Service): string[] => filesBelow(path.join(service.folder, 'attachments'))
const evidenceOf = async (service: Service, id: string) => (await service.call('rectification.get', { id })).evidence
const filesOf = (service: Service, recordId: string) =>
  service.call('attachments.list', { room: 'rectification', recordId })
const add = (service: Service, findingId: string, uploadId: string, measureIds: string[] = []) =>
  service.call('rectification.addEvidence', { findingId, measureIds, kind: 'voucher', note: '', uploadId })

async function aPlace(options: { readonly actor?: string } = {}) {
  const service = await aBureau(options)
  const programId = await aProgram(service)
  const id = await aFinding(service, programId, { title: '未及时上缴收入' })
  return { service, programId, id }
}

it('who brought evidence stays a doer under a new name (domain §3, two persons)', async () => {
  const { service, id } = await aSubmitted()
  const fields = { name: '资料员', sectionId: null, rank: '', phone: '', remark: '', leftOn: null } as const
  const person = await service.call('registry.savePerson', { id: null, fields, roles: null })
  sits(service, '资料员')
  await withEvidence(service, id, { fileName: '清单.pdf' })
  await service.call('registry.savePerson', { id: person.id, fields: { ...fields, name: '档案员' }, roles: null })
  const [, added] = (await detail(service, id)).evidence
  expect(added?.addedBy).toBe('档案员')
  const refusal = { code: 'findingDoerCannotVerify', params: { event: '退回', name: '档案员' } }
  expect(await refusalOf(step(service, '档案员', id, 'return'))).toEqual(refusal)
  expect((await listed(service, { queue: 'toVerify' })).total).toBe(0)
  sits(service, '资料员')
  expect((await listed(service, { queue: 'toVerify' })).total).toBe(1)
  await step(service, '资料员', id, 'return')
})

describe('adding evidence', () => {
  it('one row for each measure, one file, one step that undo takes back', async () => {
    const { service, programId, id } = await aPlace({ actor: '承办人01' })
    const measures = [aMeasure(service, programId, [id]), aMeasure(service, programId, [id])]
    const before = dumpOf(service.store().connection)
    const ids = await withEvidence(service, id, { fileName: '缴款书.pdf', measureIds: [...measures, ...measures] })
    expect(ids).toHaveLength(2)
    const evidence = await evidenceOf(service, id)
    expect(evidence.map(({ measureId }) => measureId)).toEqual(measures)
    expect(evidence[0]).toMatchObject({
      kind: 'voucher',
      cycle: 1,
      fileName: '缴款书.pdf',
      sha256: digestOf(new TextEncoder().encode('缴款书.pdf')),
      addedBy: '承办人01',
      presence: 'present',
    })
    expect(await filesOf(service, id)).toHaveLength(1)
    expect((await service.call('rectification.get', { id })).evidenceCount).toBe(1)
    const [entry] = await service.call('core.journal', { limit: 1, before: null, recordId: null })
    expect(entry).toMatchObject({
      intent: 'rectification.addEvidence',
      params: { title: '未及时上缴收入', fileName: '缴款书.pdf' },
    })
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('the same bytes twice are stored once, also with another finding', async () => {
    const { service, programId, id } = await aPlace()
    const other = await aFinding(service, programId)
    const bytes = new TextEncoder().encode('同一份文件')
    await withEvidence(service, id, { fileName: '甲.pdf', bytes })
    await withEvidence(service, other, { fileName: '乙.pdf', bytes })
    expect(kept(service)).toHaveLength(1)
    expect((await evidenceOf(service, other)).map(({ fileName }) => fileName)).toEqual(['乙.pdf'])
  })

  it('the same file again in a cycle is no new evidence: it says anew what it proves, and may prove more', async () => {
    const { service, programId, id } = await aPlace()
    const measure = aMeasure(service, programId, [id])
    const first = await withEvidence(service, id)
    const uploadId = await uploaded(service, '缴款书.pdf', new TextEncoder().encode('缴款书.pdf'))
    const what = { findingId: id, measureIds: [], kind: 'reply', note: ' 第二次 ', uploadId } as const
    expect((await service.call('rectification.addEvidence', { ...what, measureIds: [] })).ids).toEqual(first)
    expect(await evidenceOf(service, id)).toMatchObject([{ kind: 'reply', note: '第二次' }])
    await withEvidence(service, id, { measureIds: [measure] })
    expect((await evidenceOf(service, id)).map(({ measureId }) => measureId)).toEqual([null, measure])
    expect(await filesOf(service, id)).toHaveLength(1)
    // A new cycle asks for its own.
    placed(service, id, { cycle: 2 })
    await withEvidence(service, id)
    expect((await evidenceOf(service, id)).map(({ cycle }) => cycle)).toEqual([1, 1, 2])
    expect(await filesOf(service, id)).toHaveLength(2)
  })

  it('a file that was altered on the disk is replaced by the good one', async () => {
    const { service, programId, id } = await aPlace()
    await withEvidence(service, id)
    const [file] = await filesOf(service, id)
    const place = keptFile(service.folder, file?.sha256 ?? '')
    writeFileSync(place, '别的内容')
    expect((await service.call('settings.check', {})).ok).toBe(false)
    await withEvidence(service, await aFinding(service, programId))
    expect(readFileSync(place, 'utf8')).toBe('缴款书.pdf')
    expect((await service.call('settings.check', {})).ok).toBe(true)
  })

  it.each<[string, string]>([
    ['a closed finding', 'findingNotEditable'],
    ['no finding', 'notFound'],
    ['a measure of another finding', 'notFound'],
  ])('%s takes none: nothing is written and nothing stays', async (what, code) => {
    const { service, programId, id } = await aPlace()
    const other = await aFinding(service, programId)
    const measure = aMeasure(service, programId, [other])
    if (what === 'a closed finding') placed(service, id, { state: 'closed', status: 'done' })
    const before = dumpOf(service.store().connection)
    const uploadId = await uploaded(service, '缴款书.pdf', new TextEncoder().encode('x'))
    const into = what === 'no finding' ? 'nowhere' : id
    const refused = await refusalOf(add(service, into, uploadId, what.startsWith('a measure') ? [measure] : []))
    expect(refused.code).toBe(code)
    expect(kept(service)).toEqual([])
    expect(dumpOf(service.store().connection)).toEqual(before)
    expect((await refusalOf(add(service, other, uploadId))).code).toBe('uploadGone')
  })

  it('a store that cannot be written keeps no file without its row', async () => {
    const { service, id } = await aPlace()
    service
      .store()
      .connection.exec(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON main.attachment BEGIN SELECT RAISE(ABORT, 'full'); END",
      )
    await refusalOf(withEvidence(service, id))
    expect(kept(service)).toEqual([])
    service.store().connection.exec('DROP TRIGGER full')
    await withEvidence(service, id)
    expect(kept(service)).toHaveLength(1)
  })
})

describe('removing evidence', () => {
  it('the file’s row goes with the last thing that it proves; its bytes stay for the backups', async () => {
    const { service, programId, id } = await aPlace()
    const measures = [aMeasure(service, programId, [id]), aMeasure(service, programId, [id])]
    const [first = '', second = ''] = await withEvidence(service, id, { measureIds: measures })
    await service.call('rectification.removeEvidence', { id: first })
    expect(await filesOf(service, id)).toHaveLength(1)
    const before = dumpOf(service.store().connection)
    await service.call('rectification.removeEvidence', { id: second })
    expect(await filesOf(service, id)).toEqual([])
    expect(await evidenceOf(service, id)).toEqual([])
    expect(kept(service)).toHaveLength(1)
    expect((await refusalOf(service.call('rectification.removeEvidence', { id: second }))).code).toBe('notFound')
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('evidence of a 销号 stays, also after it was reopened', async () => {
    const { service, id } = await aPlace()
    const [evidence = ''] = await withEvidence(service, id)
    const remove = () => service.call('rectification.removeEvidence', { id: evidence })
    placed(service, id, { state: 'closed', status: 'done' })
    expect((await refusalOf(remove())).code).toBe('evidenceOfClosedStays')
    placed(service, id, { state: 'rectifying', cycle: 2 })
    expect((await refusalOf(remove())).code).toBe('evidenceOfClosedStays')
    placed(service, id, { cycle: 1 })
    closedCycle(service, id)
    expect((await refusalOf(remove())).code).toBe('evidenceOfClosedStays')
    expect(await evidenceOf(service, id)).toHaveLength(1)
  })

  it('goes through the finding only, not through the list of files', async () => {
    const { service, id } = await aPlace()
    await withEvidence(service, id)
    const [file] = await filesOf(service, id)
    expect(await refusalOf(service.call('attachments.remove', { id: file?.id ?? '' }))).toEqual({
      code: 'attachmentIsEvidence',
      params: { name: '缴款书.pdf' },
    })
    const { bytes } = await service.call('attachments.read', { id: file?.id ?? '' })
    expect(new TextDecoder().decode(bytes)).toBe('缴款书.pdf')
  })
})

describe('the check of the kept files', () => {
  it('reads every file through: a flipped byte and a missing file are named', async () => {
    const { service, id } = await aPlace()
    for (const fileName of ['完好.pdf', '被改.pdf', '不见.pdf']) await withEvidence(service, id, { fileName })
    expect((await service.call('settings.check', {})).attachments).toEqual({
      present: 3,
      missing: 0,
      altered: 0,
      problems: [],
    })
    const files = await filesOf(service, id)
    const of = (name: string) => files.find(({ fileName }) => fileName === name)?.sha256 ?? ''
    const altered = keptFile(service.folder, of('被改.pdf'))
    const bytes = readFileSync(altered)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(altered, bytes)
    rmSync(keptFile(service.folder, of('不见.pdf')))
    expect(await service.call('settings.check', {})).toMatchObject({
      ok: false,
      integrity: 'ok',
      attachments: {
        present: 2,
        missing: 1,
        altered: 1,
        problems: [
          { fileName: '被改.pdf', sha256: of('被改.pdf'), problem: 'altered' },
          { fileName: '不见.pdf', sha256: of('不见.pdf'), problem: 'missing' },
        ],
      },
    })
    expect((await evidenceOf(service, id)).map(({ presence }) => presence)).toEqual(['present', 'present', 'missing'])
  })

  it('a file that grew at its end is altered too', async () => {
    const { service, id } = await aPlace()
    await withEvidence(service, id)
    const [file] = await filesOf(service, id)
    const place = keptFile(service.folder, file?.sha256 ?? '')
    appendFileSync(place, '\0')
    expect((await service.call('settings.check', {})).attachments).toMatchObject({ present: 1, altered: 1 })
    expect(existsSync(place)).toBe(true)
  })
})
