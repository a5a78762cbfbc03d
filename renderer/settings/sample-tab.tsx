import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { settingsText } from '../text/settings'
import { sumOf } from './banners'

/** 示例数据: in and out with one click. */
export function SampleTab() {
  const { hasSample } = useShell()
  const load = useAction('settings.loadSample')
  const remove = useAction('settings.removeSample')
  const done = useDone()
  const run = async (): Promise<void> => {
    // A refusal is shown by the notices below.
    const action = hasSample ? remove : load
    const said = hasSample ? settingsText.sampleRemoved : settingsText.sampleLoaded
    const result = await action.mutateAsync({}).catch(() => null)
    if (result) done(said(sumOf(result.counts)))
  }
  return (
    <div className="settings-form">
      <p>{settingsText.sampleIntro}</p>
      <p className="soft">{hasSample ? settingsText.sampleIsLoaded : settingsText.sampleIsNotLoaded}</p>
      <ActionButton run={run}>{hasSample ? settingsText.removeSample : settingsText.loadSample}</ActionButton>
      <FailureNotice error={hasSample ? remove.error : load.error} />
    </div>
  )
}
