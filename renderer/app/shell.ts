import { createContext, useContext } from 'react'
import type { OutputOf } from '../desk'

export type Settings = OutputOf<'settings.get'>
/** What every screen may ask of the open store: the unit, the year, the local day. */
export type Shell = Settings & { readonly bureau: NonNullable<Settings['bureau']> }

export const ShellContext = createContext<Shell | null>(null)

/** The open store's shell; only inside the frame, where a bureau exists. */
export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('useShell outside of the frame')
  return shell
}
