/** The nonce of this page load, put into the page by the protocol handler. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

/** Gives the nonce to style elements that libraries make without one (the scroll lock of dialogs, charts). */
export function passNonceToStyles(): void {
  if (!nonce) return
  const createElement = document.createElement.bind(document)
  document.createElement = (tag: string, options?: ElementCreationOptions): HTMLElement => {
    const element = createElement(tag, options)
    if (tag === 'style') element.nonce = nonce
    return element
  }
}
