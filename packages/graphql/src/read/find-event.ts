import type { Viewer } from '@kalends/core'
import { isUid, namedBy } from '@kalends/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../errors/failure.js'
import type { EventNode } from '../event/event-node.js'
import { nodeOfEvent, nodeOfView } from '../event/event-node.js'
import type { GraphqlParts } from '../parts.js'

/** The event or the occurrence of an id; `NotFound` where the viewer may see none. */
export const findEvent = (
  { calendar }: GraphqlParts,
  viewer: Viewer,
  id: string,
): TE.TaskEither<Failure, EventNode> => {
  const { uid, recurrenceId } = namedBy(id)
  if (!isUid(uid)) return TE.left({ type: 'Rejected', rejection: { type: 'NotFound' } })
  return recurrenceId === null
    ? pipe(
        calendar.get({ viewer, uid, audience: 'Visible' }),
        TE.map((event) => nodeOfEvent(event, viewer.userId)),
      )
    : pipe(
        calendar.getOccurrence({ viewer, uid, recurrenceId, audience: 'Visible' }),
        TE.map((view) => nodeOfView(view, viewer.userId)),
      )
}
