import { create } from 'zustand'

/** Whether the lock asks for another person from the start, as 换人登录 does. */
export const useLockMode = create<{ readonly isForOther: boolean }>()(() => ({ isForOther: false }))

export function lockForOther(isForOther: boolean): void {
  useLockMode.setState({ isForOther })
}
