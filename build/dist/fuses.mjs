// Electron's fuses: what no argument, no variable and no planted file can turn on again in the packed program.

/** Of reliability §2 row 19. Asar integrity is only looked at by Windows and macOS. */
const shipped = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

/** The fuses of a build. A test build's Electron is too old for one; only a test build may leave its inspector reachable. */
export function fuses(runtime) {
  if (!runtime) return shipped
  const { grantFileProtocolExtraPrivileges: _younger, ...known } = shipped
  return { ...known, enableNodeCliInspectArguments: runtime.isInspectable }
}

/** Position in Electron's fuse wire, and what a packed program must have there. */
export const wire = [
  ['runAsNode', 0, false],
  ['enableCookieEncryption', 1, true],
  ['enableNodeOptionsEnvironmentVariable', 2, false],
  ['enableNodeCliInspectArguments', 3, false],
  ['enableEmbeddedAsarIntegrityValidation', 4, true],
  ['onlyLoadAppFromAsar', 5, true],
  ['loadBrowserProcessSpecificV8Snapshot', 6, false],
  ['grantFileProtocolExtraPrivileges', 7, false],
]
