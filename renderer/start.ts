import { askFirst } from './first-asks'

/** Unit: milliseconds after which the program starts even where no frame is drawn, as in a covered window. */
const LONGEST_WAIT = 250

// Else zod tries, as soon as it is read, whether code may be made of text: the page's policy forbids that and reports it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

let isStarted = false

function start(): void {
  if (isStarted) return
  isStarted = true
  askFirst()
  void import('./main')
}

// The static frame of the page is painted before the program is read and compiled.
requestAnimationFrame(() => setTimeout(start))
setTimeout(start, LONGEST_WAIT)
