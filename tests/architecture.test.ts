import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// A rule that silently stopped matching is worse than no rule: every forbidden thing is fed to the lint here.

const root = path.resolve(import.meta.dirname, '..')
const linterPackage = path.join(root, 'node_modules/oxlint')

type Sample = { readonly file: string; readonly code: string; readonly says: string | RegExp }

const arrows: readonly Sample[] = [
  ['shared', 'db'],
  ['shared', 'electron'],
  ['shared', 'renderer'],
  ['shared', 'tests'],
  ['db', 'electron'],
  ['db', 'renderer'],
  ['db', 'tests'],
  ['electron', 'renderer'],
  ['electron', 'tests'],
  ['electron', 'build'],
  ['renderer', 'db'],
  ['renderer', 'electron'],
  ['renderer', 'tests'],
  ['build', 'shared'],
].flatMap(([from, to]) => [
  {
    file: `${from}/arrows/to-${to}.ts`,
    code: `import { a } from '../../${to}/room/target'\nexport const b = a\n`,
    says: `${from} may not import from ${to}`,
  },
  {
    file: `${from}/arrows/type-of-${to}.ts`,
    code: `import type { A } from '../../${to}/room/target'\nexport type B = A\n`,
    says: `${from} may not import from ${to}`,
  },
])

const hiddenArrows: readonly Sample[] = [
  {
    file: 'renderer/arrows/dynamic.ts',
    code: `export const load = () => import('../../db/room/target')\n`,
    says: 'renderer may not import from db',
  },
  {
    file: 'renderer/arrows/inline-type.ts',
    code: `export type B = import('../../db/room/target').A\n`,
    says: 'renderer may not import from db',
  },
  {
    file: 'shared/arrows/outside.ts',
    code: `import { a } from '../../../elsewhere/target'\nexport const b = a\n`,
    says: 'outside the repository',
  },
]

const packages: readonly Sample[] = [
  ['shared', 'node:fs'],
  ['shared', 'fs'],
  ['shared', 'electron'],
  ['shared', 'react'],
  ['shared', 'better-sqlite3'],
  ['db', 'electron'],
  ['renderer', 'electron'],
  ['renderer', 'better-sqlite3'],
  ['renderer', 'node:path'],
].map(([folder, name]) => ({
  file: `${folder}/packages/${name?.replace(':', '-')}.ts`,
  code: `import * as whole from '${name}'\nexport const b = whole\n`,
  says: `${folder} may not import ${name}`,
}))

const electronImports: readonly Sample[] = ['electron/handlers/leads.ts', 'electron/context.ts'].map((file) => ({
  file,
  code: `import { app } from 'electron'\nexport const b = app\n`,
  says: 'may import electron',
}))

const streams: readonly Sample[] = [
  ['shared/investment/rules.ts', '../projects/room'],
  ['db/repositories/revenue.ts', './environment'],
  ['electron/handlers/rectification.ts', '../../shared/investment/record'],
  ['renderer/environment/page.tsx', '../revenue/page'],
  ['shared/projects/labels.ts', '../terms/investment'],
].map(([file = '', target]) => ({
  file,
  code: `import { a } from '${target}'\nexport const b = a\n`,
  says: /stream \w+ may not import stream \w+/,
}))

const chinese: readonly Sample[] = [
  { file: 'shared/text/literal.ts', code: `export const a = '有效'\n`, says: 'Chinese text' },
  { file: 'shared/text/punctuation.ts', code: `export const a = '、'\n`, says: 'Chinese text' },
  { file: 'shared/text/escaped.ts', code: `export const a = '\\u6709'\n`, says: 'Chinese text' },
  { file: 'shared/text/template.ts', code: 'export const a = (n: number) => `${n}分`\n', says: 'Chinese text' },
  { file: 'db/text/pattern.ts', code: `export const a = /[有无]效/u\n`, says: 'Chinese text' },
  { file: 'electron/text/key.ts', code: `export const a = { 名称: 1 }\n`, says: 'Chinese text' },
  { file: 'renderer/text-in-page/a.tsx', code: `export const A = () => <p>确定</p>\n`, says: 'Chinese text' },
  { file: 'renderer/text-in-page/b.tsx', code: `export const B = () => <p title="确定" />\n`, says: 'Chinese text' },
]

const habits: readonly Sample[] = [
  { file: 'shared/habits/default-export.ts', code: 'export default 1\n', says: 'import(no-default-export)' },
  { file: 'shared/habits/loose.ts', code: 'export const a = (b: any) => b\n', says: 'no-explicit-any' },
  {
    file: 'shared/habits/non-null.ts',
    code: 'export const a = (b?: string) => b!.length\n',
    says: 'no-non-null-assertion',
  },
  { file: 'shared/habits/passing.ts', code: `export { a } from './loose'\n`, says: 're-export' },
  { file: 'shared/habits/passing-all.ts', code: `export * from './loose'\n`, says: 're-export' },
  { file: 'shared/habits/index.ts', code: 'export const a = 1\n', says: `'index' names no subject` },
  { file: 'shared/habits/utils.ts', code: 'export const a = 1\n', says: `'utils' names no subject` },
  { file: 'shared/habits/camelCase.ts', code: 'export const a = 1\n', says: 'is not kebab-case' },
  {
    file: 'shared/habits/round.ts',
    code: `import { b } from './trip'\nexport const a = (): number => b()\n`,
    says: 'import(no-cycle)',
  },
  {
    file: 'shared/habits/trip.ts',
    code: `import { a } from './round'\nexport const b = (): number => a()\n`,
    says: 'import(no-cycle)',
  },
  {
    file: 'shared/habits/type-round.ts',
    code: `import type { B } from './type-trip'\nexport type A = { readonly b?: B }\n`,
    says: 'import(no-cycle)',
  },
  {
    file: 'shared/habits/type-trip.ts',
    code: `import type { A } from './type-round'\nexport type B = { readonly a?: A }\n`,
    says: 'import(no-cycle)',
  },
  { file: 'db/habits/long.ts', code: '// line\n'.repeat(401), says: '401 lines, the limit is 400' },
  { file: 'tests/habits/long.test.ts', code: '// line\n'.repeat(601), says: '601 lines, the limit is 600' },
]

// Source: reliability 2, lines 15 and +3.
const dangers: readonly Sample[] = [
  ['shared', 'eval', `export const a = (b: string): unknown => eval(b)`],
  ['electron', 'global-eval', `export const a = (b: string): unknown => globalThis.eval(b)`],
  ['shared', 'function', `export const a = (b: string): unknown => new Function(b)`],
  ['renderer', 'timer', `setTimeout('alert(1)', 1)`],
  ['renderer', 'inner', `export const a = (b: Element): void => void (b.innerHTML = '<b>')`],
  ['renderer', 'outer', `export const a = (b: Element): void => void (b['outerHTML'] = '<b>')`],
  ['renderer', 'adjacent', `export const a = (b: Element): void => b.insertAdjacentHTML('beforeend', '<b>')`],
  ['renderer', 'write', `document.write('<b>')`],
  ['renderer', 'react', `export const a = { dangerouslySetInnerHTML: { __html: '<b>' } }`],
  [
    'renderer',
    'execute',
    `export const a = (b: { executeJavaScript: (c: string) => void }): void => b.executeJavaScript('')`,
  ],
  ['electron', 'open', `export const a = (b: { openExternal: (c: string) => void }): void => b.openExternal('')`],
  ['electron', 'security', `export const a = { webSecurity: false }`],
].map(([folder, name, code]) => ({
  file: `${folder}/dangers/${name}.ts`,
  code: `${code}\n`,
  says: /text becomes|nothing is opened|keeps the rules/,
}))

const forbidden = [
  ...arrows,
  ...hiddenArrows,
  ...packages,
  ...electronImports,
  ...streams,
  ...chinese,
  ...habits,
  ...dangers,
] satisfies readonly Sample[]

const clean: readonly (readonly [string, string])[] = [
  ['shared/core/target.ts', '// 有效: a comment may be Chinese\nexport const a = 1\nexport type A = number\n'],
  ['shared/core/punctuation.ts', `export const brackets = /[（）]/u\n`],
  ['shared/terms/investment.ts', `export const label = '招商线索'\n${'// line\n'.repeat(500)}`],
  ['shared/investment/rules.ts', `import { label } from '../terms/investment'\nexport const b = label\n`],
  ['renderer/text/home.ts', `export const hello = '首页'\n`],
  ['renderer/home/page.tsx', `import { a } from '../../shared/core/target'\nexport const Page = () => <p>{a}</p>\n`],
  ['db/open.ts', `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`],
  ['electron/context.ts', `import { read } from '../db/open'\nexport const context = { read }\n`],
  ['electron/main.ts', `import { app } from 'electron'\nexport const name = app.name\n`],
  ['tests/core/target.test.ts', `import { a } from '../../shared/core/target'\nexport const expected = ['确定', a]\n`],
  ['build/tool.config.ts', 'export default {}\n'],
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lint-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(name: string, files: readonly (readonly [string, string])[]) {
  const tree = path.join(folder, name)
  for (const [file, code] of files) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), code)
  }
  copyFileSync(path.join(root, '.oxlintrc.json'), path.join(tree, '.oxlintrc.json'))
  const manifest: unknown = JSON.parse(readFileSync(path.join(linterPackage, 'package.json'), 'utf8'))
  const { bin } = manifest as { readonly bin: { readonly oxlint: string } } // the package's own manifest
  const runs = [[path.join(linterPackage, bin.oxlint), '--format=unix'], [path.join(root, 'build/lint.mjs')]].map(
    (args) => spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' }),
  )
  return { output: runs.map((run) => run.stdout + run.stderr).join('\n'), statuses: runs.map((run) => run.status) }
}

describe('the lint bites', () => {
  let lines: readonly string[] = []
  let statuses: readonly unknown[] = []
  beforeAll(() => {
    const result = lint(
      'forbidden',
      forbidden.map(({ file, code }) => [file, code]),
    )
    statuses = result.statuses
    lines = result.output.split('\n')
  })

  test('with the exit status of both checkers', () => {
    expect(statuses).toEqual([1, 1])
  })

  test.each(forbidden)('$file is refused', ({ file, says }) => {
    const about = lines.filter((line) => line.startsWith(`${file}:`))
    expect(about.join('\n')).toMatch(says)
  })
})

test('a clean tree passes', () => {
  expect(lint('clean', clean)).toMatchObject({ statuses: [0, 0] })
})
