import type { windowContract } from '../../shared/ipc/contract'
import { valueOf, type Arguments } from './arguments'

type CallName = keyof typeof windowContract

/** Which call of the window a command stands for: what may be done there, and by whom, holds here too. */
const calls: Readonly<Record<string, CallName>> = {
  init: 'settings.initialise',
  import: 'tables.confirm',
  'import undo': 'tables.undo',
  assignments: 'assignments.list',
  tasks: 'assignments.tasks',
  workdays: 'settings.calendars',
  // What it records is judged by its rows.
  score: 'scoring.evaluate',
  projects: 'projects.bands',
  revenue: 'revenue.progress',
  rectification: 'rectification.statistics',
  visits: 'environment.coverage',
  summary: 'reports.export',
  'package inspect': 'exchange.open',
  'package accept': 'exchange.accept',
  'package identity': 'exchange.identity',
  'colleague send': 'exchange.sendColleague',
  'colleague sync': 'exchange.syncFolder',
  'colleague devices': 'exchange.devices',
  'colleague conflicts': 'exchange.conflicts',
  'colleague decide': 'exchange.decide',
  'district units': 'district.saveUnit',
  'district period': 'district.savePeriod',
  'district accept': 'district.receiveFolder',
  'district reminders': 'district.saveReminders',
  'district template': 'district.saveTemplate',
  'district check': 'district.checks',
  'district decide': 'district.saveVerdicts',
  'district review': 'district.setReviewed',
  'district figure': 'district.saveFigure',
  'district assign': 'district.saveSplit',
  'district receipts': 'district.saveReceipts',
  'district publish': 'district.publish',
  'district objections': 'district.objections',
  'district answer': 'district.answerObjection',
  'district rules': 'district.saveRules',
  'district calendar': 'district.saveCalendar',
  'district rank': 'district.ranking',
  'district awards': 'district.awards',
  'district lock': 'district.lock',
  'district reopen': 'district.reopen',
  'rules list': 'scoring.rules',
  'rules try': 'scoring.trial',
  'rules import': 'scoring.saveRule',
  'rules issue': 'scoring.saveRule',
  'backup create': 'backup.create',
  'backup list': 'backup.list',
  'backup verify': 'backup.verify',
  'backup restore': 'backup.restore',
  check: 'settings.check',
  sample: 'settings.loadSample',
}

/** The call of the window by which a command is judged; null for one that nobody has named, which is the administrator's. */
export function callOfCommand(args: Arguments): CallName | null {
  const [first = '', second = ''] = args.words
  if (first === 'summary' && (valueOf(args, 'formats') ?? '').split(',').includes('package')) return 'exchange.send'
  if (first === 'package' && second === 'identity' && valueOf(args, 'out') !== null) return 'exchange.exportIdentity'
  if (first === 'district' && second === 'units' && args.words[2] === 'list') return 'district.units'
  const name = Object.hasOwn(calls, `${first} ${second}`) ? `${first} ${second}` : first
  return Object.hasOwn(calls, name) ? (calls[name] ?? null) : null
}
