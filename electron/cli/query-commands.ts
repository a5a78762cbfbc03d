import { parseIsoDate, yearOf, type IsoDate } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import { streams } from '../../shared/core/schemas'
import { manualComponentIds, validateManual } from '../../shared/scoring/manual-figures'
import { withParameters } from '../../shared/scoring/parameters'
import { cliText } from '../../shared/terms/cli'
import { missingCalendarText } from '../../shared/terms/core'
import { readBureau } from '../../db/repositories/settings'
import { tasksOf } from '../assignments/tasks'
import { openedStore } from '../context'
import { assignmentsHandlers } from '../handlers/assignments'
import { scoringHandlers } from '../handlers/scoring'
import { noteSentences } from '../scoring/notes'
import { schemeOf, scoreOf } from '../scoring/score'
import { valueOf, type Arguments } from './arguments'
import { quietScope, type Command } from './command'

const usage = { ok: false, error: { message: cliText.usage } } as const

export const assignmentsCommand: Command = {
  needsStore: true,
  run: async (context, args) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const asked = valueOf(args, 'stream')
    const stream = streams.find((known) => known === asked) ?? null
    if (asked !== null && stream === null) return usage
    const year = Number(valueOf(args, 'year') ?? readBureau(store.value.read)?.year)
    const list = await assignmentsHandlers['assignments.list'](context, { year, stream }, quietScope)
    if (!list.ok) return list
    const json = list.value.map(({ id: _id, isSample: _sample, ...assignment }) => assignment)
    return ok({ json, text: list.value.map(cliText.assignment).join('\n') })
  },
}

export const tasksCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const span = { from: dayOf(args, 'from'), to: dayOf(args, 'to') }
    if (span.from === undefined || span.to === undefined) return usage
    const { from, to } = span
    const { tasks, missingCalendarYears } = tasksOf(context, store.value, {
      from,
      to,
      stream: null,
      assignmentId: null,
    })
    const json = tasks.map(
      ({
        id: _id,
        assignmentId: _assignment,
        recordId: _row,
        record: _record,
        doneBy,
        isSample: _sample,
        ...task
      }) => ({
        ...task,
        doneBy: doneBy?.title ?? null,
      }),
    )
    const missing = missingCalendarText(missingCalendarYears)
    return ok({ json, text: tasks.map(cliText.task).join('\n'), remarks: missing === '' ? [] : [missing] })
  },
}

/** The day of an option; null without it, undefined when it is no day. */
function dayOf(args: Arguments, name: string): IsoDate | null | undefined {
  const text = valueOf(args, name)
  return text === null ? null : (parseIsoDate(text) ?? undefined)
}

/** `--set name=value`: a figure of the district is recorded, a reading of the scheme only applies to this answer. */
function settings(args: Arguments): ReadonlyMap<string, string> | null {
  const pairs = (args.values.get('set') ?? []).map((text) => text.split(/=(.*)/su))
  return pairs.every(([name, value]) => name && value !== undefined)
    ? new Map(pairs.map(([name = '', value = '']) => [name, value]))
    : null
}

export const scoreCommand: Command = {
  needsStore: true,
  run: async (context, args) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const year = Number(valueOf(args, 'year') ?? yearOf(context.today()))
    const given = settings(args)
    if (!Number.isInteger(year) || given === null || (valueOf(args, 'stream') ?? 'investment') !== 'investment')
      return usage
    const scheme = schemeOf(store.value, year, context.today())
    if (!scheme.ok) return scheme
    const manual = manualComponentIds(scheme.value)
    const overrides: Record<string, string> = {}
    for (const [name, value] of given) {
      if (scheme.value.parameters.some((parameter) => parameter.id === name)) overrides[name] = value
      else if (!manual.includes(name)) return err('componentUnknown', { component: name, known: manual.join(', ') })
    }
    // All of it is checked before any of it is recorded.
    const reading = withParameters(scheme.value, overrides)
    if (!reading.ok) return reading
    const figures = [...given].filter(([name]) => manual.includes(name))
    for (const [componentId, value] of figures) {
      const checked = validateManual(scheme.value, componentId, value)
      if (!checked.ok) return checked
    }
    for (const [componentId, value] of figures) {
      const input = { year, componentId, value, givenOn: context.today(), documentReference: cliText.manualReference }
      const recorded = await scoringHandlers['scoring.recordManual'](context, input, quietScope)
      if (!recorded.ok) return recorded
    }
    const score = scoreOf(store.value, year, context.today(), overrides)
    if (!score.ok) return score
    const { result } = score.value
    const { notes, readings } = noteSentences(result)
    const json = {
      scheme: result.schemeId,
      year,
      asOf: result.asOf,
      total: result.total,
      max: result.max,
      pending: result.pending,
      forecast: result.forecast,
      bonus: result.bonus,
      components: result.components.map(
        ({ id, name, clause, max, points, state, inputs, arithmetic, records, raw, forecast }) => ({
          id,
          name,
          clause,
          max,
          points,
          state,
          inputs,
          arithmetic,
          raw,
          forecast,
          records: records.map((record) => record.id),
        }),
      ),
      notes: [...notes, ...readings.map((text) => ({ code: 'parameter', text }))],
    }
    return ok({ json, text: cliText.score(result) })
  },
}
