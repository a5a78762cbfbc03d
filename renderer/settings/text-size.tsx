import { Radio } from 'antd'
import { setZoom, useScreen } from '../app/screen'
import { settingsText } from '../text/settings'

const sizes = [100, 125, 150, 175] as const

/** The size of all text, as steps of the window's zoom. */
export function TextSize({ label }: { readonly label: string }) {
  const zoom = useScreen((state) => state.zoom)
  return (
    <Radio.Group
      aria-label={label}
      optionType="button"
      size="small"
      value={zoom}
      options={sizes.map((value) => ({ value, label: settingsText.zoomName(value) }))}
      onChange={(event) => setZoom(Number(event.target.value))}
    />
  )
}
