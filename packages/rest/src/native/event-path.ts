import type { NamedById } from '@kalends/core'
import { isUid, namedBy } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { required } from '../http/index.js'
import type { Failure } from '../problem/index.js'
import { refused } from '../problem/index.js'
import { PathText } from './texts.js'

/** The path parameter that names an event. */
export const eventPath = { event_id: required(PathText, 'The id of the event.') }

/** The id as one that an event may have; what no event is called is found nowhere. */
export const uidOf = ({
  event_id: uid,
}: {
  readonly event_id: string
}): TE.TaskEither<Failure, string> =>
  isUid(uid) ? TE.right(uid) : TE.left(refused({ code: 'NOT_FOUND' }))

/** The path parameter that names an event or an occurrence. */
export const eventOrOccurrencePath = {
  event_id: required(PathText, 'The id of the event, or of an occurrence of a series.'),
}

/** What the id names, an event or an occurrence. */
export const namedOf = ({
  event_id: id,
}: {
  readonly event_id: string
}): TE.TaskEither<Failure, NamedById> => {
  const named = namedBy(id)
  return isUid(named.uid) ? TE.right(named) : TE.left(refused({ code: 'NOT_FOUND' }))
}
