import type { SentEvent } from './sent-event.js'
import { withinMs } from './within-ms.js'

/** What the chunks of a stream are made by. */
export interface ChunkParts {
  readonly id: string
  readonly heartbeatMs: number
  readonly lifetimeMs: number
}

/** The chunks of a stream. */
export interface Chunks {
  readonly begun: () => 'NotYet' | 'Begun'
  /** Null at its end; throws what the source throws. */
  readonly next: () => Promise<string | null>
}

/**
 * Server-sent events as text: an opening, which tells the client where to go on from should it lose the
 * connection at once; the messages; and comments while there are none, with the last mark.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export const chunksOf = (
  { id, heartbeatMs, lifetimeMs }: ChunkParts,
  source: AsyncGenerator<SentEvent, void, undefined>,
): Chunks => {
  let begunMs: number | null = null
  let spokenMs = 0
  let mark = id
  let awaited: Promise<IteratorResult<SentEvent, void>> | null = null

  const spoken = (chunk: string): string => {
    spokenMs = performance.now()
    return chunk
  }
  const next = async (): Promise<string | null> => {
    if (begunMs === null) {
      begunMs = performance.now()
      return spoken(`retry: ${RETRY_MS}\nid: ${id}\n\n`)
    }
    for (;;) {
      const now = performance.now()
      if (now - begunMs >= lifetimeMs) return null
      awaited ??= source.next()
      const result = await withinMs(awaited, Math.max(0, spokenMs + heartbeatMs - now))
      if (result === 'Late') return spoken(`: still here\nid: ${mark}\n\n`)
      awaited = null
      if (result.done === true) return null
      mark = result.value.id
      if (result.value.type === 'Message') return spoken(written(result.value))
    }
  }
  return { begun: () => (begunMs === null ? 'NotYet' : 'Begun'), next }
}

/** When a client that lost the connection comes again. */
const RETRY_MS = 2000

const written = ({ id, event, data }: Extract<SentEvent, { type: 'Message' }>): string =>
  `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`
