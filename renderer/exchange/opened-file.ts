import { useEffect } from 'react'
import { CallError } from '../../shared/ipc/client'
import { call, useCall } from '../desk'
import { openIncoming, refuseIncoming } from './receive-state'

async function take(id: number, fileName: string): Promise<void> {
  try {
    const file = await call('shell.takeOpenedFile', { id })
    if (file) await openIncoming({ fileName: file.fileName, bytes: new Uint8Array(file.bytes) })
  } catch (error) {
    if (error instanceof CallError) refuseIncoming(fileName, error)
    else throw error
  }
}

/** Looks into the package that was double-clicked in the file manager, as if it had been chosen here. */
export function useOpenedFile(): void {
  const { data } = useCall('shell.openedFile', {})
  const id = data?.id
  const fileName = data?.fileName
  useEffect(() => {
    if (id !== undefined && fileName !== undefined) void take(id, fileName)
  }, [id, fileName])
}
