import { createContext, useContext } from 'react'

/** True inside of a record that may only be read: its fields show and do not take anything. */
export const FormLock = createContext(false)

export function useFormLock(): boolean {
  return useContext(FormLock)
}
