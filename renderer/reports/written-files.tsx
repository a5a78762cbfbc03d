import type { z } from 'zod'
import type { writtenFileSchema } from '../../shared/reports/contract'
import { useFailure } from '../components/failure-notice'
import { call } from '../desk'
import { writtenText } from '../text/app'
import { exportText } from '../text/reports'

export type WrittenFile = z.infer<typeof writtenFileSchema>

/** Behind the day stands the hour and minute only where the name was taken by a file in use. */
const renamedFile = /_\d{8}_\d{4}(_\d+)?\.\w+$/

/** The files of an export, each with the way to its folder. */
export function WrittenFiles({ files }: { readonly files: readonly WrittenFile[] }) {
  const fail = useFailure()
  return (
    <ul className="report-files">
      {files.map(({ fileName, fileToken, bytes, cleanedTexts }) => (
        <li key={fileToken}>
          <div className="report-file-name">{fileName}</div>
          {renamedFile.test(fileName) && <div>{exportText.renamed}</div>}
          {cleanedTexts > 0 && <div>{writtenText.cleaned(cleanedTexts)}</div>}
          <span className="soft figures">{exportText.size(bytes)}</span>{' '}
          <button type="button" className="link" onClick={() => void call('shell.reveal', { fileToken }).catch(fail)}>
            {exportText.open}
          </button>
        </li>
      ))}
    </ul>
  )
}
