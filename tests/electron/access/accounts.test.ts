import { scryptSync } from 'node:crypto'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readAccountByName, updateAccount } from '../../../db/repositories/accounts'
import { verifyChain } from '../../../db/journal'
import type { AreaRoles } from '../../../shared/access/roles'
import { waitAfter } from '../../../shared/access/waiting'
import { aBureau, aFolder, aService, refusalOf, writing, type Service } from '../../builders'

const timeout = 60_000

/** A clock that only the test moves. Unit: milliseconds. */
function aClock() {
  let now = 1000
  return { read: () => now, wait: (seconds: number) => (now += seconds * 1000) }
}

function saveAccount(
  service: Service,
  name: string,
  about: { readonly isAdmin?: boolean; readonly roles?: AreaRoles; readonly pin?: string | null } = {},
) {
  const { isAdmin = false, roles = {}, pin = '1357' } = about
  return service.call('access.saveAccount', { name, isAdmin, roles, pin })
}

const state = (service: Service) => service.call('access.state', {})
const signIn = (service: Service, name: string, pin: string) => service.call('access.signIn', { name, pin })
const newest = async (service: Service) =>
  (await service.call('core.journal', { limit: 1, before: null, recordId: null }))[0]

async function anAdmin(options: Parameters<typeof aBureau>[0] = {}): Promise<Service> {
  const service = await aBureau(options)
  await saveAccount(service, '管理员01', { isAdmin: true, pin: '2468' })
  return service
}

describe('accounts', { timeout }, () => {
  test('without any nobody signs in and nothing changes', async () => {
    const service = await aBureau()
    expect(await state(service)).toEqual({
      isOn: false,
      person: null,
      isLocked: false,
      names: [],
      autoLockMinutes: 10,
    })
    expect((await service.call('settings.get', {})).actor).toBe('承办人')
    expect((await refusalOf(service.call('access.changePin', { pin: '1111', newPin: '2222' }))).code).toBe(
      'notSignedIn',
    )
    await service.call('access.turnOff', { pin: '1111' })
  })

  test('the first one is a 管理员, who is signed in by setting it up; its person is made', async () => {
    const service = await aBureau()
    expect((await refusalOf(saveAccount(service, '组员甲'))).code).toBe('firstAccountIsAdmin')
    const { recoveryCode } = await saveAccount(service, '管理员01', { isAdmin: true })
    expect(recoveryCode).toMatch(/^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/)
    const person = { name: '管理员01', isAdmin: true, roles: {} }
    expect(await state(service)).toMatchObject({ isOn: true, person, names: ['管理员01'] })
    expect((await service.call('registry.people', { withLeft: false })).map(({ name }) => name)).toContain('管理员01')
    // Whatever name the program was started with.
    expect(service.context.actor()).toBe('管理员01')
    expect((await service.call('settings.get', {})).person?.name).toBe('管理员01')
  })

  test('needs a PIN when new, keeps the old one, and says what is wrong with a name', async () => {
    const service = await anAdmin()
    const refused = (name: string, pin: string | null = '1357') => refusalOf(saveAccount(service, name, { pin }))
    expect((await refused('组员甲', null)).code).toBe('accountNeedsPin')
    expect((await refused('甲、乙')).code).toBe('personNameSeveral')
    expect((await refused('管理员 01')).code).toBe('personNameTaken')
    expect((await refused('管理员01')).code).toBe('lastAdminStays')
    await saveAccount(service, '组员甲', { roles: { revenue: 'member' } })
    expect(await saveAccount(service, '组员甲', { roles: { revenue: 'leader' }, pin: null })).toEqual({
      recoveryCode: null,
    })
    const accounts = await service.call('access.accounts', {})
    expect(accounts.map(({ name, roles }) => [name, roles])).toEqual([
      ['管理员01', {}],
      ['组员甲', { revenue: 'leader' }],
    ])
    await signIn(service, '组员甲', '1357')
  })

  test('one 管理员 always remains', async () => {
    const service = await anAdmin()
    await saveAccount(service, '组员甲')
    const remove = (name: string) => service.call('access.removeAccount', { name })
    expect((await refusalOf(remove('管理员01'))).code).toBe('lastAdminStays')
    expect((await refusalOf(saveAccount(service, '管理员01', { pin: null }))).code).toBe('lastAdminStays')
    expect((await refusalOf(remove('没有的人'))).params).toEqual({ name: '没有的人' })
    await saveAccount(service, '组员甲', { isAdmin: true, pin: null })
    await remove('管理员01')
    // Who is gone has not signed in any more.
    expect(await state(service)).toMatchObject({ isOn: true, person: null })
    expect((await refusalOf(service.call('registry.people', { withLeft: false }))).code).toBe('notSignedIn')
  })

  test('a person who is renamed keeps the account and stays signed in; a person with one is not removed', async () => {
    const service = await anAdmin()
    const [person] = await service.call('registry.people', { withLeft: false })
    const id = person?.id ?? ''
    const fields = { name: '管理员02', sectionId: null, rank: '', phone: '', remark: '', leftOn: null }
    await service.call('registry.savePerson', { id, fields, roles: [] })
    expect((await state(service)).person?.name).toBe('管理员02')
    expect(service.context.actor()).toBe('管理员02')
    expect((await refusalOf(service.call('registry.removePerson', { id }))).code).toBe('personStillNamed')
  })

  test('turning it off asks for the PIN and takes all accounts away', async () => {
    const service = await anAdmin()
    await saveAccount(service, '组员甲')
    expect((await refusalOf(service.call('access.turnOff', { pin: '9999' }))).code).toBe('wrongPin')
    await service.call('access.turnOff', { pin: '2468' })
    expect(await state(service)).toMatchObject({ isOn: false, person: null, names: [] })
    expect(service.context.actor()).toBe('承办人')
  })
})

describe('a PIN', { timeout }, () => {
  test('signs in, is recorded, and stands nowhere in clear', async () => {
    const service = await anAdmin()
    await service.call('access.signOut', {})
    expect(await state(service)).toMatchObject({ person: null, isLocked: false })
    await signIn(service, '管理员01', '2468')
    expect(await newest(service)).toMatchObject({ intent: 'access.signIn', actor: '管理员01', params: {} })
    const texts = service.store().connection.prepare<[], string>('SELECT "after" FROM journal_change').pluck().all()
    expect(texts.some((text) => text?.includes('2468'))).toBe(false)
    expect(readAccountByName(service.store().read, '管理员01')?.pin).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(verifyChain(service.store().connection).isWhole).toBe(true)
  })

  test('is changed only with the old one', async () => {
    const service = await anAdmin()
    const change = (pin: string) => service.call('access.changePin', { pin, newPin: '8642' })
    expect((await refusalOf(change('1111'))).code).toBe('wrongPin')
    await change('2468')
    expect((await refusalOf(signIn(service, '管理员01', '2468'))).code).toBe('wrongPin')
    await signIn(service, '管理员01', '8642')
  })

  test('kept with less than is usual now is kept anew at the next sign-in', async () => {
    const service = await anAdmin()
    const salt = Buffer.alloc(16, 7)
    const hash = scryptSync('2468', salt, 32, { N: 2 ** 12, r: 8, p: 1 })
    const pin = `scrypt$12$8$1$${salt.toString('base64url')}$${hash.toString('base64url')}`
    const { id = '' } = readAccountByName(service.store().read, '管理员01') ?? {}
    writing(service.store(), (db) => updateAccount(db, id, { pin }))
    await signIn(service, '管理员01', '2468')
    expect(readAccountByName(service.store().read, '管理员01')?.pin).toMatch(/^scrypt\$15\$8\$1\$/)
    await signIn(service, '管理员01', '2468')
  })

  test('that was tampered with in the store lets nobody in and costs nothing', async () => {
    const service = await anAdmin()
    const { id = '' } = readAccountByName(service.store().read, '管理员01') ?? {}
    for (const pin of [
      '',
      '2468',
      'scrypt$40$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ]) {
      writing(service.store(), (db) => updateAccount(db, id, { pin, failures: 0 }))
      expect((await refusalOf(signIn(service, '管理员01', '2468'))).code).toBe('wrongPin')
    }
  })
})

describe('wrong PINs', { timeout }, () => {
  test('five are let pass, then 30 seconds, doubling to 15 minutes', () => {
    expect([0, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  test('say how many tries are left, then how long to wait; the right one does not help before', async () => {
    const clock = aClock()
    const service = await anAdmin({ monotonic: clock.read })
    const tryPin = async (pin: string) => refusalOf(signIn(service, '管理员01', pin))
    for (const left of [4, 3, 2, 1]) expect(await tryPin('1111')).toEqual({ code: 'wrongPin', params: { left } })
    expect(await tryPin('1111')).toEqual({ code: 'waitForPin', params: { seconds: 30 } })
    expect(await newest(service)).toMatchObject({ intent: 'access.fail', params: { title: '管理员01' } })
    expect(await tryPin('2468')).toEqual({ code: 'waitForPin', params: { seconds: 30 } })
    clock.wait(29)
    expect(await tryPin('2468')).toEqual({ code: 'waitForPin', params: { seconds: 1 } })
    clock.wait(1)
    expect(await tryPin('1111')).toEqual({ code: 'waitForPin', params: { seconds: 60 } })
    clock.wait(60)
    await signIn(service, '管理员01', '2468')
    expect(readAccountByName(service.store().read, '管理员01')?.failures).toBe(0)
    expect(await tryPin('1111')).toEqual({ code: 'wrongPin', params: { left: 4 } })
  })

  test('many at once are tried one after the other', async () => {
    const service = await anAdmin()
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(signIn(service, '管理员01', '1111'))))
    expect(answers.filter(({ code }) => code === 'wrongPin')).toHaveLength(4)
    expect(readAccountByName(service.store().read, '管理员01')?.failures).toBe(5)
  })

  test('neither a restart nor a turned clock shortens the wait (fault 53)', async () => {
    const folder = aFolder()
    const clock = aClock()
    const first = await anAdmin({ folder, monotonic: clock.read })
    for (let count = 0; count < 6; count += 1) {
      await refusalOf(signIn(first, '管理员01', '1111'))
      if (count === 4) clock.wait(30)
    }
    clock.wait(59)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2032-01-01') })
    onTestFinished(() => void vi.useRealTimers())
    expect((await refusalOf(signIn(first, '管理员01', '2468'))).params).toEqual({ seconds: 1 })
    first.close()
    // The restarted program counts from its own start, whatever the clock on the wall says.
    const later = aClock()
    const second = await aService({ folder, asOf: '2023-12-31', monotonic: later.read })
    const tryPin = async () => refusalOf(signIn(second, '管理员01', '2468'))
    expect(await tryPin()).toEqual({ code: 'waitForPin', params: { seconds: 60 } })
    later.wait(59)
    expect(await tryPin()).toEqual({ code: 'waitForPin', params: { seconds: 1 } })
    later.wait(1)
    await signIn(second, '管理员01', '2468')
  })

  test('count for the account alone, and its own PIN is asked for under the same rule', async () => {
    const service = await anAdmin()
    await saveAccount(service, '组员甲')
    for (let count = 0; count < 5; count += 1) await refusalOf(service.call('access.turnOff', { pin: '1111' }))
    expect((await refusalOf(service.call('access.turnOff', { pin: '2468' }))).code).toBe('waitForPin')
    await signIn(service, '组员甲', '1357')
    // Another 管理员 need not wait either: a new PIN from one ends the wait.
    expect((await refusalOf(signIn(service, '管理员01', '2468'))).code).toBe('waitForPin')
  })

  test('cannot be undone, so that Ctrl+Z gives no tries back', async () => {
    const service = await anAdmin()
    await refusalOf(service.call('access.turnOff', { pin: '1111' }))
    expect((await refusalOf(service.call('core.undoLast', {}))).code).toBe('nothingToUndo')
    expect(readAccountByName(service.store().read, '管理员01')?.failures).toBe(1)
  })
})

describe('the recovery code', { timeout }, () => {
  test('sets a new PIN once, whatever the spelling, also during a wait', async () => {
    const service = await aBureau()
    const { recoveryCode } = await saveAccount(service, '管理员01', { isAdmin: true, pin: '2468' })
    const typed = (recoveryCode ?? '').toLowerCase().replaceAll('-', ' ')
    for (let count = 0; count < 5; count += 1) await refusalOf(signIn(service, '管理员01', '1111'))
    await service.call('access.signOut', {})
    const recover = (code: string) => service.call('access.recover', { name: '管理员01', code, newPin: '8642' })
    expect((await refusalOf(recover('2222-2222-2222-2222-2222'))).code).toBe('accountCodeWrong')
    const answers = await Promise.allSettled([recover(typed), recover(typed)])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await refusalOf(recover(typed))).code).toBe('accountCodeWrong')
    expect(await state(service)).toMatchObject({ person: null })
    await signIn(service, '管理员01', '8642')
    const [first] = answers
    const next = first?.status === 'fulfilled' ? first.value.recoveryCode : ''
    expect(next).not.toBe(recoveryCode)
    await recover(next)
  })

  test('is renewed with the PIN; used up, it opens nothing', async () => {
    const service = await anAdmin()
    const { recoveryCode } = await service.call('access.renewRecoveryCode', { pin: '2468' })
    const { id = '' } = readAccountByName(service.store().read, '管理员01') ?? {}
    writing(service.store(), (db) => updateAccount(db, id, { recoveryCode: '' }))
    expect((await service.call('access.accounts', {}))[0]?.hasRecoveryCode).toBe(false)
    for (const code of [recoveryCode, ' ', '-'])
      expect(
        (await refusalOf(service.call('access.recover', { name: '管理员01', code, newPin: '8642' }))).code,
      ).toMatch(/accountCodeWrong|invalidInput/)
  })
})
