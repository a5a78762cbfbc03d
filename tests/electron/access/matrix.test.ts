import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { admitShell } from '../../../electron/access/admit-shell'
import { lockSession, sessionLevel } from '../../../electron/access/signed-in'
import { createServer } from '../../../electron/ipc/serve'
import { err } from '../../../shared/core/result'
import { serviceContract, windowContract } from '../../../shared/ipc/contract'
import type { Reply } from '../../../shared/ipc/procedure'
import { shellContract } from '../../../shared/shell/contract'
import { aBureau, type Service } from '../../builders'
import { anOffice, colleagues, seat } from './office'

const file = path.join(import.meta.dirname, 'matrix.txt')
const timeout = 120_000

/** The call and the least role, as people read them. */
const table = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name = '', least = ''] = line.split(/\s{2,}/)
    return { name, least }
  })

type Verdict = 'let in' | 'notSignedIn' | 'notPermitted'

/** What each kind of person may do, written down once more and by itself: not asked of the code under test. */
const profiles: Readonly<Record<string, (least: string) => Verdict>> = {
  'nobody signed in': (least) => (least === 'anybody' ? 'let in' : 'notSignedIn'),
  locked: (least) => (least === 'anybody' ? 'let in' : 'notSignedIn'),
  viewer: (least) => (['anybody', 'signed in'].includes(least) ? 'let in' : 'notPermitted'),
  'member of investment': (least) =>
    ['anybody', 'signed in', 'member of investment', 'member of any area'].includes(least) ? 'let in' : 'notPermitted',
  'leader of investment': (least) =>
    [
      'anybody',
      'signed in',
      'member of investment',
      'member of any area',
      'leader of investment',
      'leader of any area',
    ].includes(least)
      ? 'let in'
      : 'notPermitted',
  'member of revenue': (least) =>
    ['anybody', 'signed in', 'member of revenue', 'member of any area'].includes(least) ? 'let in' : 'notPermitted',
  admin: () => 'let in',
  'accounts off': () => 'let in',
}

async function aService(profile: string): Promise<Service> {
  if (profile === 'accounts off') return aBureau()
  const service = await anOffice()
  const who = {
    locked: colleagues.admin,
    viewer: colleagues.viewer,
    'member of investment': colleagues.member,
    'leader of investment': colleagues.leader,
    'member of revenue': colleagues.other,
    admin: colleagues.admin,
  }[profile]
  if (who) seat(service, who)
  if (profile === 'locked') lockSession(service.context)
  return service
}

/** The calls of the desktop as the main process answers them, without a desktop. */
function shellOf(service: Service, replies: Reply[]) {
  const handlers = Object.fromEntries(Object.keys(shellContract).map((name) => [name, () => err('notFound')]))
  return createServer({
    contract: shellContract,
    // Nothing here is ever reached: the input is refused after the person was let in.
    handlers: handlers as never,
    context: {},
    admit: (_name, procedure) => admitShell({}, sessionLevel(service.context), procedure),
    send: (reply) => replies.push(reply),
    reportIncident: (cause) => String(cause),
  })
}

function verdictOf(reply: Reply | undefined): string {
  const code = reply && 'error' in reply ? reply.error.code : 'answered'
  // No contract takes a number: whoever is let in is refused for it.
  return code === 'invalidInput' ? 'let in' : code
}

async function verdictsOf(service: Service): Promise<Record<string, string>> {
  const replies: Reply[] = []
  const shell = shellOf(service, replies)
  const verdicts: Record<string, string> = {}
  for (const [id, name] of Object.keys(windowContract).entries()) {
    if (name in serviceContract) {
      const error = await service
        .call(name as keyof typeof serviceContract, 0 as never)
        .catch((cause: unknown) => cause)
      const failure = error instanceof Error && 'failure' in error ? (error.failure as { code: string }) : null
      verdicts[name] = failure?.code === 'invalidInput' ? 'let in' : (failure?.code ?? 'answered')
    } else {
      await shell.receive({ id, name, input: 0 })
      verdicts[name] = verdictOf(replies.at(-1))
    }
  }
  return verdicts
}

describe('role × call (fault 50, reliability §2 17)', { timeout }, () => {
  test('the table names every call once and no other', () => {
    expect(table.map(({ name }) => name)).toEqual(Object.keys(windowContract).toSorted())
  })

  test('it speaks of no role that nobody has', () => {
    const known =
      /^(anybody|signed in|admin|(member|leader) of (investment|projects|environment|revenue|rectification|district|any area))$/
    expect(table.filter(({ least }) => !known.test(least))).toEqual([])
  })

  test.each(Object.keys(profiles))('%s', async (profile) => {
    const service = await aService(profile)
    const expected = Object.fromEntries(table.map(({ name, least }) => [name, profiles[profile]?.(least)]))
    expect(await verdictsOf(service)).toEqual(expected)
    expect(service.incidents).toEqual([])
  })
})
