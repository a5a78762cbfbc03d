import { Button, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { openPastedText } from '../tables/import-state'
import { listText } from '../text/investment'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Ctrl+V on the page, outside of any field, brings rows from WPS or Excel to the import preview. */
export function usePastedLeads(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return undefined
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isTyping(event.target) || text.trim() === '') return
      event.preventDefault()
      openPastedText(text, 'leads')
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [isActive])
}

/** 「粘贴为新增行」: a place to paste into, for those who look for a button. */
export function PasteRowsButton() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button className="for-work" onClick={() => setIsOpen(true)}>
        {listText.paste}
      </Button>
      <Modal
        title={listText.paste}
        open={isOpen}
        onCancel={() => setIsOpen(false)}
        footer={null}
        destroyOnHidden
        width={520}
      >
        <p className="soft">{listText.pasteHint}</p>
        <Input.TextArea
          autoFocus
          rows={5}
          value=""
          aria-label={listText.paste}
          placeholder={listText.pasteHere}
          onChange={() => undefined}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain')
            event.preventDefault()
            if (text.trim() === '') return
            setIsOpen(false)
            openPastedText(text, 'leads')
          }}
        />
      </Modal>
    </>
  )
}
