import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { impersonal } from '../../../electron/core/impersonal'
import { createLog } from '../../../electron/core/log'
import { aFolder } from '../../builders'

const now = () => '2022-06-30T09:30:00.000+08:00'

function logged(folder: string): string {
  return readFileSync(path.join(folder, 'logs/sizhua.log'), 'utf8')
}

// Source: reliability 3 row 56: rotating 5 × 1 MB.
describe('the log', () => {
  it('keeps five files of some 1 MB and drops the oldest', () => {
    const folder = aFolder()
    const log = createLog(folder, now)
    const line = 'page gone '.repeat(20_000)
    for (let count = 0; count < 60; count += 1) log(`${count} ${line}`)
    const files = readdirSync(path.join(folder, 'logs')).toSorted()
    expect(files).toEqual(['sizhua.log', 'sizhua.log.1', 'sizhua.log.2', 'sizhua.log.3', 'sizhua.log.4'])
    for (const file of files) expect(statSync(path.join(folder, 'logs', file)).size).toBeLessThan(1.3 * 1024 * 1024)
    expect(logged(folder)).toContain('59 page gone')
  })

  it('never stops the work it tells about', () => {
    const folder = aFolder()
    writeFileSync(path.join(folder, 'logs'), 'a file where the folder should be')
    expect(() => createLog(folder, now)('start')).not.toThrow()
    const other = aFolder()
    mkdirSync(path.join(other, 'logs/sizhua.log'), { recursive: true })
    expect(() => createLog(other, now)('start')).not.toThrow()
  })
})

// Source: reliability 3 row 60: no passwords, keys or ID numbers in logs.
describe('a cause in the log says where, never what a record holds', () => {
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['an ID number', new Error('bad value 12010119900307123X in row 5'), ['12010119900307123X', '19900307']],
    ['a telephone and a PIN', new Error('pin 4821 for 13800138000'), ['4821', '13800138000']],
    ['a name in Chinese', new TypeError('person 王小明（组长） not found'), ['王小明', '组长']],
    ['a parser that quotes', parseFailure('{"passphrase": secretword'), ['secretword', 'passphrase']],
    ['a path of the person', readFailure(path.join(homedir(), '材料/zhangsan.xlsx')), ['zhangsan', '材料', homedir()]],
    ['a text', '联系人 赵先生 13900139000', ['赵先生', '13900139000']],
    ['an object', { name: '钱女士', id: '110101198001010010' }, ['钱女士', '110101198001010010']],
    ['a cause of a cause', new Error('outer', { cause: new Error('手机 13700137000') }), ['13700137000', '手机']],
  ]

  it.each(cases)('%s', (_name, cause, secrets) => {
    const folder = aFolder()
    createLog(folder, now)('incident 12345678', cause)
    const text = logged(folder)
    expect(text).toContain('incident 12345678')
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  it('but keeps kind, code and place', () => {
    expect(impersonal(readFailure('/nowhere/a.xlsx'))).toMatch(/^Error ENOENT: ENOENT open/)
    expect(impersonal(new TypeError(`Cannot read properties of undefined (reading 'streams')`))).toMatch(
      /^TypeError: Cannot read properties of undefined \(reading 'streams'\)\n\s+at .*log\.test\.ts:\d+/,
    )
  })
})

function parseFailure(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    return cause
  }
}

function readFailure(file: string): unknown {
  try {
    return readFileSync(file)
  } catch (cause) {
    return cause
  }
}
