import type { environmentTabs } from '../text/environment'

export type EnvironmentTab = keyof typeof environmentTabs
export const tabKeys = [
  'duties',
  'briefs',
  'policies',
  'matrix',
  'demands',
] as const satisfies readonly EnvironmentTab[]

export function isEnvironmentTab(key: string | undefined): key is EnvironmentTab {
  return tabKeys.some((known) => known === key)
}

/** The tabs as the page's head wants them. */
export interface TabsOfPage {
  readonly items: readonly { readonly key: string; readonly label: string }[]
  readonly active: string
  readonly onChange: (key: string) => void
}
