import { Select } from 'antd'
import { lazy, Suspense } from 'react'
import { useAccess } from '../access/access-state'
import { useFailure } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { seatText } from '../text/app'
import { useShell } from './shell'

const SeatMenu = lazy(async () => ({ default: (await import('../access/seat-menu')).SeatMenu }))

/** 我是…: who sits at this computer, chosen from the names. */
function ChosenSeat() {
  const { person } = useShell()
  const names = useCall('registry.names', {})
  const choose = useAction('settings.choosePerson')
  const done = useDone()
  const fail = useFailure()
  const options = names.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  // A person who left stays shown as long as he or she is chosen.
  const isListed = person === null || options.some(({ value }) => value === person.id)
  const shown = isListed ? options : [...options, { value: person.id, label: person.name }]
  const take = (personId: string | undefined): void => {
    const name = shown.find(({ value }) => value === personId)?.label
    choose.mutate(
      { personId: personId ?? null },
      { onSuccess: () => done(name === undefined ? seatText.cleared : seatText.chosen(name)), onError: fail },
    )
  }
  return (
    <span className="frame-seat" title={seatText.hint}>
      <label htmlFor="seat">{seatText.label}</label>
      <Select<string>
        id="seat"
        size="small"
        aria-label={seatText.label}
        value={person?.id ?? null}
        options={shown}
        placeholder={seatText.nobody}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        disabled={choose.isPending}
        onChange={take}
        style={{ width: 132 }}
      />
    </span>
  )
}

/** Who sits here: proved by a PIN where people sign in, else as chosen. */
export function Seat() {
  const { data } = useAccess()
  if (!data?.isOn || !data.person) return <ChosenSeat />
  return (
    <Suspense fallback={null}>
      <SeatMenu person={data.person} />
    </Suspense>
  )
}
