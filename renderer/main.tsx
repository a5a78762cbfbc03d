import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import './app/frame.css'
import { passNonceToStyles } from './app/nonce'

passNonceToStyles()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
