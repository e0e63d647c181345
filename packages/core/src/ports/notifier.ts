import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { OutboxMessage } from './outbox.js'

/** A message could not be delivered. `Permanent` ones are not tried again. */
export interface NotifierFailure {
  readonly type: 'Transient' | 'Permanent'
  readonly reason: string
}

/** Delivers one message to one recipient. May be called again with the same `messageId`. */
export interface Notifier {
  readonly notify: (message: OutboxMessage) => TE.TaskEither<NotifierFailure, void>
}
