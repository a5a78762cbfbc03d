import type { Assignment } from '../assignments/contract'
import type { Task } from '../assignments/task'
import { formatMoney, type Fen } from '../core/money'
import type { Failure } from '../core/result'
import type { RevenueProgress } from '../revenue/contract'
import type { ProjectBand } from '../projects/record'
import type { ScoreResult } from '../scoring/result'
import type { ImportCounts } from '../tables/contract'
import { dueText, lateText, taskStateLabels } from './tasks'
import type { PackageKind, Verification } from '../exchange/manifest'
import { packageKindLabels, verificationLabels } from './exchange-keys'
import { hundredMillionLabel, projectBandLabels } from './projects'

interface BandCounts {
  readonly bands: readonly { readonly band: ProjectBand; readonly count: number }[]
  readonly aboveHundredMillion: number
  readonly unknown: number
}

interface PackageLine {
  readonly kind: PackageKind
  readonly unit: string
  readonly period: string | null
  readonly edition: number
  readonly sequence: number
  readonly verification: Verification
  readonly fingerprint: string | null
}

interface IdentityLine {
  readonly unit: string
  readonly deviceLabel: string
  readonly fingerprint: { readonly digits: string; readonly words: string }
}

/** What the command line says to people; with --json it prints the document alone. */
/** Counts of a package that was taken over. */
const packageCountLabels: Readonly<Record<string, string>> = {
  lines: '共',
  accepted: '通过',
  adjusted: '核定调整',
  returned: '退回',
  leads: '项目类别',
  figures: '评定分值',
  answers: '异议答复',
  added: '新增',
  updated: '更新',
  deleted: '删除',
  unchanged: '不变',
  withdrawn: '撤销',
  rejected: '不合格',
  issued: '启用',
  stale: '旧版',
  operations: '修改',
  conflicts: '冲突',
  files: '附件',
  missingFiles: '缺少附件',
}

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
  summary --period 2022Q3 --out 文件夹 [--formats xlsx,docx,package] [--with-contacts] [--passphrase 密码]
  district units list · district units import 文件
  district period 2022Q3 [--due 日期]
  district accept 文件夹 --period 2022Q3 [--trust-new]
  district reminders --period 2022Q3 [--out 文件夹]
  district template --period 2022Q3 --out 文件夹 [--unit 单位]
  district check --period 2022Q3
  district decide --period 2022Q3 --check 编号 --decision adopted|dismissed|first|second|shared|split [--reason 理由]
  district decide --period 2022Q3 --unit 单位 --line 行 --verdict accepted|adjusted|returned [--value 核定值] [--reason 理由]
  district review --period 2022Q3 [--unit 单位] [--done]
  district figure --unit 单位 --year 年度 --component 项目 --value 分值 --doc 依据
  district assign 任务分解表 --out 文件夹
  district receipts --period 2022Q3 --out 文件夹
  district publish --period 2022Q3 [--final] [--note 更正说明] [--out 文件夹] [--anonymous]
  district objections --period 2022Q3 · district answer 异议编号 --accept|--reject --text 答复 [--value 核定值]
  district rules --year 年度 --out 文件夹 · district calendar 年度… --out 文件夹
  district rank --period 2022Q3 · district awards --period 2022Q3
  district lock --period 2022Q3 · district reopen --period 2022Q3 --reason 理由
  rules list [--year 年度] · rules try 文件
  rules import 文件 [--reason 理由] · rules issue 办法编号 版本 --reason 理由
  package inspect 文件 [--passphrase 密码]
  package accept 文件 [--dry-run] [--trust-new] [--unsigned] [--passphrase 密码]
  package identity [--out 文件夹]
  colleague send --out 文件夹 [--to 电脑编号] [--with-files] [--passphrase 密码]
  colleague sync [--folder 共享文件夹] · colleague devices
  colleague conflicts · colleague decide 编号 --side 序号|both
  backup create · backup list [--folder 文件夹]
  backup verify 备份 · backup restore 备份
  check
  sample load|remove
共用：--data 文件夹 · --as-of 日期 · --actor 姓名 · --json
启用登录后：--actor 写登录人，口令放在环境变量 SIZHUA_PIN 里，或从标准输入给一行`,
  valueMissing: (name: string) => `--${name} 后面缺少正确的值。`,
  manualReference: '命令行录入的区级评定',
  initialised: (bureau: string, folder: string) => `已建立“${bureau}”的台账：${folder}`,
  /** What was asked of a package and answered on the command line; null for everything else. */
  packageAnswered: ({ code, params }: Failure): string | null => {
    if (code === 'signerUnknown')
      return `已信任“${params['unit']}”的密钥，指纹 ${params['fingerprint']}。请打电话与对方核对。`
    return code === 'packageUnsigned' ? '这份文件没有签名，已按要求导入，并标明“未签名”。' : null
  },
  packageAccepted: (kind: string, unit: string, counts: Readonly<Record<string, number>>, isApplied: boolean) =>
    `${kind}（${unit}）：${Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${packageCountLabels[name] ?? name}${count}`)
      .join('，')}。${isApplied ? '已接收。' : '没有改动。'}`,
  packageSentBefore: (edition: number) => `内容与第${edition}版相同，没有生成新的一版；已把第${edition}版再存一份。`,
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
  package: (about: PackageLine) =>
    [
      `${packageKindLabels[about.kind]}\t${about.unit}\t${about.period ?? '—'}\t第${about.edition}版\t序号${about.sequence}`,
      `${verificationLabels[about.verification]}${about.fingerprint === null ? '' : `，指纹 ${about.fingerprint}`}`,
    ].join('\n'),
  identity: (own: IdentityLine) =>
    [`${own.unit}\t${own.deviceLabel}`, `指纹 ${own.fingerprint.digits}`, own.fingerprint.words].join('\n'),
} as const
