import type { LeadClass, LeadEnding } from '../investment/record'
import type { LeadFieldName, LeadState } from '../investment/states'
import { term, type Term } from './term'

const scheme = '实施方案 抓招商'
const planTemplate = '区统一项目投资计划模板'

/** Fields of a lead, used by forms, tables, file headers, previews and messages alike. */
export const leadTerms: Readonly<Record<LeadFieldName, Term>> = {
  id: term('编号', '程序内部的编号。'),
  title: term('项目信息名称', '这条招商线索的名称。'),
  investorName: term('投资方', '拟投资企业或个人的全称。', `${scheme} 信息填报`),
  investorRegion: term('投资方所在地', '投资方注册所在的省、市。', `${scheme} 指标定义⑤⑥`),
  investorNature: term('投资方性质', '法人或自然人。'),
  investorProfile: term('投资方情况', '投资方的主业、规模、资质等基本情况。', `${scheme} 信息填报`),
  intention: term('投资意向', '投资方想做什么、在哪里做。', `${scheme} 信息填报`),
  expectedBenefit: term('预期收益', '预计带来的税收、产值等收益。', `${scheme} 信息填报`),
  constructionPlan: term('建设规划', '项目的建设内容与安排。', planTemplate),
  investmentIntensity: term('投资强度', '单位面积或单位规模的投资额。', planTemplate),
  expectedRevenue: term('预期营收', '达产后预计的营业收入。', planTemplate),
  headcount: term('人员规模', '预计的用工人数。', planTemplate),
  shareholdings: term('持股情况', '各持股方及比例；持股超过50%或最高的一方决定项目类别。', `${scheme} 指标定义③—⑥`),
  sourcePerson: term('提供人', '提供线索的同事或岗位。'),
  contact: term('联系方式', '投资方的联系人与电话。'),
  proposedClass: term('拟报类别', '本单位认为应属的类别，最终以区里认定为准。'),
  oaReference: term('OA编号', '平台上线前通过OA报送的编号。', `${scheme} 平台上线前可通过OA报送`),
  filedOn: term('备案日期', '如实填报的日期；平台上线前以OA报送日期为准。', `${scheme} 指标定义①`),
  backfilledOn: term('补录日期', '平台上线后补录的日期；不影响备案日期。', `${scheme} 待平台上线后进行补录`),
  backfilledFields: term('已补录的字段', '已经照着录入招商平台的字段。', `${scheme} 待平台上线后进行补录`),
  handler: term('承办人', '手头跟进这条线索的人；提供人不变。'),
  remark: term('备注', ''),
  platformNo: term('平台编号', '区招商平台给出的编号。'),
  certifiedOn: term('认证日期', '区合作交流办线上认证的日期。', `${scheme} 指标定义①`),
  contactedOn: term('对接日期', '街道园区与投资方直接联系的日期。', `${scheme} 指标定义①`),
  acceptedOn: term('接收日期', '街道园区线上确认接收的日期。', `${scheme} 指标定义①`),
  acceptedBy: term('接收街道园区', '确认接收的街道或园区。', `${scheme} 指标定义①`),
  districtClass: term('项目类别', '区里认定的类别，决定计多少个指标。', `${scheme} 指标定义③—⑥`),
  landedOn: term('注册日期', '在本区注册公司的日期；须与备案在同一年。', `${scheme} 指标定义②`),
  companyName: term('注册公司名称', '落地时在本区注册的公司。', `${scheme} 指标定义②`),
  creditCode: term('统一社会信用代码', '18位，最后一位是校验位。', 'GB 32100-2015'),
  registeredCapital: term('注册资本', '注册公司的注册资本。', '', '万元'),
  isRegisteredInDistrict: term('是否在本区注册', '只有在本区注册的才算落地。', `${scheme} 指标定义②`),
  documentReference: term('依据', '区级认定所依据的文号、回复或台账。'),
  duplicateOf: term('与哪条重复', '与另一条线索是同一件事；只计一次。'),
  ending: term('结束方式', '撤回、终止洽谈或被撤销。'),
  endedOn: term('结束日期', '结束方式生效的日期。'),
  endingReason: term('原因', '结束或认定无效的原因。'),
  isSample: term('示例', '示例数据，可一键清除。'),
  createdAt: term('录入时间', ''),
  updatedAt: term('修改时间', ''),
}

/** 跟进 of a lead, as messages name its fields. */
export const followUpTerms = { happenedOn: '跟进日期', text: '跟进内容' } as const

export const investorNatureLabels = { legalPerson: '法人', naturalPerson: '自然人' } as const

export function leadFieldLabel(field: LeadFieldName): string {
  return leadTerms[field].label
}

/** States, with the sentence that defines each. */
export const leadStateTerms: Readonly<Record<LeadState, Term>> = {
  draft: term('线索', '已登记，还没有填报备案。'),
  filed: term('已备案', '已如实填报，等待线上认证。', `${scheme} 指标定义①`),
  certified: term('已认证', '已经线上认证，等待街道园区对接。', `${scheme} 指标定义①`),
  contacted: term('已对接', '街道园区已直接联系投资方，等待确认接收和类别认定。', `${scheme} 指标定义①`),
  effective: term('有效', '如实填报、线上认证、直接联系、街道园区线上确认接收四项齐全。', `${scheme} 指标定义①`),
  landed: term('落地', '备案的项目当年在本区注册公司。', `${scheme} 指标定义②`),
  invalid: term('无效', '区里认定为无效，计0个指标。', `${scheme}（1）①`),
  revoked: term('已撤销', '区里撤销了原来的认定，从撤销之日起计0个指标。'),
  dormant: term('终止洽谈', '不再洽谈；已计的备案指标保留。'),
  withdrawn: term('已撤回', '成为有效之前由本单位撤回，不计指标。'),
}

export function leadStateLabel(state: LeadState): string {
  return leadStateTerms[state].label
}

/** Classes as the district names them. */
export const leadClassTerms: Readonly<Record<LeadClass, Term>> = {
  highQuality: term('高质量项目', '500强、央企二三级子公司或上市公司主要投资，并在本区注册。', `${scheme} 指标定义③`),
  beijing: term('北京项目', '投资方在北京；办法没有另给定义，以区里认定为准。', `${scheme}（1）①`),
  nationalHiTech: term('国高新项目', '国家高新技术企业持股超过50%或持股最高，并在本区注册。', `${scheme} 指标定义④`),
  outOfCity: term('市外优质', '市外投资方主要投资，并在本区注册。', `${scheme} 指标定义⑤`),
  inCity: term('市内优质', '市内投资方主要投资，并在本区注册。', `${scheme} 指标定义⑥`),
  invalid: term('无效', '区里认定为无效的信息。', `${scheme}（1）①`),
  pending: term('待定', '区里还没有认定类别。'),
}

export function leadClassLabel(leadClass: LeadClass): string {
  return leadClassTerms[leadClass].label
}

export const leadEndingLabels: Readonly<Record<LeadEnding, string>> = {
  withdrawn: '撤回',
  dormant: '终止洽谈',
  revoked: '撤销认定',
}

/** Several names in one sentence. */
export function joinWords(words: readonly string[]): string {
  return words.join('、')
}

/** The missing fact of 有效 as a message names it. */
const missingFactLabels: Partial<Readonly<Record<LeadFieldName, string>>> = {
  filedOn: '“如实填报（备案）”的日期',
  certifiedOn: '“线上认证”的日期',
  contactedOn: '“街道园区直接联系”的日期',
  acceptedOn: '“街道园区确认接收”的日期',
  acceptedBy: '“确认接收”的街道园区名称',
  districtClass: '区里认定的项目类别',
}

/** 「缺少…」: the fact that 有效 waits for. */
export function missingFactLabel(field: LeadFieldName): string {
  return missingFactLabels[field] ?? leadFieldLabel(field)
}
