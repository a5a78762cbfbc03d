import type { Satisfaction, VisitMode } from '../environment/record'
import type { VisitField } from '../tables/field-names'

export const visitTableLabels: Readonly<Record<VisitField, string>> = {
  personName: '包联干部',
  rank: '职务级别',
  enterpriseName: '企业名称',
  street: '所属街道',
  visitedOn: '走访日期',
  visitMode: '走访方式',
  demandText: '企业诉求',
  transferredOn: '转办日期',
  repliedOn: '答复日期',
  isSolved: '是否解决',
  satisfaction: '满意度',
  handling: '办理情况',
  topics: '走访内容',
  visitors: '同行人员',
}

/** Header texts that mean each field, best first. */
export const visitHeaders: Readonly<Record<VisitField, readonly string[]>> = {
  personName: ['包联干部', '走访干部', '走访人', '走访人员', '包联人', '服务干部', '包联领导'],
  rank: ['职务级别', '级别', '职级', '职务', '干部级别'],
  enterpriseName: ['企业名称', '走访企业', '包联企业', '包联企业名称', '走访企业名称', '服务企业', '企业', '单位名称'],
  street: ['所属街道', '街道', '所在街道', '所属街镇', '所属街道园区', '属地'],
  visitedOn: ['走访日期', '走访时间', '入企日期', '服务日期', '联系日期', '日期'],
  visitMode: ['走访方式', '服务方式', '联系方式', '方式', '走访形式'],
  demandText: ['企业诉求', '诉求', '企业问题', '问题诉求', '诉求内容', '反映问题', '存在问题', '企业困难'],
  transferredOn: ['转办日期', '转办时间'],
  repliedOn: ['答复日期', '答复时间', '回复日期', '办复日期'],
  isSolved: ['是否解决', '解决情况', '是否已解决', '是否办结'],
  satisfaction: ['满意度', '企业满意度', '是否满意', '满意情况'],
  handling: ['办理情况', '办理结果', '处理情况', '处理结果', '办理进展'],
  topics: ['走访内容', '服务内容', '走访情况', '工作内容', '备注'],
  visitors: ['同行人员', '陪同人员', '其他走访人员', '参加人员'],
}

/** Every word for the way of a visit; the first is the one offered. */
export const visitModeWords: Readonly<Record<VisitMode, readonly string[]>> = {
  onsite: ['实地', '实地走访', '上门', '入企', '现场', '上门走访', '入企走访', '面对面'],
  phone: ['电话', '电话走访', '电话联系', '电话沟通', '电话服务'],
  online: ['线上', '线上走访', '微信', '视频', '网上', '线上联系', '微信联系', '视频连线'],
}

export const satisfactionWords: Readonly<Record<Satisfaction, readonly string[]>> = {
  satisfied: ['满意', '非常满意', '很满意', '是'],
  fair: ['基本满意', '比较满意', '较满意', '一般'],
  dissatisfied: ['不满意', '否', '很不满意'],
}

/** 「无」 in the column 企业诉求: nothing was raised. */
export const noDemandWords: readonly string[] = [
  '无',
  '暂无',
  '没有',
  '无诉求',
  '暂无诉求',
  '无问题',
  '未反映',
  '未提出',
]
