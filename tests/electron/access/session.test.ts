import { describe, expect, test } from 'vitest'
import { lockSession } from '../../../electron/access/signed-in'
import { seatAccount } from '../../../electron/access/sign-in'
import { tellSession } from '../../../electron/access/tell-session'
import { admit } from '../../../electron/access/admit'
import { serviceContract } from '../../../shared/ipc/contract'
import type { Need } from '../../../shared/ipc/procedure'
import { aBureau, refusalOf, valueOf } from '../../builders'
import { anOffice, colleagues, giveAccounts, seat } from './office'

function aClock() {
  let now = 5_000
  return { read: () => now, wait: (minutes: number) => (now += minutes * 60_000) }
}

const nobody = { person: null, isLocked: false, isOn: true }

describe('the session', { timeout: 60_000 }, () => {
  test('nobody signed in: only the calls before signing in are answered', async () => {
    const service = await anOffice()
    expect(await service.call('access.state', {})).toMatchObject(nobody)
    await service.call('settings.get', {})
    expect((await refusalOf(service.call('home.overview', {}))).code).toBe('notSignedIn')
    expect((await refusalOf(service.call('core.undoLast', {}))).code).toBe('notSignedIn')
    // Recorded by what the program does itself: the operating system's user, never the name given at the start.
    expect(service.context.actor()).toBe(service.context.account)
  })

  test('locked: the same, and who it was stays known', async () => {
    const service = await anOffice()
    seat(service, colleagues.member)
    await service.call('access.lock', {})
    expect(await service.call('access.state', {})).toMatchObject({ isLocked: true, person: { name: '招商组员01' } })
    expect((await refusalOf(service.call('home.overview', {}))).code).toBe('notSignedIn')
    expect(service.context.actor()).toBe('招商组员01')
    await service.call('access.active', {})
    expect((await service.call('access.state', {})).isLocked).toBe(true)
    await service.call('access.signOut', {})
    expect(await service.call('access.state', {})).toMatchObject(nobody)
  })

  test('locks after 10 idle minutes, or as many as were chosen; somebody who is there stays in (fault 54)', async () => {
    const clock = aClock()
    const service = await anOffice({ monotonic: clock.read })
    const isLocked = async () => (await service.call('access.state', {})).isLocked
    seat(service, colleagues.admin)
    clock.wait(10)
    expect(await isLocked()).toBe(false)
    await service.call('access.active', {})
    clock.wait(9)
    await service.call('home.overview', {})
    clock.wait(2)
    // A call of the window is no sign of a person: screens ask by themselves.
    expect((await refusalOf(service.call('home.overview', {}))).code).toBe('notSignedIn')
    expect(await isLocked()).toBe(true)
    expect(service.announced.at(-1)).toEqual(['access'])
    await service.call('access.active', {})
    expect(await isLocked()).toBe(true)
    seat(service, colleagues.admin)
    await service.call('access.setAutoLock', { minutes: 1 })
    clock.wait(1.1)
    expect(await isLocked()).toBe(true)
  })

  test('the lock of the operating system locks it; without accounts nothing is locked', async () => {
    const service = await anOffice()
    lockSession(service.context)
    expect(service.context.session.isLocked).toBe(false)
    seat(service, colleagues.viewer)
    lockSession(service.context)
    expect((await service.call('access.state', {})).isLocked).toBe(true)
    const open = await aBureau()
    lockSession(open.context)
    await open.call('home.overview', {})
  })

  test('who made a call is recorded, though somebody else sits there when it ends', async () => {
    const service = await anOffice()
    seat(service, colleagues.admin)
    const admitted = valueOf(await admit(service.context, 'tables.confirm', serviceContract['tables.confirm'], null))
    seat(service, colleagues.viewer)
    expect(admitted.actor()).toBe('管理员01')
    expect(admitted.caller?.rights.isAdmin).toBe(true)
    expect(service.context.actor()).toBe('只看01')
  })

  test('the main process is told of every change once', async () => {
    const service = await aBureau()
    const told: Need[] = []
    const tell = tellSession(service.context, (level) => told.push(level))
    tell()
    tell()
    giveAccounts(service, Object.values(colleagues))
    for (const who of [colleagues.viewer, colleagues.member, colleagues.leader, colleagues.admin]) {
      tell()
      seat(service, who)
    }
    tell()
    lockSession(service.context)
    tell()
    expect(told).toEqual(['admin', 'open', 'view', 'work', 'lead', 'admin', 'open'])
  })

  test('whose account is gone has not signed in', async () => {
    const service = await anOffice()
    seatAccount(service.context, 'account-nobody')
    expect(await service.call('access.state', {})).toMatchObject(nobody)
  })

  test('while people sign in nobody else is chosen as the one who sits here', async () => {
    const service = await anOffice()
    seat(service, colleagues.admin)
    expect((await refusalOf(service.call('settings.choosePerson', { personId: null }))).code).toBe('seatBySignIn')
  })

  test('each reads the digest of the day for himself', async () => {
    const service = await anOffice()
    seat(service, colleagues.viewer)
    await service.call('assignments.closeDigest', {})
    expect(await service.call('assignments.digest', {})).toBeNull()
    seat(service, colleagues.leader)
    expect(await service.call('assignments.digest', {})).not.toBeNull()
  })

  test('admitting a call takes less than 0.2 ms', async () => {
    const service = await anOffice()
    seat(service, colleagues.member)
    const ask = () => admit(service.context, 'investment.save', serviceContract['investment.save'], null)
    for (let warm = 0; warm < 500; warm += 1) await ask()
    const times: number[] = []
    for (let round = 0; round < 2000; round += 1) {
      const start = performance.now()
      await ask()
      times.push(performance.now() - start)
    }
    times.sort((left, right) => left - right)
    console.log(`admit: median ${times[1000]?.toFixed(4)} ms, 95 % ${times[1900]?.toFixed(4)} ms`)
    expect(times[1000]).toBeLessThan(0.2)
  })
})
