import { reportTerms } from './reports'

/** What stands where a person or a telephone number is left out of a report. */
export const peopleTerms = {
  somebody: '有关同志',
  phone: '（电话未报送）',
  /** What stands between several names of one field. */
  separators: /[、，,；;/\s（）()]+/u,
  contactName: /^\p{Script=Han}{2,4}$/u,
  /** Words that stand in 联系人 without being a name. */
  noName: new Set([
    '电话',
    '手机',
    '座机',
    '微信',
    '邮箱',
    '线上',
    '线下',
    '未知',
    '暂无',
    '联系人',
    '负责人',
    '办公室',
  ]),
  /** Signatures are written by hand. */
  signers: new Set<string>([reportTerms.preparedBy, reportTerms.checkedBy, reportTerms.approvedBy, reportTerms.phone]),
} as const
