import { createRoot } from 'react-dom/client'
import { config } from 'zod/v4/core'
import { App } from './app/app'
import './app/frame.css'
import { passNonceToStyles } from './app/nonce'
import { shieldWrongDates } from './components/date-shield'
import { shieldInputMethod } from './components/ime'

// Else zod tries at its first parse whether code may be made of text, which the page's policy forbids and reports.
config({ jitless: true })
passNonceToStyles()
shieldInputMethod()
shieldWrongDates()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
