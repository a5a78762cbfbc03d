import type { RevenueSource, RevenueStatus } from '../revenue/record'
import type { RevenueField } from '../tables/field-names'

export const revenueTableLabels: Readonly<Record<RevenueField, string>> = {
  item: '收入事项',
  source: '来源类别',
  payer: '缴款单位',
  bookedOn: '入库日期',
  gross: '收入金额（万元）',
  districtRetained: '区留成（万元）',
  voucherNo: '凭证号',
  findingText: '关联审计问题',
  status: '状态',
  reversedOn: '冲回日期',
  reason: '原因',
  remark: '备注',
}

/** Header texts that mean each field, best first; matched without spaces, colons and units in brackets. */
export const revenueHeaders: Readonly<Record<RevenueField, readonly string[]>> = {
  item: ['收入事项', '事项名称', '收入项目', '收入事项名称', '收入名称', '事项'],
  source: ['来源类别', '收入来源', '来源', '线索来源', '收入类别', '来源类型'],
  payer: ['缴款单位', '缴纳单位', '上缴单位', '缴费单位', '付款单位', '缴款人', '涉及单位'],
  bookedOn: ['入库日期', '入库时间', '缴库日期', '缴库时间', '入国库日期', '缴款日期'],
  gross: ['收入金额', '入库金额', '缴库金额', '上缴金额', '缴款金额', '金额', '总额'],
  districtRetained: ['区留成', '区级留成', '区留成金额', '留成金额', '区级留成金额', '其中区留成'],
  voucherNo: ['凭证号', '凭证编号', '缴库凭证号', '缴款书号', '票据号', '凭证'],
  findingText: ['关联审计问题', '审计问题', '关联问题', '对应审计问题', '涉及审计问题'],
  status: ['状态', '进展状态', '办理状态', '入库状态', '是否入库'],
  reversedOn: ['冲回日期', '冲回时间', '退库日期'],
  reason: ['原因', '冲回原因', '放弃原因', '冲回或放弃原因'],
  remark: ['备注', '说明', '备注说明'],
}

/** Known in our own summary, derived and so not read. */
export const revenueDerivedHeaders = {
  cumulative: ['累计区留成', '累计留成'],
  rate: ['完成率', '完成率(%)', '完成比例'],
} as const

/** Every word for a focus area; the first is the one offered. */
export const revenueSourceWords: Readonly<Record<RevenueSource, readonly string[]>> = {
  lowExecution: [
    '预算执行率不足30%',
    '预算项目支出执行率不足30%',
    '预算执行率低',
    '执行率不足30%',
    '预算执行率低于30%',
    '执行率低',
  ],
  surplusUnpaid: ['结余资金未上缴', '结余资金', '结余未缴', '结余资金未缴', '存量资金未上缴', '存量资金'],
  staleAccounts: ['往来款长期挂账', '往来款挂账', '往来挂账', '往来款', '长期挂账'],
  idleAssets: [
    '国有资产（资源）闲置',
    '国有资产闲置',
    '资产闲置',
    '国有资源闲置',
    '闲置资产',
    '国有资产资源闲置',
    '国有资产、资源闲置',
  ],
  nonTaxUnpaid: ['非税收入未缴国库', '非税未缴国库', '非税未缴', '非税收入', '非税收入未上缴', '非税'],
  taxUnpaid: ['应缴税收未缴', '税收未缴', '应缴未缴税收', '应缴税收', '欠税', '税收'],
  waste: ['过紧日子不到位造成浪费', '过紧日子', '损失浪费', '过紧日子不到位', '浪费'],
  landUnused: ['已供未建土地项目未实施或缓慢', '已供未建', '已供未建土地', '已供地未建设', '土地闲置', '闲置土地'],
  other: ['其他', '其它', '其他收入'],
}

/** Every word for a status; the first is the one offered. */
export const revenueStatusWords: Readonly<Record<RevenueStatus, readonly string[]>> = {
  clue: ['线索', '待确认', '未入库', '跟进中'],
  confirmed: ['已确认', '确认', '待入库'],
  booked: ['已入库', '入库', '已缴库', '是'],
  reversed: ['已冲回', '冲回', '已退库', '退库'],
  dropped: ['已放弃', '放弃', '不再跟进'],
}
