import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useShell } from '../app/shell'
import { PrintSheet } from '../components/print-sheet'
import { RecordDrawer } from '../components/record-drawer'
import { guideRoles, guides, guideText, type GuideRole } from '../text/guides'
import { GuideSheet } from './guide-sheet'

interface GuideDrawerProps {
  readonly onClose: () => void
}

/** Chooses for whom, shows the page as it will be printed, prints it. */
export function GuideDrawer({ onClose }: GuideDrawerProps) {
  const { bureau } = useShell()
  const roles = guideRoles.filter((role) => role !== 'district' || bureau.mode === 'district')
  const [role, setRole] = useState<GuideRole>(bureau.mode === 'district' ? 'district' : 'member')
  const [isPrinting, setIsPrinting] = useState(false)
  return (
    <RecordDrawer
      title={guideText.choose}
      isOpen
      onClose={onClose}
      width={640}
      footer={
        <>
          <Button type="primary" onClick={() => setIsPrinting(true)}>
            {guideText.print}
          </Button>{' '}
          <span className="soft">{guideText.hint}</span>
        </>
      }
    >
      <Segmented<GuideRole>
        aria-label={guideText.choose}
        value={role}
        onChange={setRole}
        options={roles.map((each) => ({ value: each, label: guides[each].name }))}
        style={{ marginBottom: 12 }}
      />
      <GuideSheet role={role} />
      {isPrinting && (
        <PrintSheet onDone={() => setIsPrinting(false)}>
          <GuideSheet role={role} />
        </PrintSheet>
      )}
    </RecordDrawer>
  )
}
