import { ipcRenderer } from 'electron'

// The page hands over one end of a message channel; nothing of Electron is exposed to it.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin || event.data !== 'sizhua:port') return
  ipcRenderer.postMessage('sizhua:port', null, [...event.ports])
})
