import { expect, it } from 'vitest'
import { createCrashPolicy } from '../../../electron/crash-policy'

const minute = 60_000

// Source: reliability 3 row 55: reload with the draft, the third time safe mode without the graphics card.
it('a page may fail twice in five minutes, the graphics process once', () => {
  let now = 0
  const judge = createCrashPolicy(() => now)
  const at = (minutes: number, kind: 'page' | 'graphics') => {
    now = minutes * minute
    return judge(kind)
  }
  expect([at(0, 'page'), at(1, 'page'), at(2, 'page')]).toEqual(['goOn', 'goOn', 'safeMode'])
  expect([at(2, 'graphics'), at(3, 'graphics')]).toEqual(['goOn', 'safeMode'])
})

it('failures far apart have nothing to do with each other', () => {
  let now = 0
  const judge = createCrashPolicy(() => now)
  for (let hour = 0; hour < 50; hour += 1) {
    now = hour * 60 * minute
    expect([judge('page'), judge('graphics')]).toEqual(['goOn', 'goOn'])
  }
})
