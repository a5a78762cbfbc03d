import { writableText } from '../core/writable-text'

/** Longest text one cell of a workbook may hold. Source: OOXML, 32,767 characters. */
export const cellTextLimit = 32_767

/** Text without characters that no office program accepts; line ends become `\n`. */
export function cleanText(text: string): string {
  return writableText(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
}
