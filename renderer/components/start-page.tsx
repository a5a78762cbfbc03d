import type { ReactNode } from 'react'
import { appText } from '../text/app'

/** The program's name in the middle of the window, with what is to be said below it; the same as the static frame of the page. */
export function StartPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="frame-start">
      <div className="frame-start-name">{appText.name}</div>
      {children}
    </div>
  )
}

export function Opening() {
  return (
    <StartPage>
      <div className="frame-start-line">{appText.opening}</div>
    </StartPage>
  )
}
