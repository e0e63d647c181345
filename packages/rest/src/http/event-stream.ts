import type { SentEvent } from './sent-event.js'
import { chunksOf } from './stream-chunks.js'

/** What a stream of server-sent events is made of. */
export interface EventStreamParts {
  /** The id to go on from when nothing was sent yet. */
  readonly id: string
  /** Begun with the first read, ended by its signal. */
  readonly events: (signal: AbortSignal) => AsyncGenerator<SentEvent, void, undefined>
  /** Any of them ends the stream. */
  readonly until: readonly AbortSignal[]
  /** How long it is silent at most. */
  readonly heartbeatMs: number
  readonly lifetimeMs: number
  /** Is told what the events threw; the stream then ends, for its client to come again. */
  readonly onError: (cause: unknown) => void
}

/**
 * Server-sent events as a body. Nothing is asked of `events` before the client reads, and no more than one
 * message is held for it.
 *
 * However it ends (the client leaves, a signal, its lifetime, an error), `events` is ended with it, and
 * no listener or timer stays.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const eventStream = (parts: EventStreamParts): ReadableStream<Uint8Array> => {
  const client = { reads: true }
  const run = runOf(parts)
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const chunk = await run.next()
        if (!client.reads) return
        if (chunk === null) controller.close()
        else controller.enqueue(encoder.encode(chunk))
      },
      cancel: () => {
        client.reads = false
        run.end()
      },
    },
    { highWaterMark: 0 },
  )
}

const encoder = new TextEncoder()

/** The chunks of a stream, until it ends: then null. Listens to signals from its first chunk on. */
const runOf = (parts: EventStreamParts) => {
  const { until, onError } = parts
  const ending = new AbortController()
  const source = parts.events(ending.signal)
  const chunks = chunksOf(parts, source)
  const end = (): void => {
    for (const signal of until) signal.removeEventListener('abort', end)
    ending.abort()
    void source.return()
  }
  const begin = (): void => {
    for (const signal of until) signal.addEventListener('abort', end)
    if (until.some(({ aborted }) => aborted)) end()
  }
  const next = async (): Promise<string | null> => {
    if (chunks.begun() === 'NotYet') begin()
    try {
      const chunk = ending.signal.aborted ? null : await chunks.next()
      if (chunk === null) end()
      return chunk
    } catch (cause) {
      end()
      onError(cause)
      return null
    }
  }
  return { next, end }
}
