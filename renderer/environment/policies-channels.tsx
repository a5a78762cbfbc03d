import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { policyTerms, usualChannels } from '../../shared/terms/environment'
import { TextField } from '../components/text-field'
import { useCall } from '../desk'
import { policyText as text } from '../text/environment'

/** As many as a record takes. */
const mostChannels = 20

interface ChannelsProps {
  readonly channels: readonly string[]
  readonly onChange: (channels: readonly string[]) => void
}

/** Where a policy was published: the usual places, those typed before, and new ones. */
export function Channels({ channels, onChange }: ChannelsProps) {
  const [typed, setTyped] = useState('')
  const all = useCall('environment.policies', { year: null })
  const remembered = all.data?.flatMap(({ policy }) => policy.channels) ?? []
  const offered = [...new Set<string>([...usualChannels, ...remembered, ...channels])]
  const isFull = channels.length >= mostChannels
  const add = (): void => {
    const channel = typed.trim()
    if (channel !== '' && !channels.includes(channel) && !isFull) onChange([...channels, channel])
    setTyped('')
  }
  return (
    <fieldset className="brief-uses">
      <legend className="field-label">{policyTerms.channels.label}</legend>
      <div className="policy-channels">
        {offered.map((channel) => (
          <Checkbox
            key={channel}
            checked={channels.includes(channel)}
            disabled={isFull && !channels.includes(channel)}
            onChange={(event) =>
              onChange(event.target.checked ? [...channels, channel] : channels.filter((each) => each !== channel))
            }
          >
            {channel}
          </Checkbox>
        ))}
        <TextField
          value={typed}
          onChange={setTyped}
          onEnter={add}
          label={text.otherChannel}
          placeholder={text.otherChannel}
          width={190}
        />
        <Button size="small" disabled={typed.trim() === ''} onClick={add}>
          {text.addChannel}
        </Button>
      </div>
    </fieldset>
  )
}
