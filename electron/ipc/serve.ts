import { z } from 'zod'
import { err, type Failure, type Result } from '../../shared/core/result'
import type { Contract, Handlers, Procedure, Reply, Request } from '../../shared/ipc/procedure'

const requestSchema = z.union([
  z.object({
    id: z.number().int(),
    name: z.string().max(100),
    input: z.unknown(),
    confirmedRows: z.number().int().positive().optional(),
  }),
  z.object({ id: z.number().int(), cancel: z.literal(true) }),
])

export interface Server {
  readonly receive: (message: unknown) => Promise<void>
  /** Aborts everything under way, e.g. because the page has gone. */
  readonly close: () => void
}

/** Why an input is none of the contract's, in words where a person can have caused it. */
function refusedInput(error: z.ZodError): Parameters<typeof err> {
  const [first] = error.issues
  if (first?.code === 'too_big' && first.origin === 'string') return ['textTooLong', { limit: Number(first.maximum) }]
  return ['invalidInput', { detail: z.prettifyError(error).slice(0, 500) }]
}

/** Null for what a schema cannot even look at, e.g. bytes where it would freeze a list: no page of ours sends that. */
function parseInput({ in: schema }: Procedure, input: unknown): z.ZodSafeParseResult<unknown> | null {
  try {
    return schema.safeParse(input)
  } catch {
    return null
  }
}

/** Answers requests against a contract: parse, call, check the result, send. Nothing thrown leaves it. */
export function createServer<C extends Contract, Context>(options: {
  readonly contract: C
  readonly handlers: Handlers<C, Context>
  readonly context: Context
  /** Whether the call may be made by whoever sits here, asked before its input is read; gives the context of this call. */
  readonly admit?: (
    name: string,
    procedure: Procedure,
    confirmedRows: number | null,
  ) => Result<Context> | Promise<Result<Context>>
  readonly send: (reply: Reply) => void
  /** A thrown cause that a person can do something about, e.g. a full disk; null for a bug. */
  readonly refusalOf?: (cause: unknown) => Failure | null
  /** Logs the cause and gives the incident number that the person may read out. */
  readonly reportIncident: (cause: unknown) => string
}): Server {
  const { contract, handlers, context, send, reportIncident } = options
  const running = new Map<number, AbortController>()

  async function answer(request: Extract<Request, { name: string }>): Promise<Result<unknown>> {
    const { id, name } = request
    const procedure = Object.hasOwn(contract, name) ? contract[name] : undefined
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (!procedure || !handler) return err('invalidInput', { detail: name })
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const admitted = options.admit ? await options.admit(name, procedure, request.confirmedRows ?? null) : null
      if (admitted && !admitted.ok) return admitted
      const input = parseInput(procedure, request.input)
      if (!input) return err('invalidInput', { detail: name })
      if (!input.success) return err(...refusedInput(input.error))
      // The contract pairs each handler with its schemas; the index type only loses that pairing.
      const result = await handler(admitted?.value ?? context, input.data as never, {
        signal: controller.signal,
        report: (event: unknown) => send({ id, event }),
      })
      return result.ok ? { ok: true, value: procedure.out.parse(result.value) } : result
    } catch (cause) {
      if (controller.signal.aborted) return err('cancelled')
      const refusal = options.refusalOf?.(cause)
      return refusal ? { ok: false, error: refusal } : err('unexpected', { incident: reportIncident(cause) })
    } finally {
      running.delete(id)
    }
  }

  return {
    async receive(message) {
      const parsed = requestSchema.safeParse(message)
      if (!parsed.success) return
      const request = parsed.data
      if ('cancel' in request) return running.get(request.id)?.abort()
      const result = await answer(request)
      send(result.ok ? { id: request.id, value: result.value } : { id: request.id, error: result.error })
    },
    close() {
      for (const controller of running.values()) controller.abort()
    },
  }
}
