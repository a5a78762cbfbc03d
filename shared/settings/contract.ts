import { z } from 'zod'
import { yearContract } from './year-contract'
import { assesseeCategorySchema, idSchema, isoDateSchema, lineSchema, streamSchema, yearSchema } from '../core/schemas'

export const bureauSchema = z.object({
  name: z.string().trim().min(1).max(60),
  aliases: z.array(z.string().trim().min(1).max(60)).max(30),
  category: assesseeCategorySchema,
  mode: z.enum(['bureau', 'district']),
  /** The year the screens open on. */
  year: yearSchema,
})
export type Bureau = z.infer<typeof bureauSchema>

/** One 组长 or 组员 of a stream's group; people are named by role or name as the bureau likes. */
export const groupRoleSchema = z.object({
  stream: streamSchema,
  role: z.enum(['leader', 'member']),
  personName: lineSchema.min(1),
})
export type GroupRole = z.infer<typeof groupRoleSchema>

export const versionsSchema = z.object({
  app: z.string(),
  electron: z.string(),
  /** Where this Electron came from: override, installed, download, registry or packaged. */
  electronSource: z.string(),
  chromium: z.string(),
  node: z.string(),
  sqlite: z.string(),
  schema: z.number().int(),
})

export const calendarStateSchema = z.object({
  year: yearSchema,
  source: z.string(),
  isImported: z.boolean(),
  workdays: z.number().int(),
})

/** Clocks that no document fixes; each has a usual value and may be changed by the bureau. Unit: working days. */
export const clockKeys = [
  'nearWorkdays',
  'quietWorkdays',
  'internalDueWorkdays',
  'whistleReplyWorkdays',
  'demandTransferWorkdays',
  'demandReplyWorkdays',
  'tipAnswerWorkdays',
] as const
export type ClockKey = (typeof clockKeys)[number]
export type Clocks = Readonly<Record<ClockKey, number>>

/** Unit: characters of JSON. */
const viewLimit = 20_000

/** Whether the state can be kept: numbers that JSON does not know, and circles, cannot. */
function canBeKept(state: Readonly<Record<string, unknown>>): boolean {
  try {
    return JSON.stringify(state).length <= viewLimit
  } catch {
    return false
  }
}

export const savedViewSchema = z.object({
  id: idSchema,
  list: lineSchema.min(1),
  name: lineSchema.min(1),
  state: z.record(z.string(), z.unknown()).refine(canBeKept),
})
export type SavedView = z.infer<typeof savedViewSchema>

export const settingsContract = {
  ...yearContract,
  /** Whether a store is open, and what the shell of every screen needs. */
  'settings.get': {
    needs: 'open',
    in: z.object({}),
    out: z.object({
      state: z.enum(['firstStart', 'ready', 'refused']),
      /** Why the store could not be opened, when refused. */
      failure: z
        .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
      /** Why the open store may only be read (damaged, newer, folder or disk that refuses); null = it can be written. */
      readOnly: z
        .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
      bureau: bureauSchema.nullable(),
      today: isoDateSchema,
      dataFolder: z.string(),
      hasSample: z.boolean(),
      actor: z.string(),
      /** The person of the registry who sits here, when chosen; 今天 shows this person's items. */
      person: z.object({ id: idSchema, name: z.string(), leads: z.array(streamSchema) }).nullable(),
      versions: versionsSchema,
      /** Years needed soon whose 放假安排 is missing. */
      missingCalendarYears: z.array(yearSchema),
    }),
  },
  /** Makes the store; main refuses a network share and a folder that already holds one. */
  'settings.initialise': {
    needs: 'open',
    in: z.object({ bureau: bureauSchema, groups: z.array(groupRoleSchema).max(100), withSample: z.boolean() }),
    out: z.object({}),
  },
  'settings.saveBureau': { needs: 'admin', in: bureauSchema, out: z.object({}) },
  'settings.getGroups': { needs: 'view', in: z.object({}), out: z.array(groupRoleSchema) },
  'settings.saveGroups': {
    needs: 'admin',
    in: z.object({ groups: z.array(groupRoleSchema).max(100) }),
    out: z.object({}),
  },
  /** Only into a store without records of its own. */
  'settings.loadSample': {
    needs: 'admin',
    in: z.object({}),
    out: z.object({ counts: z.record(z.string(), z.number().int()) }),
  },
  'settings.removeSample': {
    needs: 'admin',
    in: z.object({}),
    out: z.object({ counts: z.record(z.string(), z.number().int()) }),
  },
  'settings.calendars': { needs: 'view', in: z.object({}), out: z.array(calendarStateSchema) },
  /** One year's 放假安排 as a small JSON file; the text is checked before anything is written. */
  'settings.importCalendar': {
    needs: 'admin',
    in: z.object({ text: z.string().max(100_000) }),
    out: z.object({ year: yearSchema, workdays: z.number().int() }),
  },
  /** Who sits at this computer: recorded as the actor from now on. Null = the operating system's user. */
  'settings.choosePerson': { needs: 'view', in: z.object({ personId: idSchema.nullable() }), out: z.object({}) },
  'settings.clocks': {
    needs: 'view',
    in: z.object({}),
    out: z.array(z.object({ key: z.enum(clockKeys), workdays: z.number().int(), usual: z.number().int() })),
  },
  'settings.saveClock': {
    needs: 'admin',
    in: z.object({ key: z.enum(clockKeys), workdays: z.number().int().min(0).max(250) }),
    out: z.object({}),
  },
  /** 保存的视图 of one list. */
  'settings.views': { needs: 'view', in: z.object({ list: lineSchema.min(1) }), out: z.array(savedViewSchema) },
  /** The same name again replaces the view. */
  'settings.saveView': { needs: 'view', in: savedViewSchema.omit({ id: true }), out: z.object({ id: idSchema }) },
  'settings.removeView': { needs: 'view', in: z.object({ id: idSchema }), out: z.object({}) },
  'settings.check': {
    needs: 'view',
    in: z.object({}),
    out: z.object({
      ok: z.boolean(),
      schemaVersion: z.number().int(),
      integrity: z.string(),
      journal: z.object({
        entries: z.number().int(),
        chainOk: z.boolean(),
        /** What holds entries that the journal no longer has: its end was cut off. `name`: the backup's, or the package's id. */
        missingTail: z
          .object({ source: z.enum(['backup', 'sentPackage', 'receivedPackage']), name: z.string() })
          .nullable(),
      }),
      /** Every kept file is read through; an altered one is among those present. */
      attachments: z.object({
        present: z.number().int(),
        missing: z.number().int(),
        altered: z.number().int(),
        problems: z.array(
          z.object({ fileName: z.string(), sha256: z.string(), problem: z.enum(['missing', 'altered']) }),
        ),
      }),
      counts: z.record(z.string(), z.number().int()),
    }),
  },
} as const
