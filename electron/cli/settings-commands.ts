import { parseIsoDate } from '../../shared/core/dates'
import { err, ok, type Failure } from '../../shared/core/result'
import { addWorkdays, maxWorkingDays, workdaysOfYear } from '../../shared/core/workdays'
import type { Output } from '../../shared/ipc/procedure'
import { bureauSchema, type settingsContract } from '../../shared/settings/contract'
import { cliText } from '../../shared/terms/cli'
import { messageText } from '../../shared/terms/messages'
import { openedStore } from '../context'
import { settingsHandlers } from '../handlers/settings'
import { loadSample, removeSample } from '../settings/sample'
import { valueOf } from './arguments'
import { quietScope, type Command } from './command'

const usage = { ok: false, error: { message: cliText.usage } } as const

export const initCommand: Command = {
  needsStore: false,
  run: async (context, args) => {
    const bureau = bureauSchema.safeParse({
      name: valueOf(args, 'bureau'),
      aliases: args.values.get('alias') ?? [],
      category: Number(valueOf(args, 'category')),
      mode: valueOf(args, 'mode') ?? 'bureau',
      year: Number(valueOf(args, 'year')),
    })
    if (!bureau.success) return usage
    const made = await settingsHandlers['settings.initialise'](
      context,
      { bureau: bureau.data, groups: [], withSample: false },
      quietScope,
    )
    if (!made.ok) return made
    const store = openedStore(context)
    if (!store.ok) return store
    const json = { dataDir: context.dataFolder, schemaVersion: store.value.schemaVersion }
    return ok({ json, text: cliText.initialised(bureau.data.name, context.dataFolder) })
  },
}

export const workdaysCommand: Command = {
  needsStore: false,
  run: (context, args) => {
    const [, action, first = '', second = ''] = args.words
    if (action === 'add') {
      const day = parseIsoDate(first)
      if (!day) return err('invalidDate', { value: first })
      const count = Number(second)
      if (!/^-?\d+$/.test(second) || Math.abs(count) > maxWorkingDays) return usage
      const { dueOn, isEstimated, missingYears } = addWorkdays(day, count, context.calendars())
      if (isEstimated) return err('calendarMissing', { year: missingYears.join(', ') })
      return ok({ json: { dueOn }, text: dueOn })
    }
    if (action !== 'list' || !/^\d{4}$/.test(first)) return usage
    const year = workdaysOfYear(Number(first), context.calendars())
    return year.ok ? ok({ json: year.value, text: cliText.workdays(year.value.year, year.value.workdays) }) : year
  },
}

type Check = Output<(typeof settingsContract)['settings.check']>

function attachmentFailure({ fileName: name, sha256, problem }: Check['attachments']['problems'][number]): Failure {
  return problem === 'missing'
    ? { code: 'attachmentMissing', params: { name, sha256: sha256.slice(0, 12) } }
    : { code: 'attachmentAltered', params: { name } }
}

/** Everything that is wrong, the store first: one that is whole itself is not called damaged because of a file beside it. */
function damagesOf({ integrity, journal, attachments }: Check): readonly Failure[] {
  const isStoreWhole = integrity === 'ok' && journal.chainOk
  const ofStore: readonly Failure[] = isStoreWhole ? [] : [{ code: 'storeDamaged', params: { detail: integrity } }]
  const { missingTail } = journal
  const ofTail: readonly Failure[] = missingTail ? [{ code: 'journalCut', params: { name: missingTail.name } }] : []
  return [...ofStore, ...ofTail, ...attachments.problems.map(attachmentFailure)]
}

export const checkCommand: Command = {
  needsStore: true,
  run: async (context) => {
    const checked = await settingsHandlers['settings.check'](context, {}, quietScope)
    if (!checked.ok) return checked
    const { ok: isWhole, journal } = checked.value
    const answer = { json: checked.value, text: cliText.checked(isWhole, journal.entries) }
    const [refused, ...more] = damagesOf(checked.value)
    if (!refused) return ok(answer)
    return ok({ ...answer, refused, remarks: more.map(({ code, params }) => messageText(code, params)) })
  },
}

export const sampleCommand: Command = {
  needsStore: true,
  run: async (context, args) => {
    const action = args.words[1]
    if (action !== 'load' && action !== 'remove') return usage
    const done = action === 'load' ? await loadSample(context) : removeSample(context)
    return done.ok ? ok({ json: done.value, text: cliText.sample(action === 'load') }) : done
  },
}
