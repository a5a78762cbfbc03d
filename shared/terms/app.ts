/** Title of the window and of the program. */
export const windowTitle = '四抓台账'
