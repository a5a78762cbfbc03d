import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { queries } from '../desk'
import { Boundary } from './boundary'
import { Gate } from './gate'
import { nonce } from './nonce'
import { theme } from './theme'

/** One notice at a time, on the line above the pages, where it covers no button. */
const messageConfig = { maxCount: 1, top: 2 }

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        {...(nonce ? { csp: { nonce } } : {})}
      >
        <AntApp message={messageConfig}>
          <Boundary resetKey="app">
            <Gate />
          </Boundary>
        </AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
