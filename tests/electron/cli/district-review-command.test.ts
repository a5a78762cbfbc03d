import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../electron/cli/arguments'
import type { Answer } from '../../../electron/cli/command'
import { reviewCommands } from '../../../electron/cli/district-review-command'
import { cliText } from '../../../shared/terms/cli'
import { aFigure, aLead } from '../../shared/district/returns'
import { anOffice, type Office } from '../district/review-office'

const period = ['--period', '2022Q2']

async function run(office: Office, ...argv: readonly string[]) {
  const args = parseArguments(['district', ...argv], cliText.valueMissing)
  if (!args.ok) throw new Error(args.error.message)
  const command = reviewCommands[argv[0] ?? '']
  if (!command) throw new Error(`no command: ${argv[0]}`)
  return command(office.context, args.value)
}

async function answer(office: Office, ...argv: readonly string[]): Promise<Answer> {
  const outcome = await run(office, ...argv)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

async function refusal(office: Office, ...argv: readonly string[]): Promise<string> {
  const outcome = await run(office, ...argv)
  if (outcome.ok) throw new Error('not refused')
  return 'code' in outcome.error ? outcome.error.code : 'misuse'
}

async function anOfficeWithErrors() {
  const office = await anOffice()
  const id = office.unit('示例局')
  office.receive(id, '2022Q2', [aFigure('n', { cumulative: '3', parts: ['lead/a'] }), aLead('a', { evidence: 0 })])
  const checks = (await answer(office, 'check', ...period)).json as { key: string; code: string }[]
  const keyOf = (code: string): string => checks.find((each) => each.code === code)?.key ?? ''
  return { office, checks, keyOf }
}

describe('district check, decide, review, figure, lock, reopen', () => {
  it('goes from the findings to the locked period and back', async () => {
    const { office, checks, keyOf } = await anOfficeWithErrors()
    expect(checks.map(({ code }) => code)).toEqual(['arithmetic', 'evidenceMissing'])
    expect(await refusal(office, 'lock', ...period)).toBe('periodHasOpenChecks')
    await answer(office, 'decide', ...period, '--check', keyOf('arithmetic'), '--decision', 'adopted')
    const dismissed = ['--decision', 'dismissed', '--reason', '纸质材料已看']
    await answer(office, 'decide', ...period, '--check', keyOf('evidenceMissing'), ...dismissed)
    const verdict = ['--line', 'lead/a', '--verdict', 'adjusted', '--value', 'inCity', '--reason', '市内企业']
    await answer(office, 'decide', ...period, '--unit', '示例局', ...verdict)
    const { json } = await answer(office, 'review', ...period, '--unit', '示例局')
    expect(json).toMatchObject({
      lines: [
        { line: { cumulative: '3' }, verdict: { verdict: 'adjusted', approved: '1' } },
        { verdict: { verdict: 'adjusted', approved: 'inCity', reason: '市内企业' } },
      ],
    })
    const figure = ['--year', '2022', '--component', 'cooperate', '--value', '18', '--doc', '区办〔2022〕7号']
    expect((await answer(office, 'figure', '--unit', '示例局', ...figure)).json).toMatchObject({
      value: '18',
      givenOn: '2022-07-05',
    })
    expect((await answer(office, 'review', ...period, '--done')).json).toEqual({ count: 1 })
    expect((await answer(office, 'review', ...period)).json).toEqual([
      { unit: '示例局', state: 'reviewed', edition: 1, lines: 2, openChecks: 0, returned: 0, adjusted: 2 },
    ])
    await answer(office, 'lock', ...period)
    expect(await refusal(office, 'decide', ...period, '--unit', '示例局', ...verdict)).toBe('periodLocked')
    await answer(office, 'reopen', ...period, '--reason', '更正')
    await answer(office, 'decide', ...period, '--unit', '示例局', ...verdict)
  })

  it('prints what people can read', async () => {
    const { office, keyOf } = await anOfficeWithErrors()
    expect((await answer(office, 'check', ...period)).text.split('\n')[0]).toBe(
      `${keyOf('arithmetic')}\t数字勾稽\t示例局\tfigure/n\t累计完成3个，所列1条明细合计1个，两者不符。\t累计核定为1个，完成率相应重算\t待处理`,
    )
    expect((await answer(office, 'check', '--period', '2022Q3')).text).toBe('没有可疑项。')
  })

  it('refuses an unknown unit', async () => {
    const { office } = await anOfficeWithErrors()
    expect(await refusal(office, 'review', ...period, '--unit', '别处')).toBe('unitUnknown')
  })

  it.each([
    ['check'],
    ['check', '--period', '二季度'],
    ['decide', ...period, '--check', 'x', '--decision', 'perhaps'],
    ['decide', ...period, '--line', 'lead/a', '--verdict', 'accepted'],
    ['decide', ...period, '--unit', '示例局', '--line', 'lead/a', '--verdict', 'perhaps'],
    ['figure', '--unit', '示例局', '--component', 'cooperate', '--value', '18', '--doc', '文'],
    ['lock'],
    ['reopen', ...period],
  ])('does not take %s', async (...argv) => {
    const { office } = await anOfficeWithErrors()
    expect(await refusal(office, ...argv)).toBe('misuse')
  })
})
