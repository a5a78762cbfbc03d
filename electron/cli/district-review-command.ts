import type { z } from 'zod'
import { findUnit } from '../../db/repositories/units'
import { readCurrentSubmissions } from '../../db/repositories/submissions'
import { err, ok, type Result } from '../../shared/core/result'
import { districtContract } from '../../shared/district/contract'
import type { UnitRecord } from '../../shared/district/record'
import { cliText } from '../../shared/terms/cli'
import { districtReviewTerms } from '../../shared/terms/district-review'
import type { Context } from '../context'
import { districtStore } from '../district/district-store'
import { reviewHandlers } from '../district/review-handlers'
import { unitHandlers } from '../district/unit-handlers'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command, type CommandOutcome } from './command'

type Run = Command['run']

const misuse: CommandOutcome = { ok: false, error: { message: cliText.usage } }

/** An input as the contract takes it; wrong usage of the command otherwise. */
function input<S extends z.ZodType>({ in: schema }: { readonly in: S }, value: unknown): z.output<S> | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** The unit that is named; null without a name. */
function unitOf(context: Context, args: Arguments): Result<UnitRecord | null> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const name = valueOf(args, 'unit')
  if (name === null) return ok(null)
  const unit = findUnit(opened.value.store.read, name)
  return unit ? ok(unit) : err('unitUnknown', { name })
}

function done(json: unknown, text: string): CommandOutcome {
  return ok({ json, text })
}

/** `district check --period P`: everything that does not fit, with what was decided. */
const check: Run = async (context, args) => {
  const wanted = input(districtContract['district.checks'], { period: valueOf(args, 'period') })
  if (!wanted) return misuse
  const found = await reviewHandlers['district.checks'](context, wanted, quietScope)
  if (!found.ok) return found
  const lines = found.value.map((each) => districtReviewTerms.checkRow(each))
  return done(found.value, lines.length === 0 ? districtReviewTerms.nothingFound : lines.join('\n'))
}

/** `district decide`: about a check (`--check`), or about a line of a unit. */
const decide: Run = async (context, args) => {
  const [period, key, reason] = [valueOf(args, 'period'), valueOf(args, 'check'), valueOf(args, 'reason') ?? '']
  if (key !== null) {
    const decision = valueOf(args, 'decision')
    const wanted = input(districtContract['district.decideCheck'], { period, key, decision, reason })
    if (!wanted) return misuse
    const made = await reviewHandlers['district.decideCheck'](context, wanted, quietScope)
    return made.ok ? done({ check: key, decision }, districtReviewTerms.decided) : made
  }
  const unit = unitOf(context, args)
  if (!unit.ok) return unit
  const given = {
    key: valueOf(args, 'line'),
    verdict: valueOf(args, 'verdict'),
    approved: valueOf(args, 'value'),
    reason,
  }
  const about = { unitId: unit.value?.id, period, verdicts: [given] }
  const wanted = input(districtContract['district.saveVerdicts'], about)
  if (!wanted) return misuse
  const made = await reviewHandlers['district.saveVerdicts'](context, wanted, quietScope)
  return made.ok ? done({ unit: unit.value?.name, ...given }, districtReviewTerms.decided) : made
}

/** 核验完毕 of one unit, or of every unit whose return came in. */
async function finish(context: Context, period: string, unit: UnitRecord | null): Promise<CommandOutcome> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const arrived = readCurrentSubmissions(opened.value.store.read, period).map(({ head }) => head.unitId)
  const unitIds = unit ? [unit.id] : arrived
  const made = await reviewHandlers['district.setReviewed'](context, { period, unitIds, isReviewed: true }, quietScope)
  return made.ok ? done(made.value, districtReviewTerms.reviewed(made.value.count)) : made
}

/** `district review --period P [--unit NAME] [--done]`: how far the review is, or the lines of one unit. */
const review: Run = async (context, args) => {
  const wanted = input(districtContract['district.inbox'], { period: valueOf(args, 'period') })
  if (!wanted) return misuse
  const unit = unitOf(context, args)
  if (!unit.ok) return unit
  const { period } = wanted
  if (args.flags.has('done')) return finish(context, period, unit.value)
  if (unit.value) {
    const about = { unitId: unit.value.id, period }
    const found = await reviewHandlers['district.review'](context, about, quietScope)
    return found.ok ? done(found.value, districtReviewTerms.reviewRows(found.value)) : found
  }
  const inbox = await unitHandlers['district.inbox'](context, wanted, quietScope)
  if (!inbox.ok) return inbox
  const rows = inbox.value.rows.map(({ unit: name, cell, lines, returned, adjusted }) => {
    return {
      unit: name,
      state: cell.state,
      edition: cell.edition,
      lines,
      openChecks: cell.openChecks,
      returned,
      adjusted,
    }
  })
  return done(rows, rows.map(districtReviewTerms.unitRow).join('\n'))
}

/** `district figure`: a figure that the district gives a unit. */
const figure: Run = async (context, args) => {
  const unit = unitOf(context, args)
  if (!unit.ok) return unit
  const wanted = input(districtContract['district.saveFigure'], {
    unitId: unit.value?.id,
    year: Number(valueOf(args, 'year')),
    componentId: valueOf(args, 'component'),
    value: valueOf(args, 'value'),
    docRef: valueOf(args, 'doc'),
    givenOn: context.today(),
  })
  if (!wanted) return misuse
  const made = await reviewHandlers['district.saveFigure'](context, wanted, quietScope)
  return made.ok ? done(wanted, districtReviewTerms.figureGiven) : made
}

/** `district lock --period P`. */
const lock: Run = async (context, args) => {
  const wanted = input(districtContract['district.lock'], { period: valueOf(args, 'period') })
  if (!wanted) return misuse
  const made = await reviewHandlers['district.lock'](context, wanted, quietScope)
  return made.ok ? done({ ...wanted, isLocked: true }, districtReviewTerms.locked(wanted.period)) : made
}

/** `district reopen --period P --reason TEXT`. */
const reopen: Run = async (context, args) => {
  const about = { period: valueOf(args, 'period'), reason: valueOf(args, 'reason') }
  const wanted = input(districtContract['district.reopen'], about)
  if (!wanted) return misuse
  const made = await reviewHandlers['district.reopen'](context, wanted, quietScope)
  return made.ok ? done({ period: wanted.period, isLocked: false }, districtReviewTerms.reopened(wanted.period)) : made
}

/** The words after `district` that belong to 核验. */
export const reviewCommands: Readonly<Record<string, Run>> = { check, decide, review, figure, lock, reopen }
