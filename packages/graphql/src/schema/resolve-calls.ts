import { kindOf } from '@kalends/core'
import type { Context } from '../context/context.js'
import type { CallToAction, Facing } from '../event/call-to-action.js'
import { callsToAction } from '../event/call-to-action.js'
import type { EventNode } from '../event/event-node.js'

/** Resolves `CalendarEvent.isBookmarked`. */
export const resolveBookmarked = async (
  { id }: EventNode,
  _args: unknown,
  { loaders }: Context,
): Promise<boolean> => (await loaders.bookmark(id)) === 'Bookmarked'

/** Resolves `CalendarEvent.ctas`. */
export const resolveCalls = async (
  node: EventNode,
  _args: unknown,
  { viewer, loaders }: Context,
): Promise<readonly CallToAction[]> =>
  callsToAction(node, {
    viewer: viewer.userId,
    bookmarked: await loaders.bookmark(node.id),
    registrable: registrable(node),
  })

/** A spot that the viewer sees is open, or theirs. */
const registrable = ({ event, myRsvp }: EventNode): Facing['registrable'] => {
  if (kindOf(event) !== 'LiveSessionSpot' || myRsvp === null) return 'Never'
  return myRsvp === 'Accepted' ? 'Registered' : 'Open'
}
