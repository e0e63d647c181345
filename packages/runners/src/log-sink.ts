import type { Notifier, OutboxMessage } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'

/** What the log sink writes of a message: what its recipient would get. */
export interface LoggedMessage {
  readonly messageId: string
  readonly tenantId: string
  readonly kind: OutboxMessage['kind']
  readonly recipient: string
  readonly uid: string
  /** Which occurrence of a series it is about; null for the event, or all of it. */
  readonly recurrenceId: string | null
  readonly revision: number
  readonly sequence: number
  readonly position: number
  /** RFC 3339, in UTC. */
  readonly recordedAt: string
}

/**
 * A notifier that writes one line of JSON for each message, without the line break.
 *
 * The line is ASCII: whatever else an id holds is escaped as JSON escapes it. Resolves when `write` has;
 * a `write` that throws is tried again.
 */
export const logSink = (write: (line: string) => void | Promise<void>): Notifier => ({
  notify: (message) =>
    TE.tryCatch(
      async () => {
        await write(asciiJson(logged(message)))
      },
      (cause) => ({ type: 'Transient', reason: String(cause) }),
    ),
})

const logged = (message: OutboxMessage): LoggedMessage => {
  const { attempts: _, recordedAt, ...rest } = message
  return { ...rest, recordedAt: new Date(recordedAt).toISOString() }
}

/** JSON leaves DEL, U+2028 and characters that turn the writing direction as they are. */
const asciiJson = (value: LoggedMessage): string =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
