import { app, BrowserWindow } from 'electron'
import path from 'node:path'

// The floor of every window: one page with one word, nothing set.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 740 })
  void window.loadFile(path.join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
