import path from 'node:path'
import { createContext } from '../../electron/create-context'
import { inboxHandlers } from '../../electron/district/inbox-handlers'
import { day } from './fixture-lines'
import { earlierPeriod, giveFigures, giveRules, makeOffice, makeReturns, receivingDay } from './make-returns'

/**
 * Writes the district of the tests into the folder that is named: `office` with 72 units, rules and the returns of the
 * quarter before, and the folders of files that the units send. The window tests start from it.
 */
async function main(work: string): Promise<void> {
  const versions = { app: '0', electron: '-', electronSource: '-', chromium: '-', node: process.versions.node }
  const context = createContext({
    dataFolder: path.join(work, 'office'),
    jobsFile: path.resolve('out/jobs/index.cjs'),
    versions,
    actor: null,
    asOf: day(receivingDay),
    announce: () => {},
  })
  await makeOffice(context)
  await giveRules(context)
  const { earlier } = await makeReturns(context, work)
  context.grants.set('earlier', earlier)
  const scope = {
    signal: { aborted: false, addEventListener: () => {}, removeEventListener: () => {} },
    report: () => {},
  }
  const input = { folder: 'earlier', period: earlierPeriod, trustNew: true }
  const received = await inboxHandlers['district.receiveFolder'](context, input, scope)
  if (!received.ok) throw new Error(received.error.code)
  await giveFigures(context)
  const state = context.storeState()
  if (state.kind === 'open') state.store.close()
}

const [work] = process.argv.slice(2)
if (work === undefined) throw new Error('name a folder')
void main(path.resolve(work))
