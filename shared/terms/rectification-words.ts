import type { StatusWord } from '../rectification/record'

function word(label: string, status: StatusWord['status'], countsAsDone = false): StatusWord {
  return { label, status, countsAsDone, countsInDenominator: true }
}

/** Source: 巡视整改通报 「完成/基本完成/阶段性完成/未完成」; 基本完成 and 阶段性完成 are not in the numerator. */
export const inspectionWords: readonly StatusWord[] = [
  word('完成', 'done', true),
  word('已完成', 'done', true),
  word('完成整改', 'done', true),
  word('已整改', 'done', true),
  word('已落实', 'done', true),
  word('已销号', 'done', true),
  word('已推动整改', 'promoted', true),
  word('基本完成', 'basicallyDone'),
  word('基本整改', 'basicallyDone'),
  word('阶段性完成', 'phasedDone'),
  word('部分整改', 'phasedDone'),
  word('整改中', 'inProgress'),
  word('正在整改', 'inProgress'),
  word('推进中', 'inProgress'),
  word('持续推进', 'inProgress'),
  word('长期整改', 'longTerm'),
  word('持续整改', 'longTerm'),
  word('长期坚持', 'longTerm'),
  word('未完成', 'notDone'),
  word('未整改', 'notDone'),
  word('尚未整改', 'notDone'),
]

/** The words of audit offices; 已整改 is their first word for done. Source: domain §7. */
export const auditWords: readonly StatusWord[] = [
  word('已整改', 'done', true),
  word('已完成整改', 'done', true),
  word('整改完成', 'done', true),
  word('完成', 'done', true),
  word('已完成', 'done', true),
  word('已销号', 'done', true),
  word('已推动整改', 'promoted', true),
  word('基本完成', 'basicallyDone'),
  word('阶段性完成', 'phasedDone'),
  word('部分整改', 'phasedDone'),
  word('整改中', 'inProgress'),
  word('正在整改', 'inProgress'),
  word('推进中', 'inProgress'),
  word('长期整改', 'longTerm'),
  word('持续整改', 'longTerm'),
  word('未整改', 'notDone'),
  word('尚未整改', 'notDone'),
  word('未完成', 'notDone'),
]
