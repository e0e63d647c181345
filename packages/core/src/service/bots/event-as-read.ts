import * as E from 'fp-ts/lib/Either.js'
import type { BotEvent } from '../../bot/index.js'
import type { StreamDecision } from '../../ports/index.js'

/** Changes nothing of an event; refuses the append when the event is not as it was read. */
export const eventAsRead = ({
  uid,
  version,
}: Pick<BotEvent, 'uid' | 'version'>): StreamDecision<never, 'event'> => ({
  aggregate: 'event',
  streamId: uid,
  expected: { type: 'Exact', version },
  decide: () => E.right([]),
})
