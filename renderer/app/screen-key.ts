/** Under this name the page's storage keeps where the window was left. */
export const screenKey = 'sizhua.screen'
