import type { Backup, SecondOutcome } from '../backup/contract'
import { backupReasonLabels, backupStateLabels } from './backup'
import { cliText } from './cli'

const seconds: Readonly<Record<SecondOutcome, string>> = {
  none: '',
  copied: '第二处也已存了一份。',
  unreachable: '第二处打不开，没有存到第二处。',
  full: '第二处空间不够，没有存到第二处。',
  faulty: '第二处读出来的和存进去的不一样，没有存到第二处。',
}

/** What `backup …` says on the command line. */
export const backupText = {
  usage: cliText.usage,
  none: '还没有备份。',
  created: (file: string, second: SecondOutcome): string => `已备份，校验完好：${file}${seconds[second]}`,
  line: ({ name, state, side, bytes }: Backup): string =>
    [
      name,
      backupStateLabels[state].word,
      side === null ? '' : `${backupReasonLabels[side.reason]} ${side.at.slice(0, 16).replace('T', ' ')}`,
      `${(bytes / 1024 / 1024).toFixed(1)} MB`,
    ].join('\t'),
  restored: (name: string, before: string | null): string =>
    `已恢复 ${name}。${before === null ? '' : `恢复前的数据另存为 ${before}，可以退回。`}`,
} as const
