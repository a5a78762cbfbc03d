import type { ErrorCode } from '../core/error-codes'

/** What a refusal tells the person: 发生了什么 — 影响 — 怎么办. `{name}` is replaced by the parameter of that name. */
const sentences: Readonly<Record<ErrorCode, string>> = {
  // core
  unexpected:
    '程序遇到了没有预料到的问题（编号 {incident}）。本次操作没有完成，数据没有改动。请重试；仍不行时，把编号告诉技术支持。',
  cancelled: '已取消，数据没有改动。',
  invalidInput: '填写的内容不符合要求（{detail}）。没有保存，请改正后再试。',
  invalidDate: '“{value}”不是有效日期。没有保存，请按“2022年3月31日”的写法填写。',
  notFound: '没有找到这条记录，可能已被删除或撤销。请返回列表刷新后再试。',
  // settings and store
  alreadyInitialised: '这个文件夹里已经有一份台账，没有新建。请直接打开，或换一个文件夹。',
  notInitialised: '还没有建立本单位的台账。请先填写单位、类别和年度（命令行用 init）。',
  storeMissing: '文件夹“{folder}”里没有台账数据。没有新建任何文件。请检查文件夹，或先建立台账。',
  storeNewer:
    '这份数据由更新的版本建立（数据版本{found}，本程序只认识到{known}），不能打开，以免损坏。请用U盘更新软件。',
  storeLocked: '台账正被另一个程序或另一位用户打开（{holder}）。请先在那边关闭，再重试。',
  storeDamaged: '数据文件校验没有通过（{detail}）。软件已停止写入，原文件保留。请用最近的备份恢复，或联系技术支持。',
  storeOnNetworkShare: '数据不能放在共享文件夹（{folder}）里直接打开，容易损坏。请放在本机硬盘。',
  storeNotOurs: '“{folder}”里的数据文件不是四抓台账的数据。没有改动，请换一个文件夹。',
  folderNotWritable: '文件夹“{folder}”不能写入（{detail}）。没有保存，请换一个文件夹或检查权限。',
  diskFull: '磁盘空间不足，这次没有写入。已有数据完好，请清理磁盘后再试。',
  backupFailed: '升级前的备份没有做成（{detail}），所以没有升级，数据没有改动。请检查磁盘空间后再试。',
  saveFailed: '刚才的修改没有存上（{detail}）。内容还在屏幕上，请不要关闭窗口，稍后重试。',
  changedMeanwhile: '这条记录刚被别处改过。您的修改没有保存，请刷新后再填。',
  nothingToUndo: '没有可以撤销的操作。',
  nothingToRedo: '没有可以恢复的操作。',
  alreadyUndone: '这次操作已经撤销过了，没有再改动。',
  undoConflict: '有{count}条记录后来又被改过，没有撤销。可以保留这些、撤销其余，或全部撤销。',
  calendarMissing: '还没有{year}年放假安排，不能确定工作日。请导入放假安排后再算。',
  calendarInvalid: '放假安排文件内容不对（{detail}）。没有导入，请检查后再试。',
  calendarYearMissing: '还没有{year}年放假安排，不能列出工作日。请先导入该年的放假安排。',
  sampleAlreadyLoaded: '示例数据已经在里面了，没有重复载入。',
  sampleNotEmpty: '台账里已有正式数据，没有载入示例，以免混在一起。',
  // tables
  fileNotFound: '找不到文件“{file}”，可能已被移走或改名。数据没有改动，请重新选择。',
  fileEmpty: '这个文件是空的（0字节），可能拷贝中断。数据没有改动，请重新拷贝或让对方重发。',
  fileTooLarge: '这个文件有{size}，超过{limit}的上限，没有读取。请删去多余的工作表或图片后再导入。',
  fileNotWorkbook: '这个文件不是表格。数据没有改动，请让对方发 .xlsx、.xls 或 .csv。',
  fileIsDocument: '这个文件不是表格（是{format}）。数据没有改动，请让对方发 .xlsx、.xls 或 .csv。',
  fileIsWebPage: '这个文件其实是网页，不是表格，可能是登录过期时下载的。数据没有改动，请重新登录后再下载。',
  fileEncrypted: '表格有打开密码，无法读取。数据没有改动，请先在WPS中取消密码，再导入。',
  fileDamaged: '表格文件已损坏或不完整，无法读取。数据没有改动，请重新拷贝，或在WPS中打开后另存为 .xlsx。',
  fileExpandsTooMuch:
    '这个文件展开后过大（疑似异常文件），为安全起见没有读取。数据没有改动，请让对方在WPS中另存为 .xlsx 后重发。',
  fileHasEntities:
    '这个文件里有不该出现在表格中的外部定义，为安全起见没有读取。数据没有改动，请让对方在WPS中另存为 .xlsx 后重发。',
  fileTimedOut: '读取这个文件用时过长，已停止。数据没有改动，请删去多余的行和工作表后再试。',
  fileOldBiff: '这是很早的表格格式，无法可靠读取。数据没有改动，请在WPS中打开后另存为 .xlsx。',
  fileNoRows: '表格里没有可读的内容。数据没有改动，请检查是否选错了文件或工作表。',
  headerNotFound: '没找到表头。数据没有改动，请指定表头所在的行，或检查是否选错了工作表。',
  kindNotRecognised: '看不出这是哪一种表。数据没有改动，请选择表的种类或指定表头所在的行。',
  kindNotSupported: '还不能导入“{kind}”这种表。可以导入：{known}。',
  sheetNotFound: '文件里没有名为“{sheet}”的工作表。现有：{sheets}。',
  rowsRejected: '有{count}行需要处理，所以一行也没有写入。请改正这些行，或选择只导入正确的{valid}行。',
  nothingToImport: '没有可以导入的行，数据没有改动。',
  previewExpired: '预览已失效，数据没有改动。请重新选择文件。',
  fileTooManyCells:
    '表格太大，超过{rowLimit}行、{columnLimit}列的上限，没有读取。数据没有改动，请删去多余的行和列，或拆成几个文件后再导入。',
  fileNotReadable: '无法打开文件“{file}”，可能正被别的程序占用，或没有读取权限。数据没有改动，请关闭该文件后重试。',
  // investment
  transitionNotAllowed: '线索现在是“{from}”，不能直接改为“{to}”。没有保存，请按顺序补齐前面的环节。',
  leadNeedsFields: '还缺：{fields}。没有保存，请补齐后再试。',
  leadFactOrder: '{later}（{laterOn}）早于{earlier}（{earlierOn}）。没有保存，请核对日期。',
  leadNeedsDocument: '这是区级认定的事实，要注明依据（文号、回复或截图名称）。没有保存，请填写依据。',
  leadNotEffective: '还不能算“有效”：缺少{missing}。补上后自动计分。',
  landingOutsideDistrict: '不是在本区注册，不能记为“落地”。没有保存；按“未落地”计分。',
  landingNeedsCompany: '记“落地”要填写注册公司名称、统一社会信用代码和注册日期，现在缺{field}。没有保存，请补齐。',
  leadIsDuplicate: '已有同一家企业的线索“{title}”（{filedOn}）。如确实不同，请选“不是同一家，继续”。',
  leadFactInFuture: '{fact}（{on}）晚于今天（{asOf}）。没有保存，请核对日期。',
  landingOtherYear:
    '落地日期{landedOn}不在备案的{year}年，按办法不计入{year}年“已落地”，按“未落地”计分。登记日期可以保留。',
  roleNotAllowed: '改为“{to}”要由专项组组长登记。没有保存，请组长操作。',
  attachmentTooLarge: '附件“{name}”有{size}，超过{limit}的上限，没有保存。',
  attachmentMissing: '附件“{name}”的文件不见了（{sha256}）。其他内容不受影响，请从备份找回后重新添加。',
  attachmentAltered: '附件“{name}”的内容和登记时不一致，没有打开。请从备份找回原件。',
  // scoring
  schemeMissing: '区里还没有下达{year}年第{category}类单位的考核办法，只显示完成情况，不计分。',
  schemeInvalid: '这份考核办法文件有误（{at}：{problem}），没有采用。原来的办法不变，请向下发单位索取正确的文件。',
  componentUnknown: '考核办法里没有“{component}”这一项。没有保存，可用的有：{known}。',
  parameterUnknown: '考核办法里没有“{parameter}”这个口径。没有保存，可用的有：{known}。',
  parameterValueUnknown: '口径“{parameter}”不能取“{value}”。没有保存，可用的有：{known}。',
  manualInvalid: '“{name}”要填数字，“{value}”不是数字。没有保存，请按区里给出的分值填写，如 18 或 18.5。',
  manualAboveMax: '“{name}”最高{max}分，填写的是{value}分。没有保存，请核对区里给出的分值。',
  manualNegative: '“{name}”不能是负数，填写的是{value}分。没有保存，请核对区里给出的分值。',
  manualNotAllowed: '“{name}”由系统按记录计算，不能直接填分。没有保存，请修改对应的记录。',
  // reports
  periodInvalid: '“{period}”不是有效的季度。请写成“2022Q3”。',
  targetInUse: '“{file}”正被别的程序打开，无法覆盖。已另存为“{saved}”。',
  formatUnknown: '不认识的导出格式“{format}”。可用的有：{known}。',
  nothingToReport: '这个季度没有可写的记录。请先登记或导入。',
}

/** The sentence for a refusal, with its values filled in. */
export function messageText(code: ErrorCode, params: Readonly<Record<string, string | number>> = {}): string {
  return sentences[code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined ? whole : String(value)
  })
}
