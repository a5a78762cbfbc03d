import type { RuleRow } from '../scoring/contract'

/** What is wrong with a rule document, by the check's own word; a place goes before it. */
export const ruleProblems: Readonly<Record<string, string>> = {
  componentIdsRepeat: '项目编号重复',
  componentUnknown: '没有这个项目',
  peersDiffer: '同一指标不能既在本类比、又在全区比',
  defaultNotOption: '默认值不在可选项里',
  ruleDiffers: '默认值与规则里的写法不一致',
  invalid_type: '缺少内容，或者内容的类型不对',
  invalid_format: '格式不对',
  invalid_value: '不在可选范围内',
  invalid_union: '规则类型不认识',
  invalid_key: '名称不符合要求',
  invalid_element: '内容不对',
  not_multiple_of: '数值不对',
  unrecognized_keys: '有程序不认识的栏目',
  too_small: '没有填写，或者太小',
  too_big: '太长，或者太大',
  custom: '内容不符合要求',
}

export const ruleStatusLabels: Readonly<Record<RuleRow['status'], string>> = {
  draft: '本地草稿',
  issued: '已启用',
  retired: '已停用',
}

export const ruleSourceLabels: Readonly<Record<RuleRow['source'], string>> = {
  shipped: '程序自带',
  own: '本机',
  package: '区里下达',
}

export const ruleKindLabels: Readonly<Record<RuleRow['kind'], string>> = { scheme: '考核办法', awards: '奖励办法' }

/** Words of rules and their trial. */
export const ruleTerms = {
  ownUnit: (asOf: string) => `本单位（截至${asOf}）`,
  unitOf: (unit: string, period: string) => `${unit}（${period}）`,
  total: '总分',
  rank: '名次',
  none: '—',
  place: (rank: number) => `第${rank}名`,
  award: (name: string, group: string) => (group === '' ? name : `${name}（${group}）`),
  winner: '列入',
  noWinner: '未列入',
  received: '区里下达',
  imported: '从规则文件导入',
  receivedState: { added: '新增', issued: '由本地草稿改为启用', unchanged: '未变', stale: '已有更新版本，未采用' },
  row: ({ kind, name, documentId, version, effectiveFrom, status, source, isInForce }: RuleRow) =>
    [
      ruleKindLabels[kind],
      name,
      documentId,
      version,
      `${effectiveFrom}起`,
      isInForce ? '现行' : ruleStatusLabels[status],
      ruleSourceLabels[source],
    ].join('\t'),
  nothing: '没有考核规则。',
  savedAs: (status: RuleRow['status']) => `已保存（${ruleStatusLabels[status]}）。`,
  noJson: '不是规则文件',
  unknownKeys: (problem: string, keys: readonly string[]) => `${problem}：${keys.join('、')}`,
  tried: (compared: number, changes: number) => `试算了${compared}个结果，${changes}个会变。`,
  change: (subject: string, what: string, from: string, to: string) => `${subject}\t${what}\t${from} → ${to}`,
} as const
