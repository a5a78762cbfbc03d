import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ok, type Failure, type Result } from '../../shared/core/result'
import { closedDesk, openDesk, type Desk } from './desk'

/** The day on which every errand is run. */
export const errandDay = '2022-06-30'

/** Where an errand works; what lies here is counted and struck. */
export interface Place {
  /** The data folder. */
  readonly data: string
  /** A folder outside it, as a stick or the desktop. */
  readonly out: string
  /** Files that come in; never struck. */
  readonly assets: string
}

/** The names of the files it wrote into the folder outside. */
export type Outcome = Result<readonly string[]>

/** One thing that a person does, through the handlers that the window calls. */
export interface Errand {
  readonly name: string
  /** The folder that it starts from (`templates.ts`). */
  readonly from: string
  /** It opens the store itself, so that opening is struck too. */
  readonly opensItself?: boolean
  readonly run: (desk: Desk, place: Place) => Promise<Outcome>
  /** Doing it twice gives what doing it once gives. */
  readonly isIdempotent?: boolean
  /** It is wrong on purpose: the suite fails unless this is found. */
  readonly isNaive?: boolean
}

/** In the assets: an update package, and the key of who published it. */
export const updateName = 'update.szupdate'
export const publisherName = 'publisher'

const refused = (error: Failure): Outcome => ({ ok: false, error })
const unit = { name: '东丽区审计局', aliases: ['审计局'], category: 3 as const, mode: 'bureau' as const, year: 2022 }

function granted({ context }: Desk, place: Place): string {
  const token = context.newId()
  context.grants.set(token, place.out)
  return token
}

/** The id of the lead that is edited; it is the first of the template. */
function firstLead(desk: Desk): string {
  return desk.store().connection.prepare<[], string>('SELECT id FROM lead ORDER BY id LIMIT 1').pluck().get() ?? ''
}

async function saveRemark(desk: Desk, remark: string): Promise<Outcome> {
  const fields = { remark }
  const about = { id: firstLead(desk), fields, allowDuplicate: true, expectedUpdatedAt: null }
  const saved = await desk.call('investment.save', about)
  return saved.ok ? ok([]) : saved
}

async function importFile(desk: Desk, file: string, withdraw: boolean): Promise<Outcome> {
  const choice = { kind: null, sheet: null, headerRows: null, mapping: null }
  const bytes = new Uint8Array(readFileSync(file))
  const opened = await desk.call('tables.open', { fileName: path.basename(file), bytes, choice })
  if (!opened.ok) return opened
  const tables = opened.value.tables.map((_, index) => index)
  const { session } = opened.value
  const confirmed = await desk.call('tables.confirm', { session, tables, rows: 'all', withdraw })
  return confirmed.ok ? ok([]) : confirmed
}

const sorted = { by: 'filedOn', descending: false } as const

export const errands: readonly Errand[] = [
  {
    name: 'init',
    from: 'nothing',
    run: async (desk) => {
      const made = await desk.call('settings.initialise', { bureau: unit, groups: [], withSample: false })
      return made.ok ? ok([]) : made
    },
  },
  {
    name: 'start',
    from: 'killed',
    opensItself: true,
    run: async (desk) => {
      const failure = await openDesk(desk)
      if (failure) return refused(failure)
      const saved = await saveRemark(desk, '重新打开以后的修改')
      desk.close()
      return saved
    },
  },
  {
    name: 'import',
    from: 'ledger',
    isIdempotent: true,
    run: (desk) => importFile(desk, 'tests/fixtures/ledgers/projects-2022.xlsx', false),
  },
  { name: 'edit', from: 'ledger', run: (desk) => saveRemark(desk, '长'.repeat(2000)) },
  {
    name: 'undo',
    from: 'ledger',
    run: async (desk) => {
      const undone = await desk.call('core.undoLast', {})
      return undone.ok ? ok([]) : undone
    },
  },
  {
    name: 'attach',
    from: 'ledger',
    run: async (desk) => {
      const bytes = new Uint8Array(300_000).fill(65)
      const recordId = firstLead(desk)
      const added = await desk.call('attachments.add', { room: 'investment', recordId, fileName: '备案表.pdf', bytes })
      return added.ok ? ok([]) : added
    },
  },
  {
    name: 'upload',
    from: 'ledger',
    run: async (desk) => {
      const bytes = new Uint8Array(300_000).fill(66)
      const begun = await desk.call('attachments.begin', { fileName: '照片.jpg', size: bytes.length })
      if (!begun.ok) return begun
      const { uploadId } = begun.value
      const sent = await desk.call('attachments.append', { uploadId, offset: 0, bytes })
      if (!sent.ok) return sent
      const dropped = await desk.call('attachments.cancelUpload', { uploadId })
      return dropped.ok ? ok([]) : dropped
    },
  },
  {
    name: 'ledger',
    from: 'ledger',
    run: async (desk, place) => {
      const filter = { text: '', states: [], classes: [], year: null }
      const folder = granted(desk, place)
      const written = await desk.call('reports.exportLeads', { filter, sort: sorted, folder })
      return written.ok ? ok([written.value.file.fileName]) : written
    },
  },
  {
    name: 'report',
    from: 'ledger',
    run: async (desk, place) => {
      const about = { period: '2022Q2', formats: ['xlsx' as const, 'docx' as const], folder: granted(desk, place) }
      const written = await desk.call('reports.export', about)
      return written.ok ? ok(written.value.files.map(({ fileName }) => fileName)) : written
    },
  },
  {
    name: 'copy',
    from: 'ledger',
    run: async (desk, place) => {
      const id = desk.store().connection.prepare<[], string>('SELECT id FROM attachment LIMIT 1').pluck().get() ?? ''
      const copied = await desk.call('attachments.saveTo', { id, folder: granted(desk, place) })
      return copied.ok ? ok([copied.value.fileName]) : copied
    },
  },
  {
    name: 'send',
    from: 'ledger',
    run: async (desk, place) => {
      const about = { period: '2022Q2', withContacts: false, passphrase: null, folder: granted(desk, place) }
      const sent = await desk.call('exchange.send', about)
      return sent.ok ? ok([sent.value.file.fileName]) : sent
    },
  },
  {
    name: 'accept',
    from: 'ledger',
    run: async (desk, place) => {
      const bytes = new Uint8Array(readFileSync(path.join(place.assets, 'calendar.zip')))
      const opened = await desk.call('exchange.open', { fileName: '放假安排.zip', bytes, passphrase: null })
      if (!opened.ok) return opened
      const answers = { trustSigner: true, acceptUnsigned: true }
      const taken = await desk.call('exchange.accept', { session: opened.value.session, ...answers })
      return taken.ok ? ok([]) : taken
    },
  },
  {
    name: 'migrate',
    from: 'old',
    opensItself: true,
    run: async (desk) => {
      const failure = await openDesk(desk)
      desk.close()
      return failure ? refused(failure) : ok([])
    },
  },
  {
    name: 'backup',
    from: 'ledger',
    run: async (desk) => {
      const taken = await desk.call('backup.create', {})
      return taken.ok ? ok([]) : taken
    },
  },
  {
    name: 'restore',
    from: 'restorable',
    run: async (desk) => {
      const list = await desk.call('backup.list', { place: 'own' })
      if (!list.ok) return list
      const wanted = list.value.findLast(({ state }) => state === 'verified')
      const restored = await desk.call('backup.restore', { place: 'own', name: wanted?.name ?? '' })
      return restored.ok ? ok([]) : restored
    },
  },
  {
    name: 'update',
    from: 'ledger',
    run: async (desk, place) => {
      const file = desk.context.newId()
      desk.context.grants.set(file, path.join(place.assets, updateName))
      const opened = await desk.call('updates.open', { file })
      if (!opened.ok) return opened
      const prepared = await desk.call('updates.prepare', { file, digest: opened.value.digest })
      return prepared.ok ? ok([]) : prepared
    },
  },
  {
    name: 'naive file',
    from: 'ledger',
    isNaive: true,
    run: (_desk, place) => {
      const bytes = readFileSync(path.join(place.assets, 'calendar.zip'))
      writeFileSync(path.join(place.out, 'naive.zip'), bytes.subarray(0, bytes.length / 2))
      writeFileSync(path.join(place.out, 'naive.zip'), bytes.subarray(bytes.length / 2), { flag: 'a' })
      return Promise.resolve(ok(['naive.zip']))
    },
  },
  {
    name: 'naive import',
    from: 'ledger',
    isNaive: true,
    run: async (desk) => {
      const people = ['包联干部01', '包联干部02', '包联干部03']
      for (const name of people) {
        const fields = { name, sectionId: null, rank: '', remark: '', leftOn: null, phone: '' }
        const saved = await desk.call('registry.savePerson', { id: null, fields, roles: null })
        if (!saved.ok) return saved
      }
      return ok([])
    },
  },
]

export function errandOf(name: string): Errand {
  const found = errands.find((errand) => errand.name === name)
  if (!found) throw new Error(`no errand ${name}`)
  return found
}

/** A desk ready for the errand: open, unless opening is part of it. */
export async function deskFor(errand: Errand, place: Place): Promise<Desk> {
  const publisher = readFileSync(path.join(place.assets, publisherName), 'utf8')
  const desk = closedDesk(place.data, errandDay, { publisherKeys: [publisher] })
  if (!errand.opensItself) {
    const failure = await openDesk(desk)
    if (failure) throw new Error(`the template does not open: ${failure.code}`)
  }
  return desk
}
