import type { Assignment } from '../assignments/contract'
import type { Task } from '../assignments/task'
import { formatMoney, type Fen } from '../core/money'
import type { RevenueProgress } from '../revenue/contract'
import type { ProjectBand } from '../projects/record'
import type { ScoreResult } from '../scoring/result'
import type { ImportCounts } from '../tables/contract'
import { dueText, lateText, taskStateLabels } from './tasks'
import { hundredMillionLabel, projectBandLabels } from './projects'

interface BandCounts {
  readonly bands: readonly { readonly band: ProjectBand; readonly count: number }[]
  readonly aboveHundredMillion: number
  readonly unknown: number
}

/** What the command line says to people; with --json it prints the document alone. */
export const cliText = {
  usage: `用法：
  init --bureau 名称 --category 1..4 --year 年度 [--alias 别名]… [--mode bureau|district]
  import 文件 [--kind 种类，如 findings、measures] [--sheet 工作表] [--rows all|valid] [--dry-run]
  import undo 批次
  assignments [--stream 工作线] [--year 年度]
  tasks [--from 日期] [--to 日期]
  workdays add 日期 天数 · workdays list 年度
  visits coverage --quarter 2022Q3
  revenue progress [--year 年度]
  score --year 年度 [--stream investment] [--set 名称=数值]…
  projects bands [--year 年度]
  rectification stats [--by kind|status|source|year|department|type|program] [--rounding halfUp|truncate] [--decimals 0|1|2]
  summary --period 2022Q3 --out 文件夹 [--formats xlsx,docx]
  check
  sample load|remove
共用：--data 文件夹 · --as-of 日期 · --actor 姓名 · --json`,
  valueMissing: (name: string) => `--${name} 后面缺少正确的值。`,
  manualReference: '命令行录入的区级评定',
  initialised: (bureau: string, folder: string) => `已建立“${bureau}”的台账：${folder}`,
  imported: (kind: string, sheet: string, counts: ImportCounts, isApplied: boolean, batchId: string | null) =>
    `${kind}（${sheet}）：读到${counts.read}行，新增${counts.added}，更新${counts.updated}，不变${counts.unchanged}，` +
    `拟撤销${counts.withdrawn}，需处理${counts.rejected}，忽略${counts.skipped}。${isApplied ? `已写入${batchId === null ? '（没有变化）' : `，批次 ${batchId}`}` : '没有写入'}`,
  undone: (reverted: number, kept: number) =>
    `已撤销${reverted}条${kept > 0 ? `，${kept}条导入后被改过，已保留` : ''}。`,
  workdays: (year: number, count: number) => `${year}年共${count}个工作日`,
  checked: (isWhole: boolean, entries: number) => (isWhole ? `数据完好，修改记录${entries}条。` : '数据校验没有通过。'),
  sample: (isLoaded: boolean) => (isLoaded ? '已载入示例数据。' : '已清除示例数据。'),
  assignment: (item: Assignment) =>
    [
      item.code,
      item.task,
      item.indicator,
      `${item.target ?? '—'}${item.target === null ? '' : item.unit}`,
      item.dueOn ?? item.due.text,
    ].join('\t'),
  task: (task: Task) =>
    [task.code, task.title, dueText(task), taskStateLabels[task.state], task.submittedOn ?? '', lateText(task)].join(
      '\t',
    ),
  score: (result: ScoreResult) =>
    [
      `${result.schemeName}，截至${result.asOf}：${result.total ?? '—'}/${result.max ?? '—'}分${result.pending === '0' ? '' : `，待评${result.pending}分`}`,
      ...result.components.map(
        (item) => `  ${item.name}\t${item.points ?? '—'}${item.max === null ? '' : `/${item.max}`}\t${item.arithmetic}`,
      ),
    ].join('\n'),
  revenue: (progress: RevenueProgress) => {
    const amount = (fen: Fen): string => `${formatMoney(fen, 'tenThousand')}万元`
    const target = progress.targetFen === null ? '—' : amount(progress.targetFen)
    return [
      `${progress.year}年 区留成\t${amount(progress.bookedDistrictRetainedFen)} / ${target}\t${progress.rate ?? '—'}`,
      `收入金额\t${amount(progress.bookedGrossFen)}`,
      `目标来源\t${progress.targetSource}`,
    ].join('\n')
  },
  bands: (answer: BandCounts) =>
    [
      ...answer.bands.map(({ band, count }) => `${projectBandLabels[band]}\t${count}个`),
      `其中${hundredMillionLabel}\t${answer.aboveHundredMillion}个`,
      ...(answer.unknown > 0 ? [`没有总投资\t${answer.unknown}个`] : []),
    ].join('\n'),
  checkCode: (code: string) => `核对码：${code}`,
} as const
