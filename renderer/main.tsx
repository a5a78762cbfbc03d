import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import './app/frame.css'
import { passNonceToStyles } from './app/nonce'
import { shieldWrongDates } from './components/date-shield'
import { shieldInputMethod } from './components/ime'

passNonceToStyles()
shieldInputMethod()
shieldWrongDates()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
