import type { Uid } from '../../event/index.js'
import { mayMoveBots } from '../../policy/index.js'
import type { Recorded } from '../../ports/index.js'

/** The events that may be elsewhere now. A bot is never older than the first thing that happened to its event. */
export const eventsMovedIn = (events: readonly Recorded[]): readonly Uid[] =>
  events.flatMap((each) =>
    each.aggregate === 'event' && each.version > 1 && mayMoveBots(each.happened)
      ? [each.streamId]
      : [],
  )
