import { withoutInvisible } from '../tables/text-forms'

/** Text as a plain text box of an OA takes it: line feeds only, no invisible signs, no spaces at the ends of lines. */
export function plainText(text: string): string {
  return withoutInvisible(text.replaceAll(/\r\n?|\u2028|\u2029/gu, '\n'))
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+$/gmu, '')
    .trim()
}

/** The whole text with its title in front, unless it begins with it. */
export function textForOa(title: string, body: string): string {
  const [head, rest] = [plainText(title), plainText(body)]
  return rest === '' || rest.startsWith(head) ? rest || head : `${head}\n\n${rest}`
}

/** Unit: 字. */
const longestTitle = 60

/** The title that a pasted text gives itself: its first line, when that is short enough to be one. */
export function titleOfText(body: string): string {
  const first = plainText(body).split('\n')[0]?.trim() ?? ''
  return first.length <= longestTitle ? first : ''
}
