import { goTo } from '../app/screen'
import { investmentTabs } from '../text/investment'

export const tabKeys = ['leads', 'routine', 'score', 'backfill'] as const
export type TabKey = (typeof tabKeys)[number]

/** The tabs as the page's head wants them. */
export interface TabsOfPage {
  readonly items: readonly { readonly key: string; readonly label: string }[]
  readonly active: string
  readonly onChange: (key: string) => void
}

export function tabsOfPage(active: TabKey): TabsOfPage {
  return {
    items: tabKeys.map((key) => ({ key, label: investmentTabs[key] })),
    active,
    onChange: (key) => goTo('investment', key),
  }
}
