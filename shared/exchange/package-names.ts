// Forbidden in names by Windows, and invisible signs that make one name look like another.
const forbidden = /[\\:*?"<>|\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i
/** `folder/att/<sha256>` when somebody packed the folder instead of what is in it. */
const MAX_SEGMENTS = 3
const MAX_NAME = 200

function isSafeSegment(segment: string): boolean {
  return segment !== '' && !/^\.{1,2}$/.test(segment) && !/^ |[. ]$/.test(segment) && !deviceName.test(segment)
}

/** Whether a name in a package can be written to a folder of any system and stays in it. */
export function isSafeName(name: string): boolean {
  const segments = name.split('/')
  return (
    name.length <= MAX_NAME &&
    segments.length <= MAX_SEGMENTS &&
    !forbidden.test(name) &&
    segments.every((segment) => isSafeSegment(segment))
  )
}

/** Names that one file system or another takes for the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
