import { benchYear } from './data'
import { compare, timed, type Repeats } from './measure'
import type { Line } from './table'
import { bareCopy, type Workspace } from './workspace'

/** Words as people type them: one character, a common and a rare one, two words, initials. */
const words = ['约', '数据服务', '数据服务第777号', '检测 青岛', 'sjfw']

/** The search over everything, against one pass over the same texts on bare SQLite. */
export async function searchLines(workspace: Workspace, repeats: Repeats): Promise<readonly Line[]> {
  const bare = bareCopy(workspace)
  const lines: Line[] = []
  for (const text of words) {
    const pass = bare.prepare('SELECT count(*) FROM search_entry WHERE instr(text, ?) > 0').pluck()
    const figures = await compare(
      () => timed(() => workspace.call('search.find', { text, limit: 8 })),
      () => timed(() => pass.get(text.split(' ')[0] ?? text)),
      repeats,
    )
    lines.push({
      what: `search for 「${text}」 over 100,000 leads and 100,000 visits`,
      baseline: 'one pass over the same texts on bare better-sqlite3',
      figures,
      ratioBudget: null,
      plain: { name: 'answer', value: figures.ours, budget: 200, unit: 'ms' },
    })
  }
  bare.close()
  return lines
}

const visitPage = {
  filter: { text: '', from: null, to: null, enterpriseId: null, personId: null, modes: ['onsite' as const] },
  sort: { by: 'visitedOn' as const, descending: true },
  offset: 0,
  limit: 50,
}

/** Pages, matrix and home over 100,000 visits, against the same statement prepared and bare. */
export async function visitLines(workspace: Workspace, repeats: Repeats): Promise<readonly Line[]> {
  const bare = bareCopy(workspace)
  const rows = bare.prepare(
    "SELECT * FROM visit WHERE mode = 'onsite' ORDER BY visited_on DESC, id DESC LIMIT 50 OFFSET 0",
  )
  const total = bare.prepare("SELECT count(*) FROM visit WHERE mode = 'onsite'").pluck()
  const all = bare.prepare('SELECT count(*) FROM visit').pluck()
  const page = await compare(
    () => timed(() => workspace.call('environment.visits', visitPage)),
    () =>
      timed(() => {
        rows.all()
        total.get()
        all.get()
      }),
    repeats,
  )
  bare.close()
  const answer = async (what: string, budget: number, ask: () => Promise<unknown>): Promise<Line> => {
    const { ours } = await compare(
      () => timed(ask),
      () => timed(() => undefined),
      repeats,
    )
    const plain = { name: 'answer', value: ours, budget, unit: 'ms' }
    return { what, baseline: '-', figures: null, ratioBudget: null, plain }
  }
  return [
    {
      what: 'page of 50 visits, filtered and sorted, 100,000 rows',
      baseline: 'the same SQL prepared on bare better-sqlite3',
      figures: page,
      ratioBudget: 1.5,
      plain: { name: 'answer', value: page.ours, budget: 50, unit: 'ms' },
    },
    await answer('visits searched for a word, 100,000 rows', 200, () =>
      workspace.call('environment.visits', { ...visitPage, filter: { ...visitPage.filter, modes: [], text: '贴息' } }),
    ),
    await answer('matrix of a quarter, 100,000 visits', 200, () =>
      workspace.call('environment.matrix', { period: `${benchYear}Q3` }),
    ),
    await answer('the four streams of the home page, 100,000 leads and visits', 500, () =>
      workspace.call('home.overview', {}),
    ),
    await answer('今天: what is due and waiting', 200, () =>
      workspace.call('home.today', { view: 'all', personId: null }),
    ),
  ]
}
