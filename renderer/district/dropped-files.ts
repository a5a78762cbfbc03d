/** A file of a dropped folder may lie one folder deeper; further ones are somebody else's. */
const deepest = 2

function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

async function filesUnder(entry: FileSystemEntry, depth: number): Promise<readonly File[]> {
  if (isFile(entry)) return entry.name.startsWith('.') ? [] : [await fileOf(entry)]
  if (!isFolder(entry) || depth > deepest) return []
  const reader = entry.createReader()
  const files: File[] = []
  // A reader gives a folder in pieces until one is empty.
  for (let found = await entriesOf(reader); found.length > 0; found = await entriesOf(reader))
    for (const each of found) files.push(...(await filesUnder(each, depth + 1)))
  return files
}

/** Every file of what was dropped: single files, and those of folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // The list is only there while the event runs, so the entries are taken before anything is awaited.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const files: File[] = []
  for (const entry of entries) files.push(...(await filesUnder(entry, 0)))
  return files
}
