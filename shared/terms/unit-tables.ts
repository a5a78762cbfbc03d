import type { AssesseeCategory } from '../core/schemas'
import type { UnitTableField } from '../tables/field-names'

export const unitTableLabels: Readonly<Record<UnitTableField, string>> = {
  name: '单位名称',
  aliases: '别名',
  category: '类别',
  contact: '联系人',
  phone: '电话',
  isOptional: '自愿参加',
  leftOn: '停报日期',
  remark: '备注',
}

/** Header texts that mean each field, best first. */
export const unitHeaders: Readonly<Record<UnitTableField, readonly string[]>> = {
  name: ['单位名称', '责任单位', '单位', '部门名称', '单位全称'],
  aliases: ['别名', '简称', '其他名称', '曾用名', '单位简称'],
  category: ['类别', '考核对象类别', '考核类别', '单位类别', '考核对象', '分类'],
  contact: ['联系人', '联络员', '填报人', '联系人姓名'],
  phone: ['电话', '联系电话', '联系方式', '手机', '办公电话'],
  isOptional: ['自愿参加', '是否自愿参加', '自愿报送'],
  leftOn: ['停报日期', '停止报送日期', '退出日期'],
  remark: ['备注', '说明', '备注说明'],
}

/** Every word for a 考核对象类别; the first is the one offered. Source: 实施方案 考核对象分为四类. */
export const unitCategoryWords: Readonly<Record<`${AssesseeCategory}`, readonly string[]>> = {
  1: ['1', '一', '一类', '第一类', '1类', '第1类', '重点经济和行业管理部门', '第一类：重点经济和行业管理部门'],
  2: ['2', '二', '二类', '第二类', '2类', '第2类', '重要支撑部门', '第二类：重要支撑部门'],
  3: ['3', '三', '三类', '第三类', '3类', '第3类', '其他区级部门', '第三类：其他区级部门'],
  4: ['4', '四', '四类', '第四类', '4类', '第4类', '街道园区', '街道（园区）', '镇街', '第四类：街道园区'],
}

/** Between several names in one cell. */
export const aliasSeparator = '、'
export const aliasSplitPattern = /[、，,;；/\n]+/
