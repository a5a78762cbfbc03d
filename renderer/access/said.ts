import { App } from 'antd'
import { useCallback } from 'react'
import { queries } from '../desk'

/** Says what became of an account, which Ctrl+Z does not take back, and asks anew who may do what. */
export function useSaid(): (sentence: string) => void {
  const { message } = App.useApp()
  return useCallback(
    (sentence: string) => {
      void queries.invalidateQueries({ queryKey: ['access'] })
      void message.success(sentence)
    },
    [message],
  )
}
