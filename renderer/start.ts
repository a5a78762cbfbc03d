/** Unit: milliseconds after which the program starts even where no frame is drawn, as in a covered window. */
const LONGEST_WAIT = 250

let isStarted = false

function start(): void {
  if (isStarted) return
  isStarted = true
  void import('./main')
}

// The static frame of the page is painted before the program is read and compiled.
requestAnimationFrame(() => setTimeout(start))
setTimeout(start, LONGEST_WAIT)
