import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { FormLock } from './form-lock'

/** What cannot be changed is still read. */
const readTheme = { token: { colorTextDisabled: '#1f2328' } }

interface ReadOnlyProps {
  readonly isLocked: boolean
  readonly children: ReactNode
}

/** Fields that only show, where the person may not work; buttons rest too, unless they say that they do not. */
export function ReadOnly({ isLocked, children }: ReadOnlyProps) {
  if (!isLocked) return children
  return (
    <FormLock value>
      <ConfigProvider componentDisabled theme={readTheme}>
        {children}
      </ConfigProvider>
    </FormLock>
  )
}
