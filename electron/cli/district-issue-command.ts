import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { ok, type Result } from '../../shared/core/result'
import { issueContract } from '../../shared/district/issue-contract'
import { cliText } from '../../shared/terms/cli'
import { districtIssueText as words } from '../../shared/terms/district-papers'
import type { Context } from '../context'
import { writeFailure } from '../core/atomic-file'
import { issueHandlers } from '../district/issue-handlers'
import { publishHandlers } from '../district/publish-handlers'
import { MAX_FILE_BYTES } from '../tables/limits'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command, type CommandOutcome } from './command'
import { readInput } from './read-input'

type Run = Command['run']

const misuse: CommandOutcome = { ok: false, error: { message: cliText.usage } }

/** An input as the contract takes it; null for wrong usage of the command. */
function input<S extends z.ZodType>({ in: schema }: { readonly in: S }, value: unknown): z.output<S> | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : null
}

interface OutFolder {
  readonly token: string
  readonly path: string
}

/** The folder of `--out`, made where it is not there; null without the name. */
function outFolder(context: Context, args: Arguments): Result<OutFolder> | null {
  const out = valueOf(args, 'out')
  if (out === null) return null
  const folder = path.resolve(out)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (thrown) {
    return { ok: false, error: writeFailure(thrown, path.join(folder, '.')) }
  }
  const token = context.newId()
  context.grants.set(token, folder)
  return ok({ token, path: folder })
}

/** What was written into a folder of its own, by its path. */
function writtenFolder(
  context: Context,
  written: { files: number; folderToken: string },
  more: object = {},
): CommandOutcome {
  const folder = context.grants.get(written.folderToken) ?? ''
  return ok({ json: { files: written.files, folder, ...more }, text: words.writtenFolder(written.files, folder) })
}

/** `district assign FILE --out DIR`: one table over all units, a package for each. */
const assign: Run = async (context, args) => {
  const file = args.words[2]
  const out = outFolder(context, args)
  if (file === undefined || out === null) return misuse
  if (!out.ok) return out
  const bytes = readInput(file, MAX_FILE_BYTES)
  if (!bytes.ok) return bytes
  const opened = await issueHandlers['district.openSplit'](
    context,
    { fileName: path.basename(file), bytes: new Uint8Array(bytes.value) },
    quietScope,
  )
  if (!opened.ok) return opened
  const { session, title, year, units, unknown, totals } = opened.value
  const saved = await issueHandlers['district.saveSplit'](context, { session, folder: out.value.token }, quietScope)
  if (!saved.ok) return saved
  return writtenFolder(context, saved.value, { title, year, units, unknown, totals })
}

/** `district receipts --period P --out DIR`. */
const receipts: Run = async (context, args) => {
  const out = outFolder(context, args)
  if (out === null) return misuse
  if (!out.ok) return out
  const wanted = input(issueContract['district.saveReceipts'], {
    period: valueOf(args, 'period'),
    folder: out.value.token,
    unitIds: null,
  })
  if (!wanted) return misuse
  const saved = await publishHandlers['district.saveReceipts'](context, wanted, quietScope)
  return saved.ok ? writtenFolder(context, saved.value) : saved
}

/** `district publish --period P [--final] [--note TEXT] [--out DIR] [--anonymous]`. */
const publish: Run = async (context, args) => {
  const out = outFolder(context, args)
  if (out !== null && !out.ok) return out
  const wanted = input(issueContract['district.publish'], {
    period: valueOf(args, 'period'),
    kind: args.flags.has('final') ? 'final' : 'trial',
    changeNote: valueOf(args, 'note') ?? '',
  })
  if (!wanted) return misuse
  const made = await publishHandlers['district.publish'](context, wanted, quietScope)
  if (!made.ok) return made
  const { id, version, checkCode } = made.value
  const shown = await publishHandlers['district.publication'](context, { id }, quietScope)
  if (!shown.ok) return shown
  const { row, changes } = shown.value
  const files: { path: string; bytes: number; sha256: string }[] = []
  if (out !== null) {
    const isAnonymous = args.flags.has('anonymous')
    const about = { id, parts: ['bulletin' as const, 'table' as const], folder: out.value.token, isAnonymous }
    const saved = await publishHandlers['district.savePublication'](context, about, quietScope)
    if (!saved.ok) return saved
    for (const { fileName, bytes, sha256 } of saved.value.files)
      files.push({ path: path.join(out.value.path, fileName), bytes, sha256 })
  }
  const { kind, objectionsUntil } = row
  const text = [words.published(wanted.period, version, checkCode), ...files.map((file) => file.path)].join('\n')
  return ok({ json: { id, version, kind, objectionsUntil, checkCode, changes, files }, text })
}

/** `district objections --period P`. */
const objections: Run = async (context, args) => {
  const wanted = input(issueContract['district.objections'], { period: valueOf(args, 'period') })
  if (!wanted) return misuse
  const found = await publishHandlers['district.objections'](context, wanted, quietScope)
  if (!found.ok) return found
  const rows = found.value.map(words.objection)
  return ok({ json: found.value, text: rows.length === 0 ? words.noObjections : rows.join('\n') })
}

/** `district answer ID --accept|--reject --text TEXT [--value 核定值]`. */
const answer: Run = async (context, args) => {
  const isAccepted = args.flags.has('accept')
  if (isAccepted === args.flags.has('reject')) return misuse
  const wanted = input(issueContract['district.answerObjection'], {
    id: args.words[2],
    isAccepted,
    answer: valueOf(args, 'text'),
    approved: valueOf(args, 'value'),
  })
  if (!wanted) return misuse
  const made = await publishHandlers['district.answerObjection'](context, wanted, quietScope)
  return made.ok ? ok({ json: wanted, text: words.answered }) : made
}

/** What was written into `--out`, by its path. */
function writtenFile(
  out: OutFolder,
  { file }: { file: { fileName: string; bytes: number; sha256: string } },
): CommandOutcome {
  const { fileName, bytes, sha256 } = file
  const target = path.join(out.path, fileName)
  return ok({ json: { path: target, bytes, sha256 }, text: target })
}

/** `district rules --year Y --out DIR`. */
const rules: Run = async (context, args) => {
  const out = outFolder(context, args)
  if (out === null) return misuse
  if (!out.ok) return out
  const about = { year: Number(valueOf(args, 'year')), folder: out.value.token }
  const wanted = input(issueContract['district.saveRules'], about)
  if (!wanted) return misuse
  const saved = await issueHandlers['district.saveRules'](context, wanted, quietScope)
  return saved.ok ? writtenFile(out.value, saved.value) : saved
}

/** `district calendar YEAR… --out DIR`. */
const calendar: Run = async (context, args) => {
  const out = outFolder(context, args)
  if (out === null) return misuse
  if (!out.ok) return out
  const about = { years: args.words.slice(2).map(Number), folder: out.value.token }
  const wanted = input(issueContract['district.saveCalendar'], about)
  if (!wanted) return misuse
  const saved = await issueHandlers['district.saveCalendar'](context, wanted, quietScope)
  return saved.ok ? writtenFile(out.value, saved.value) : saved
}

/** The words after `district` that belong to 公布 and 下发. */
export const issueCommands: Readonly<Record<string, Run>> = {
  assign,
  receipts,
  publish,
  objections,
  answer,
  rules,
  calendar,
}
