import { ok, type Result } from '../../shared/core/result'
import type { Context } from '../context'
import { keepReserve } from '../core/reserve'
import { takeDaily } from './daily'
import { backupOverview } from './overview'
import { catchUpSecond } from './second-folder'
import { selfTestBackups } from './self-test'

/** Unit: milliseconds. The start page comes first; then once an hour, for a program that is never closed. */
const FIRST_MS = 10_000
const EVERY_MS = 3_600_000
/** Unit: milliseconds without a write after which the write-ahead log goes into the store. */
const IDLE_MS = 30_000

export interface BackupDuties {
  /** Something was written. */
  readonly wake: () => void
  readonly stop: () => void
}

type Duty = (context: Context) => Promise<Result<unknown>>

const duties: readonly Duty[] = [
  (context) => takeDaily(context),
  async (context) => ok(await catchUpSecond(context)),
  async (context) => ((await backupOverview(context)).isSelfTestDue ? selfTestBackups(context) : ok(null)),
  async (context) => ok(await keepReserve(context.dataFolder)),
]

/** What a program does about backups by itself, one thing after the other, each on its own when another fails. */
export async function runDuties(context: Context, onFailure: (cause: unknown) => void): Promise<void> {
  for (const duty of duties) {
    const state = context.storeState()
    if (state.kind !== 'open' || state.store.readOnly !== null) return
    try {
      const done = await duty(context)
      // The page says that there is no backup of today; the log says why.
      if (!done.ok) onFailure(`${done.error.code} ${JSON.stringify(done.error.params)}`)
    } catch (cause) {
      onFailure(cause)
    }
  }
}

/** Puts the log into the store while nobody is writing, so that a copy of the folder by hand is nearly whole too. */
function checkpoint(context: Context): void {
  const state = context.storeState()
  if (state.kind !== 'open' || state.store.readOnly !== null) return
  const { connection } = state.store
  if (connection.open && !connection.inTransaction) connection.pragma('wal_checkpoint(TRUNCATE)')
}

/** Looks after backups in the background as long as the program runs. */
export function keepBackups(
  context: Context,
  { takesBackups, onFailure }: { readonly takesBackups: boolean; readonly onFailure: (cause: unknown) => void },
): BackupDuties {
  let idle: ReturnType<typeof setTimeout> | null = null
  let next: ReturnType<typeof setTimeout> | null = null
  let isStopped = false

  const round = async (): Promise<void> => {
    await runDuties(context, onFailure)
    if (!isStopped) next = setTimeout(() => void round(), EVERY_MS)
  }
  if (takesBackups) next = setTimeout(() => void round(), FIRST_MS)

  return {
    wake: () => {
      if (idle) clearTimeout(idle)
      idle = setTimeout(() => {
        idle = null
        try {
          checkpoint(context)
        } catch (cause) {
          onFailure(cause)
        }
      }, IDLE_MS)
    },
    stop: () => {
      isStopped = true
      if (next) clearTimeout(next)
      if (idle) clearTimeout(idle)
    },
  }
}
