import { homedir } from 'node:os'

/** How deep a chain of causes is told. */
const CAUSES = 3

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** What a text may say of people and records goes: Chinese words, long numbers (身份证号, telephones, PINs), the home folder. */
function strip(text: string, home: string): string {
  return text
    .replaceAll(home, '~')
    .replaceAll(/\p{Script=Han}[\p{Script=Han}\p{P}\d ]*/gu, '…')
    .replaceAll(/\d{4,}[\dXx]*/g, '#')
}

/** A parser quotes the text that it could not read, which may be anything a person typed. */
function messageOf(error: Error): string {
  if ('syscall' in error && typeof error.syscall === 'string') return `${codeOf(error)} ${error.syscall}`
  const message = error.message.split('\n').slice(0, 3).join(' / ').slice(0, 500)
  return error instanceof SyntaxError ? message.replaceAll(/"[^]*"|'[^]*'/g, '…') : message
}

function framesOf(error: Error, home: string): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return lines.map((line) => `\n${line.replaceAll(home, '~').replaceAll(/\p{Script=Han}+/gu, '…')}`).join('')
}

/** A cause as a log may keep it: which error, where in the program; nothing of the records it met. */
export function impersonal(detail: unknown, home: string = homedir(), depth = 0): string {
  if (!(detail instanceof Error))
    return strip(typeof detail === 'string' ? detail : (JSON.stringify(detail) ?? ''), home)
  const code = codeOf(detail)
  const head = `${detail.name}${code === '' ? '' : ` ${code}`}: ${strip(messageOf(detail), home)}`
  const cause =
    detail.cause === undefined || depth >= CAUSES ? '' : `\ncaused by ${impersonal(detail.cause, home, depth + 1)}`
  return `${head}${framesOf(detail, home)}${cause}`
}
