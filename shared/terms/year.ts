import type { OpenKind } from '../settings/year-contract'

/** 年度结账与结转: what is still open, in the office's words. */
export const openKindLabels: Readonly<Record<OpenKind, string>> = {
  tasks: '没有报送的事项',
  conflicts: '冲突箱里没有处理的冲突',
  returnedLines: '区里退回、没有改报的内容',
  findings: '没有销号的整改问题',
  projects: '在库的项目',
  leads: '没有落地、没有终止的线索',
  problems: '没有解决的项目问题',
  demands: '没有办结的企业诉求',
  tips: '没有答复的信息传递',
  clues: '没有入库的收入线索',
}
