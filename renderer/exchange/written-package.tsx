import type { z } from 'zod'
import type { packageFileSchema } from '../../shared/exchange/package-schemas'
import { useFailure } from '../components/failure-notice'
import { call } from '../desk'
import { commonText as text } from '../text/exchange'

/** A file that was written, with the way to its folder. */
export function WrittenPackage({
  file: { fileName, fileToken },
}: {
  readonly file: z.infer<typeof packageFileSchema>
}) {
  const fail = useFailure()
  return (
    <p className="exchange-written">
      <b>{fileName}</b>{' '}
      <button type="button" className="link" onClick={() => void call('shell.reveal', { fileToken }).catch(fail)}>
        {text.openFolder}
      </button>
    </p>
  )
}
