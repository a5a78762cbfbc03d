// XML 1.0 allows tab, line feed and carriage return only; lone surrogates and U+FFFE/U+FFFF make a file unreadable.
const illegal =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Most texts have nothing of the kind; one quick look spares them the rest. */
const suspicious = /[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/

/** Longest text one cell of a workbook may hold. Source: OOXML, 32,767 characters. */
export const cellTextLimit = 32_767

/** Text without characters that no office program accepts; line ends become `\n`. */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replace(illegal, '')
}
