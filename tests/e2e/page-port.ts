import type { Page } from '@playwright/test'

/** One answer of the program as it went over the port. */
export interface Answer {
  readonly id?: number
  readonly value?: unknown
  readonly error?: { readonly code: string; readonly params: Readonly<Record<string, unknown>> }
}

export interface Question {
  readonly name: string
  readonly input: unknown
}

/**
 * Asks the program as the page does, over a port of its own; any message may be sent, so also one that no page of ours
 * sends. Null = no answer within `withinMs`.
 */
export function askByPort(
  page: Page,
  questions: readonly Question[],
  withinMs = 20_000,
): Promise<readonly (Answer | null)[]> {
  return page.evaluate(
    async ({ asked, limit }) => {
      const { port1, port2 } = new MessageChannel()
      window.postMessage('sizhua:port', location.origin, [port2])
      port1.start()
      const ask = ({ name, input }: { name: string; input: unknown }, id: number): Promise<Answer | null> =>
        new Promise((resolve) => {
          const timer = setTimeout(() => resolve(null), limit)
          port1.addEventListener('message', (event: MessageEvent<Answer>) => {
            if (event.data.id !== id) return
            clearTimeout(timer)
            resolve(event.data)
          })
          port1.postMessage({ id, name, input })
        })
      const answers: (Answer | null)[] = []
      for (const [index, question] of asked.entries()) answers.push(await ask(question, index + 1))
      port1.close()
      return answers
    },
    { asked: [...questions], limit: withinMs },
  )
}
