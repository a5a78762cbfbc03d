import { RecordDrawer } from '../components/record-drawer'
import { helpText, shortcutHelp } from '../text/help'
import { toggleHelp, useScreen } from './screen'

/** F1: what the current screen is for, and the keys. */
export function HelpPanel() {
  const isOpen = useScreen((state) => state.isHelpOpen)
  const room = useScreen((state) => state.room)
  const { title, paragraphs } = helpText[room]
  return (
    <RecordDrawer title={title} isOpen={isOpen} onClose={() => toggleHelp(false)} width={460}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} style={{ margin: '8px 0' }}>
          {paragraph}
        </p>
      ))}
      <section className="section">
        <h2>{shortcutHelp.title}</h2>
        <dl className="facts">
          {shortcutHelp.keys.map(({ keys, does }) => (
            <div key={keys} style={{ display: 'contents' }}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    </RecordDrawer>
  )
}
