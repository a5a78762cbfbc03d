import { goTo, useScreen, type ScreenRoom } from './screen'

/** The tabs as the page's head wants them. */
export interface TabsOfPage {
  readonly items: readonly { readonly key: string; readonly label: string }[]
  readonly active: string
  readonly onChange: (key: string) => void
}

interface RoomTabs<Key extends string> extends TabsOfPage {
  readonly active: Key
}

/** The tabs of a room in the order of their labels; `usual` is open until another is chosen. */
export function useRoomTabs<Key extends string>(
  room: ScreenRoom,
  labels: Readonly<Record<Key, string>>,
  usual: NoInfer<Key>,
): RoomTabs<Key> {
  const chosen = useScreen((state) => state.tabs[room])
  const isTab = (key: string | undefined): key is Key => key !== undefined && Object.hasOwn(labels, key)
  return {
    items: Object.entries<string>(labels).map(([key, label]) => ({ key, label })),
    active: isTab(chosen) ? chosen : usual,
    onChange: (key) => goTo(room, key),
  }
}
