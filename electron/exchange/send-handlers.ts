import { hasSample } from '../../db/repositories/sample'
import { ok, type Result } from '../../shared/core/result'
import type { exchangeContract } from '../../shared/exchange/contract'
import type { ReportedLine } from '../../shared/exchange/lines'
import type { Handlers, Output } from '../../shared/ipc/procedure'
import { chapterLabels, lineKindLabels } from '../../shared/terms/exchange-lines'
import { sendTerms } from '../../shared/terms/exchange-send'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import type { PackageFile } from './save-package-file'
import { sendAgain, sendSummary } from './send-summary'
import { sentRows } from './sent-rows'
import { summaryPackage, type SummaryPackage } from './summary-package'

type Own = 'exchange.outline' | 'exchange.send' | 'exchange.sent' | 'exchange.sendAgain'
type Calls = typeof exchangeContract
type Outline = Output<Calls['exchange.outline']>

/** 将发送的字段 of some lines: those that any of them fills. */
function fieldsOf(lines: readonly ReportedLine[]): string[] {
  const { detail: _detail, ...names } = sendTerms.fields
  const isFilled = (value: unknown): boolean => value !== null && value !== ''
  const own = Object.entries(names)
    .filter(([field]) => lines.some((line) => isFilled(line[field])))
    .map(([, label]) => label)
  const details = new Set(lines.flatMap(({ detail }) => Object.keys(detail).filter((field) => isFilled(detail[field]))))
  return [...new Set([...own, ...[...details].map((field) => sendTerms.details[field] ?? field)])]
}

function partsOf(lines: readonly ReportedLine[]): Outline['parts'] {
  const groups = new Map<string, ReportedLine[]>()
  for (const line of lines) {
    const key = `${line.stream}/${line.kind}`
    const known = groups.get(key)
    if (known) known.push(line)
    else groups.set(key, [line])
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { stream, kind } = first
    const label = `${chapterLabels[stream]} ${lineKindLabels[kind]}`
    return [{ stream, kind, label, count: own.length, fields: fieldsOf(own) }]
  })
}

function presentOutline(made: SummaryPackage, options: { withContacts: boolean; hasSample: boolean }): Outline {
  const { draft, payload, report, scheme, changes, objections } = made
  const { hiddenPeople, hiddenAlways, sampleWarning } = sendTerms
  const sample = options.hasSample ? [{ kind: 'gap', text: sampleWarning, record: null }] : []
  return {
    edition: draft.edition,
    toUnit: draft.to ?? '',
    checkCode: draft.checkCode,
    ruleSet: scheme && { id: scheme.id, version: scheme.version, name: scheme.name },
    parts: partsOf(payload.lines),
    hidden: [...(options.withContacts ? [] : hiddenPeople), ...hiddenAlways],
    warnings: [...sample, ...report.warnings.map(({ kind, text, record }) => ({ kind, text, record }))],
    changes: changes.slice(0, 2000),
    objections: objections.length,
    lines: payload.lines.length,
  }
}

/** A file in the window's hands: its name and a token, never its path. */
function withoutPath({ path: _path, ...file }: PackageFile & { readonly path: string }): PackageFile {
  return file
}

function sent<T>(result: Result<T & { readonly file: PackageFile & { readonly path: string } }>) {
  return result.ok ? ok({ ...result.value, file: withoutPath(result.value.file) }) : result
}

/** 上报包. */
export const sendHandlers: Handlers<Pick<Calls, Own>, Context> = {
  'exchange.outline': (context, { period, withContacts }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const made = summaryPackage(context, store.value, period, { withContacts })
    if (!made.ok) return made
    return ok(presentOutline(made.value, { withContacts, hasSample: hasSample(store.value) }))
  },

  'exchange.send': async (context, { folder: token, ...choice }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const folder = grantedFolder(context, token)
    return folder.ok ? sent(await sendSummary(context, store.value, { ...choice, folder: folder.value })) : folder
  },

  'exchange.sent': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(sentRows(store.value.read)) : store
  },

  'exchange.sendAgain': async (context, { id, folder: token }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const folder = grantedFolder(context, token)
    if (!folder.ok) return folder
    const file = await sendAgain(context, store.value, id, folder.value)
    return file.ok ? ok({ file: withoutPath(file.value) }) : file
  },
}
