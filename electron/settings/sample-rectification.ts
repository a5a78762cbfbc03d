import type { WriteDb } from '../../db/access'
import { ensurePerson } from '../../db/repositories/people'
import { insertProgram, insertSentReport, saveRectRoles } from '../../db/repositories/rect-programs'
import { ok, type Result } from '../../shared/core/result'
import { emptyProgram } from '../../shared/rectification/empty-records'
import type { AppointedRole, ProgramRecord } from '../../shared/rectification/record'
import { sampleRectification, type SampleRectification } from '../../shared/settings/sample-rectification'
import type { Context } from '../context'
import { keepBytes } from '../core/attachment-store'
import { writeSampleFinding, type SampleEvent, type SampleFiles } from './sample-finding'

/** Keeps the files that prove the sample's measures, before any row refers to them. */
export async function keepSampleFiles(dataFolder: string): Promise<Result<SampleFiles>> {
  const files = new Map<string, { readonly sha256: string; readonly size: number }>()
  for (const { evidence } of sampleRectification().programs.flatMap(({ findings }) => findings)) {
    for (const { text } of evidence) {
      const bytes = new TextEncoder().encode(text)
      const kept = await keepBytes(dataFolder, bytes)
      if (!kept.ok) return kept
      files.set(text, { sha256: kept.value, size: bytes.length })
    }
  }
  return ok(files)
}

function holderOf({ roles }: SampleRectification, role: AppointedRole): string {
  return roles.find((each) => each.role === role)?.name ?? ''
}

/**
 * 整改台账 of the sample, each row marked 示例: two programmes with findings at every point of their way. What happened
 * to them is told day by day to the lifecycle itself, so that the rows are those that people's own steps would write.
 */
export function writeSampleRectification(context: Context, db: WriteDb, files: SampleFiles): void {
  const sample = sampleRectification()
  writeRoles(context, db, sample)
  const verifier = holderOf(sample, 'verifier')
  const events: SampleEvent[] = []
  for (const { sent, findings, ...fields } of sample.programs) {
    const program = writeProgram(context, db, fields)
    for (const { dueOn, sentOn } of sent) {
      const about = { id: context.newId(), programId: program.id, isSample: true }
      insertSentReport(db, { ...about, dueOn, issuedOn: sentOn, issuedBy: verifier })
    }
    for (const [index, finding] of findings.entries())
      events.push(...writeSampleFinding(context, db, { program, position: index + 1, verifier, files }, finding))
  }
  const inOrder = events.toSorted((left, right) =>
    left.on === right.on ? left.order - right.order : left.on < right.on ? -1 : 1,
  )
  for (const { run } of inOrder) run()
}

function writeRoles(context: Context, db: WriteDb, { roles, handlers }: SampleRectification): void {
  const about = { rank: '', isSample: true, newId: context.newId }
  const names = [...new Set([...roles.map(({ name }) => name), ...handlers])]
  const ids = new Map(names.map((name) => [name, ensurePerson(db, name, about)]))
  const appointed = roles.flatMap(({ role, name }) => {
    const personId = ids.get(name)
    return personId === undefined ? [] : [{ role, personId }]
  })
  saveRectRoles(db, appointed, context.newId, true)
}

type GivenProgram = Omit<SampleRectification['programs'][number], 'sent' | 'findings'>

function writeProgram(context: Context, db: WriteDb, fields: GivenProgram): ProgramRecord {
  const now = context.now()
  const about = { id: context.newId(), isSample: true, createdAt: now, updatedAt: now }
  const program: ProgramRecord = { ...emptyProgram(fields.source), ...fields, ...about }
  insertProgram(db, { ...program, noticeText: '', batchId: null })
  return program
}
