import { App } from 'antd'
import { useCallback } from 'react'
import { queries } from '../desk'

/** Asks anew for what the exchange shows; our key and the folder's time are kept outside of the store, which announces nothing of them. */
export function refreshExchange(): void {
  void queries.invalidateQueries({ queryKey: ['exchange'] })
}

/** Says what became of our own key or name, which no undo takes back. */
export function useIdentitySaid(): (sentence: string) => void {
  const { message } = App.useApp()
  return useCallback(
    (sentence: string) => {
      refreshExchange()
      void message.success(sentence)
    },
    [message],
  )
}
