import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { fromBuffer } from 'yauzl'

/** `word/document.xml` of a document: all that it says and how it is laid out. */
export function documentXml(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(readFileSync(file)), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('end', () => reject(new Error(`no text in ${file}`)))
      zip.on('entry', (entry: { readonly fileName: string }) => {
        if (entry.fileName !== 'word/document.xml') return zip.readEntry()
        zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], (failure, stream) => {
          if (failure) return reject(failure)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
          stream.on('error', reject)
        })
      })
      zip.readEntry()
    })
  })
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The paragraphs of a document, table cells among them, in their order. */
export async function documentText(file: string): Promise<string[]> {
  const xml = await documentXml(file)
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
      .map(([, text = '']) => text.replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole))
      .join(''),
  )
}
