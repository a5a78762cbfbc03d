import { ExportButton } from '../components/export-button'
import { call } from '../desk'
import { helpFoot } from '../text/help-settings'

/** 导出诊断包: versions, states and the log, for whoever helps by phone. */
export function DiagnosticsButton() {
  return (
    <ExportButton
      size="small"
      write={async (folder) => ({ file: await call('help.saveDiagnostics', { folder }) })}
      sentenceOf={() => helpFoot.exported}
    >
      {helpFoot.diagnostics}
    </ExportButton>
  )
}
