import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import type { TabsOfPage } from '../app/room-tabs'

interface PageHeaderProps {
  readonly title: string
  /** The one sentence in big type: what is missing. */
  readonly sentence?: ReactNode
  readonly note?: ReactNode
  /** Buttons, the main one last. */
  readonly extra?: ReactNode
  readonly tabs?: TabsOfPage
}

/** The head of each page: title, what is missing, the page's buttons and tabs. */
export function PageHeader({ title, sentence, note, extra, tabs }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-row">
        <h1>{title}</h1>
        {note && <span className="page-header-note">{note}</span>}
        {extra && <div className="page-header-extra no-print">{extra}</div>}
      </div>
      {tabs && (
        <Tabs
          className="page-header-tabs no-print"
          size="small"
          items={[...tabs.items]}
          activeKey={tabs.active}
          onChange={tabs.onChange}
          tabBarGutter={24}
          tabBarStyle={{ margin: 0 }}
        />
      )}
      {sentence && <p className="page-header-sentence">{sentence}</p>}
    </header>
  )
}
