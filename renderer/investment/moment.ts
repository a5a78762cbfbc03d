function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** `10:32:05` on the wall clock. */
export function clockTime(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
