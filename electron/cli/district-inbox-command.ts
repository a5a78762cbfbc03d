import { existsSync } from 'node:fs'
import path from 'node:path'
import { findUnit, readUnits } from '../../db/repositories/units'
import { err, ok, type Result } from '../../shared/core/result'
import { districtContract, type ReceivedFile } from '../../shared/district/contract'
import { countReturns, isLate, type ReturnStanding } from '../../shared/district/return-state'
import { packagePeriodSchema } from '../../shared/exchange/manifest'
import { cliText } from '../../shared/terms/cli'
import { districtText } from '../../shared/terms/district'
import { categoryLabels } from '../../shared/terms/settings'
import type { Context } from '../context'
import { districtStore } from '../district/district-store'
import { inboxHandlers } from '../district/inbox-handlers'
import { standingsOf } from '../district/inbox'
import { periodOf } from '../district/periods'
import type { ReceiveResult } from '../district/receive-summaries'
import { unitHandlers } from '../district/unit-handlers'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command, type CommandOutcome } from './command'
import { importCommand } from './import-commands'

type Run = Command['run']

const misuse: CommandOutcome = { ok: false, error: { message: cliText.usage } }

function periodValue(args: Arguments): string | null {
  return packagePeriodSchema.safeParse(valueOf(args, 'period')).data ?? null
}

/** A folder that the command names, as the window's dialogs give one out. */
function granted(context: Context, folder: string): Result<string> {
  const full = path.resolve(folder)
  if (!existsSync(full)) return err('fileNotFound', { file: folder })
  const token = context.newId()
  context.grants.set(token, full)
  return ok(token)
}

/** Where the units stand after receiving, and what was not taken over. */
function acceptedAnswer(
  context: Context,
  period: string,
  { files, taken, unknownSigners }: ReceiveResult,
): CommandOutcome {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { store } = opened.value
  const found = periodOf(context, store.read, period)
  if (!found.ok) return found
  const standings = standingsOf(context, store, found.value)
  const of = (...outcomes: readonly ReceivedFile['outcome'][]) =>
    files.filter(({ outcome }) => outcomes.includes(outcome))
  const namesOf = (test: (standing: ReturnStanding) => boolean): string[] =>
    standings.filter(({ standing }) => test(standing)).map(({ unit }) => unit.name)
  const rejected = of('rejected', 'other').map(({ fileName, code, text }) => ({ file: fileName, code, message: text }))
  const stale = of('stale').map(({ fileName, unit, edition, text }) => ({
    file: fileName,
    unit,
    edition,
    message: text,
  }))
  const names = {
    late: namesOf(isLate),
    missing: namesOf(({ state }) => state === 'missing'),
    stale: stale.map(({ file }) => file),
  }
  const { expected, onTime, late, missing } = countReturns(standings.map(({ standing }) => standing))
  const counts = { expected, onTime, late, missing, stale: stale.length }
  const { labels, names: list } = districtText.cli
  const lines = (['late', 'missing', 'stale'] as const).filter((key) => names[key].length > 0)
  return ok({
    json: { ...counts, rejected, names, taken, same: of('same').length, staleFiles: stale, files, unknownSigners },
    text: [
      districtText.cli.accepted({ ...counts, rejected: rejected.length }),
      ...lines.map((key) => list(labels[key], names[key])),
    ].join('\n'),
    remarks: [...stale, ...rejected].map(({ file, message }) => `${file}\t${message}`),
  })
}

/** `district accept FOLDER --period P [--trust-new]`: takes a folder of returns over. */
const accept: Run = async (context, args) => {
  const [folder, period] = [args.words[2], periodValue(args)]
  if (folder === undefined || period === null) return misuse
  const token = granted(context, folder)
  if (!token.ok) return token
  const input = { folder: token.value, period, trustNew: args.flags.has('trust-new') }
  const received = await inboxHandlers['district.receiveFolder'](context, input, quietScope)
  return received.ok ? acceptedAnswer(context, period, received.value) : received
}

/** `district units list`, `district units import FILE`. */
const units: Run = (context, args) => {
  const [, , action = 'list', file] = args.words
  if (action === 'import' && file !== undefined)
    return importCommand.run(context, {
      ...args,
      words: ['import', file],
      values: new Map([...args.values, ['kind', ['units']]]),
    })
  if (action !== 'list') return misuse
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const list = readUnits(opened.value.store.read)
  const text = list.map(({ name, category, contact, phone }) =>
    [name, categoryLabels[category], contact, phone].join('\t'),
  )
  return ok({ json: list, text: text.join('\n') })
}

/** `district period P [--due DATE]`: the days of a period; with `--due` sets its 报送截止日. */
const period: Run = async (context, args) => {
  const id = args.words[2] ?? ''
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { read } = opened.value.store
  const before = periodOf(context, read, id)
  if (!before.ok) return before
  const due = valueOf(args, 'due')
  if (due !== null) {
    const { objectionWorkdays } = before.value
    const input = districtContract['district.savePeriod'].in.safeParse({ period: id, dueOn: due, objectionWorkdays })
    if (!input.success) return err('invalidDate', { value: due })
    const saved = await unitHandlers['district.savePeriod'](context, input.data, quietScope)
    if (!saved.ok) return saved
  }
  const found = periodOf(context, read, id)
  if (!found.ok) return found
  return ok({ json: found.value, text: districtText.cli.period(id, found.value.dueOn, found.value.submitBy) })
}

/** `district reminders --period P [--out DIR]`: whom to remind; with `--out` one 催报单 for each. */
const reminders: Run = async (context, args) => {
  const id = periodValue(args)
  if (id === null) return misuse
  const found = await inboxHandlers['district.reminders'](context, { period: id }, quietScope)
  if (!found.ok) return found
  const out = valueOf(args, 'out')
  const text = found.value.map(({ unit, contact, phone, text: words }) => [unit, contact, phone, words].join('\t'))
  if (out === null) return ok({ json: { reminders: found.value, files: [] }, text: text.join('\n') })
  const token = granted(context, out)
  if (!token.ok) return token
  const saved = await inboxHandlers['district.saveReminders'](context, { period: id, folder: token.value }, quietScope)
  if (!saved.ok) return saved
  const { files } = saved.value
  return ok({
    json: { reminders: found.value, files },
    text: [...text, districtText.cli.written(files.length, out)].join('\n'),
  })
}

/** `district template --period P --out DIR [--unit NAME]`: the 填报表 for a unit without the program. */
const template: Run = async (context, args) => {
  const [id, out, name] = [periodValue(args), valueOf(args, 'out'), valueOf(args, 'unit')]
  if (id === null || out === null) return misuse
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const unit = name === null ? null : findUnit(opened.value.store.read, name)
  if (name !== null && !unit) return err('unitUnknown', { name })
  const token = granted(context, out)
  if (!token.ok) return token
  const input = { unitId: unit?.id ?? null, period: id, folder: token.value }
  const saved = await inboxHandlers['district.saveTemplate'](context, input, quietScope)
  if (!saved.ok) return saved
  return ok({ json: saved.value, text: districtText.cli.written(saved.value.files.length, out) })
}

/** The words after `district` that belong to 收件. */
export const inboxCommands: Readonly<Record<string, Run>> = { accept, units, period, reminders, template }
