import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { screenKey } from './screen-key'

/** The rooms that exist in the window, in the order of the navigation. */
export const screenRooms = [
  'home',
  'assignments',
  'investment',
  'projects',
  'environment',
  'revenue',
  'rectification',
  'registry',
  'calendar',
  'reports',
  'district',
  'settings',
] as const
export type ScreenRoom = (typeof screenRooms)[number]

/** The rooms of a store: the district's own desk is only there in a district office. */
export function roomsOf(mode: 'bureau' | 'district'): readonly ScreenRoom[] {
  return screenRooms.filter((room) => room !== 'district' || mode === 'district')
}

/** Steps of the zoom. Unit: percent. */
export const zoomSteps = [90, 100, 110, 125, 150, 175] as const

interface ScreenState {
  readonly room: ScreenRoom
  /** The tab that was open in each room. */
  readonly tabs: Readonly<Partial<Record<ScreenRoom, string>>>
  /** The record in the drawer. */
  readonly recordId: string | null
  readonly isHelpOpen: boolean
  /** Rises with each Ctrl+N, so that a page can tell a new wish from an old one. */
  readonly newRecordWish: number
  /** The enterprise that a visit is to be recorded of, asked for in another room. */
  readonly visitWish: { readonly id: string; readonly name: string } | null
  /** The first start asked for the import, which opens once the ledger is on the screen. */
  readonly isImportWished: boolean
  readonly zoom: number
  /** Filters, sort, page and column widths of each list, by the list's own key. */
  readonly kept: Readonly<Record<string, unknown>>
  /** Texts that were typed and not saved, by record. */
  readonly drafts: Readonly<Record<string, unknown>>
  /** Where people sign in: whose drafts these are, and those of the others. */
  readonly draftsOwner: string | null
  readonly draftsOfOthers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export const useScreen = create<ScreenState>()(
  persist(
    (): ScreenState => ({
      room: 'home',
      tabs: {},
      recordId: null,
      isHelpOpen: false,
      newRecordWish: 0,
      visitWish: null,
      isImportWished: false,
      zoom: 100,
      kept: {},
      drafts: {},
      draftsOwner: null,
      draftsOfOthers: {},
    }),
    {
      name: screenKey,
      version: 1,
      partialize: ({ room, tabs, zoom, kept, drafts, draftsOwner, draftsOfOthers }) => ({
        room,
        tabs,
        zoom,
        kept,
        drafts,
        draftsOwner,
        draftsOfOthers,
      }),
    },
  ),
)

/** Shows a room, and a tab of it when named. */
export function goTo(room: ScreenRoom, tab?: string): void {
  useScreen.setState((state) => ({
    room,
    recordId: null,
    tabs: tab === undefined ? state.tabs : { ...state.tabs, [room]: tab },
  }))
}

/** Shows a room with one of its records in the drawer. */
export function openRecord(room: ScreenRoom, tab: string, recordId: string): void {
  goTo(room, tab)
  useScreen.setState({ recordId })
}

export function showRecord(recordId: string | null): void {
  useScreen.setState({ recordId })
}

/** Goes to the leads and asks for the quick entry. */
export function wishNewLead(): void {
  goTo('investment', 'leads')
  useScreen.setState((state) => ({ newRecordWish: state.newRecordWish + 1 }))
}

/** Goes to 双万双服 and asks for a new visit of an enterprise. */
export function wishNewVisit(visitWish: { readonly id: string; readonly name: string }): void {
  goTo('environment', 'matrix')
  useScreen.setState({ visitWish })
}

export function toggleHelp(isOpen?: boolean): void {
  useScreen.setState((state) => ({ isHelpOpen: isOpen ?? !state.isHelpOpen }))
}

export function setZoom(zoom: number): void {
  useScreen.setState({ zoom })
}

/** The next larger or smaller step of the zoom. */
export function stepZoom(direction: 1 | -1): void {
  const { zoom } = useScreen.getState()
  const steps = direction > 0 ? zoomSteps : zoomSteps.toReversed()
  setZoom(steps.find((step) => (direction > 0 ? step > zoom : step < zoom)) ?? zoom)
}
