/** Legal forms as they end a company's name, longest first, and the one word that stands for each kind. */
export const legalForms: readonly { readonly words: readonly string[]; readonly standard: string }[] = [
  { words: ['股份有限责任公司', '股份有限公司', '股份公司'], standard: '股份公司' },
  { words: ['有限责任公司', '有限公司'], standard: '有限公司' },
  { words: ['集团公司'], standard: '集团公司' },
]

/** Words that end a name without a full legal form; dropped when two names are compared for likeness. */
export const looseEndings: readonly string[] = ['股份公司', '有限公司', '集团公司', '公司', '集团']

/** Remarks in brackets that are no part of the name. */
export const nameRemarks: readonly string[] = ['(筹)', '(筹建)', '(暂定名)', '(拟设立)', '(拟)']
