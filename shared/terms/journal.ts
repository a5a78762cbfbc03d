import type { LeadState } from '../investment/states'
import type { ProjectExit, ProjectStage } from '../projects/record'
import { leadStateTerms } from './investment'
import { projectExitLabels, projectStageLabels } from './projects'

/** 修改记录: one Chinese sentence for each intent; `{name}` is replaced by the parameter of that name. */
const sentences = {
  'journal.undo': '撤销：{undone}',
  'journal.redo': '恢复：{undone}',
  'settings.initialise': '建立台账',
  'settings.saveBureau': '修改单位信息',
  'settings.saveGroups': '修改分组',
  'settings.importCalendar': '导入放假安排',
  'settings.loadSample': '载入示例数据',
  'settings.removeSample': '清除示例数据',
  'settings.choosePerson': '选定本机使用人',
  'settings.saveClock': '修改时限',
  'settings.saveView': '保存视图',
  'settings.removeView': '删除视图',
  'settings.closeYear': '年度结账',
  'settings.reopenYear': '重新打开年度',
  'settings.openYear': '转入新年度',
  'access.saveAccount': '设置登录人',
  'access.removeAccount': '取消登录人',
  'access.turnOff': '停用登录',
  'access.changePin': '修改口令',
  'access.recover': '用恢复码重设口令',
  'access.renewRecoveryCode': '换发恢复码',
  'access.setAutoLock': '修改自动锁定时间（分钟）',
  'access.fail': '口令输错',
  'access.signIn': '登录',
  'backup.restored': '从备份恢复',
  'backup.reverted': '退回恢复前',
  'backup.rescued': '从损坏的数据中抢救',
  'updates.prepare': '准备更新程序',
  'core.restoreDeleted': '从回收站恢复',
  'registry.savePerson': '保存人员',
  'registry.removePerson': '删除人员',
  'registry.saveSection': '保存科室',
  'registry.removeSection': '删除科室',
  'registry.handOver': '工作交接',
  'registry.saveEnterprise': '保存企业',
  'registry.removeEnterprises': '删除企业',
  'registry.mergeEnterprises': '合并企业',
  'registry.saveLinks': '修改包联干部',
  'assignments.saveProgress': '填写任务进展',
  'assignments.stepTask': '报送事项',
  'assignments.saveTask': '修改报送事项',
  'assignments.closeDigest': '看过今日提醒',
  'tables.import': '导入表格',
  'tables.undo': '撤销导入',
  'tables.editRows': '表格编辑',
  'investment.save': '保存线索',
  'investment.recordFacts': '登记线索的区级认定',
  'investment.end': '结束线索',
  'investment.remove': '删除线索',
  'investment.addFollowUp': '登记跟进',
  'investment.removeFollowUp': '删除跟进',
  'investment.setPlatformOpening': '登记招商平台上线日期',
  'investment.tickBackfill': '勾选已补录的字段',
  'investment.finishBackfill': '登记补录',
  'attachments.add': '添加附件',
  'attachments.remove': '删除附件',
  'briefs.save': '登记工作信息',
  'briefs.remove': '删除工作信息',
  'briefs.saveTraining': '登记培训',
  'briefs.removeTraining': '删除培训',
  'environment.savePolicy': '登记惠企政策',
  'environment.removePolicy': '删除惠企政策',
  'environment.setTold': '登记告知企业',
  'environment.saveVisit': '登记走访',
  'environment.removeVisits': '删除走访',
  'environment.saveDemand': '登记企业诉求',
  'environment.removeDemand': '删除企业诉求',
  // Names of earlier versions, which stand in the journals of that time.
  'investment.addAttachment': '添加附件',
  'investment.removeAttachment': '删除附件',
  'investment.saveBrief': '登记工作信息',
  'investment.removeBrief': '删除工作信息',
  'investment.saveTraining': '登记培训',
  'investment.removeTraining': '删除培训',
  'revenue.save': '保存收入事项',
  'revenue.move': '登记收入进展',
  'revenue.remove': '删除收入事项',
  'revenue.acceptClues': '登记预算表提出的线索',
  'revenue.saveTip': '登记涉收入信息传递',
  'revenue.answerTip': '登记传递答复',
  'revenue.removeTip': '删除涉收入信息传递',
  'projects.save': '保存项目',
  'projects.fromLead': '落地线索转为项目',
  'projects.moveStage': '登记项目阶段',
  'projects.setStageDay': '更正项目阶段日期',
  'projects.exit': '暂缓或终止项目',
  'projects.resume': '恢复推进项目',
  'projects.leavePool': '项目出库',
  'projects.enterPool': '项目重新入库',
  'projects.remove': '删除项目',
  'projects.savePermit': '登记项目手续',
  'projects.removePermit': '删除项目手续',
  'projects.saveProblem': '登记项目问题',
  'projects.removeProblem': '删除项目问题',
  'projects.saveVisit': '登记项目走访',
  'projects.removeVisit': '删除项目走访',
  'projects.keepDispatch': '留存半月调度表',
  'rectification.saveProgram': '保存整改来源',
  'rectification.removeProgram': '删除整改来源',
  'rectification.saveFinding': '保存问题',
  'rectification.removeFindings': '删除问题',
  'rectification.step': '登记整改环节',
  'rectification.close': '对账销号',
  'rectification.addProgress': '登记整改进展',
  'rectification.savePoint': '保存问题表现',
  'rectification.removePoint': '删除问题表现',
  'rectification.saveMeasure': '保存整改措施',
  'rectification.removeMeasure': '删除整改措施',
  'rectification.setMeasureStatus': '登记措施进展',
  'rectification.saveAmount': '保存整改金额',
  'rectification.saveRule': '登记建章立制',
  'rectification.saveAccountability': '登记追责问责',
  'rectification.removePart': '删除整改附项',
  'rectification.addEvidence': '添加佐证材料',
  'rectification.removeEvidence': '删除佐证材料',
  'rectification.saveRoles': '修改整改分工',
  'rectification.learnStatusWord': '认定状态用语',
  'rectification.keepNotice': '按通报建立问题清单',
  'rectification.planLookBack': '安排回头看',
  'rectification.recordLookBack': '登记回头看',
  'rectification.removeLookBack': '取消回头看',
  'rectification.drawSample': '抽查回头看',
  'rectification.decideRecurrence': '判定屡审屡犯',
  'rectification.issueLetter': '发出督办文书',
  'rectification.issueReport': '出具整改报告',
  'rectification.recordSent': '登记报告报送',
  'rectification.removeSent': '取消报告报送登记',
  'reports.saveEdit': '手工修改报表',
  'reports.dropEdit': '撤销报表的手工修改',
  'reports.setNil': '勾选或取消“本期无新增”',
  'scoring.recordManual': '登记区里给定的分值',
  'exchange.makeKey': '生成本机密钥',
  'exchange.trustKey': '信任密钥',
  'exchange.revokeKey': '停用密钥',
  'exchange.send': '生成上报包{name}',
  'exchange.accept': '接收{title}（{name}）',
  'exchange.saveObjection': '对“{title}”提出异议',
  'exchange.dropObjection': '撤回异议',
  'exchange.merge': '合并同事的修改',
  'exchange.decide': '处理冲突',
  'exchange.saveSettings': '设置文件交换',
  'district.saveUnit': '保存单位',
  'district.removeUnit': '删除单位',
  'district.savePeriod': '设置报送期间',
  'district.receive': '接收上报',
  'district.decideCheck': '处理核验问题',
  'district.saveVerdicts': '核定',
  'district.dropVerdicts': '取消核定',
  'district.setReturned': '退回重报',
  'district.setReviewed': '核验完毕',
  'district.saveFigure': '评定分值',
  'district.saveVeto': '登记一票否决',
  'district.removeVeto': '取消一票否决',
  'district.lock': '锁定期间',
  'district.reopen': '解除锁定',
  'district.publish': '公布结果',
  'district.answerObjection': '答复异议',
  'district.issue': '下发文件',
  'scoring.saveRule': '保存考核规则',
  'scoring.issueRule': '启用考核规则',
  'scoring.retireRule': '停用考核规则',
} as const

const kinds: Readonly<Record<string, string>> = {
  assignments: '任务',
  leads: '招商线索',
  briefs: '工作信息',
  trainings: '培训',
  projects: '项目',
  revenue: '收入台账',
  enterprises: '包联企业',
  visits: '走访记录',
  findings: '整改问题',
  measures: '整改措施',
  units: '单位名册',
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function stateLabel(state: string): string {
  if (Object.hasOwn(projectStageLabels, state)) return projectStageLabels[state as ProjectStage]
  if (Object.hasOwn(projectExitLabels, state)) return projectExitLabels[state as ProjectExit]
  // Written by the service from the closed list; an unknown word of a newer version shows as it is.
  return Object.hasOwn(leadStateTerms, state) ? leadStateTerms[state as LeadState].label : state
}

function isKnown(intent: string): intent is keyof typeof sentences {
  return Object.hasOwn(sentences, intent)
}

function detailsOf(params: Readonly<Record<string, unknown>>): string {
  const name = textOf(params['title']) || textOf(params['name']) || textOf(params['fileName'])
  const to = textOf(params['to'])
  const step = textOf(params['step'])
  const kind = textOf(params['kind'])
  const count = textOf(params['count'])
  const value = textOf(params['value'])
  return [
    name && `“${name}”`,
    to && `→ ${stateLabel(to)}`,
    step && `→ ${step}`,
    kind && (kinds[kind] ?? kind),
    count && `${count}条`,
    value && `：${value}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** What was done, as a sentence; `undone` is the intent that an undo took back, where it is known. */
export function journalText(
  intent: string,
  params: Readonly<Record<string, unknown>>,
  undone: { readonly intent: string; readonly params: Readonly<Record<string, unknown>> } | null = null,
): string {
  if (!isKnown(intent)) return intent === '' ? '其他操作' : `其他操作（${intent}）`
  if (intent === 'journal.undo' && undone?.intent === 'journal.undo') return '恢复刚才撤销的操作'
  const taken = undone ? journalText(undone.intent, undone.params) : '上一步'
  const sentence = sentences[intent].replace('{undone}', taken)
  if (intent === 'journal.undo' || intent === 'journal.redo') return sentence
  const details = detailsOf(params)
  return details === '' ? sentence : `${sentence} ${details}`
}
