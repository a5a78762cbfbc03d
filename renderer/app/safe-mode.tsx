import { ActionButton } from '../components/action-button'
import { call, useCall } from '../desk'
import { appText } from '../text/app'

/** Says that the program draws without the graphics card, and leads back. */
export function SafeModeBanner() {
  const { data } = useCall('shell.safeMode', {})
  if (!data?.isOn) return null
  return (
    <div className="banner banner-near" role="status">
      <span>▲ {appText.safeMode}</span>
      <ActionButton size="small" does="shell.leaveSafeMode" run={() => call('shell.leaveSafeMode', {})}>
        {appText.leaveSafeMode}
      </ActionButton>
    </div>
  )
}
