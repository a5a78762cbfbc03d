import { App } from 'antd'
import { useCallback } from 'react'
import { refreshAccess } from './access-state'

/** Says what became of an account, which Ctrl+Z does not take back, and asks anew who may do what. */
export function useSaid(): (sentence: string) => void {
  const { message } = App.useApp()
  return useCallback(
    (sentence: string) => {
      refreshAccess().catch(console.error)
      void message.success(sentence)
    },
    [message],
  )
}
