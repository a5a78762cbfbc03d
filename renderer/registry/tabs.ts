/** The tabs as the page's head wants them. */
export interface TabsOfPage {
  readonly items: readonly { readonly key: string; readonly label: string }[]
  readonly active: string
  readonly onChange: (key: string) => void
}
