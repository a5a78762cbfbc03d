import { writeSync } from 'node:fs'
import { closedDesk, given, openDesk } from './desk'
import { errandDay } from './errands'

// Saves, one after the other, and says after each that it was saved. It is traced, and ended like a power cut ends it.

async function write(folder: string, saves: number, isNormal: boolean): Promise<void> {
  const desk = closedDesk(folder, errandDay)
  const failure = await openDesk(desk)
  if (failure) throw new Error(failure.code)
  const { connection } = desk.store()
  // What the store must not be set to: the suite has to see saves lost.
  if (isNormal) connection.pragma('synchronous = NORMAL')
  const leads = connection.prepare<[], string>('SELECT id FROM lead ORDER BY id').pluck().all()
  for (let number = 1; number <= saves; number += 1) {
    const id = leads[number % leads.length] ?? null
    const fields = { remark: `第${number}次保存` }
    given(await desk.call('investment.save', { id, fields, allowDuplicate: true, expectedUpdatedAt: null }))
    writeSync(1, `ACK ${number}\n`)
  }
  process.kill(process.pid, 'SIGKILL')
}

const [folder = '', saves = '0', sync = 'FULL'] = process.argv.slice(2)
void write(folder, Number(saves), sync === 'NORMAL')
