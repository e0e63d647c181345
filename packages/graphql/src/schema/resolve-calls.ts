import { kindOf } from '@kalends/core'
import { after } from '../context/after.js'
import type { Context } from '../context/context.js'
import type { CallToAction, Facing } from '../event/call-to-action.js'
import { callsToAction } from '../event/call-to-action.js'
import type { EventNode } from '../event/event-node.js'

/** Resolves `CalendarEvent.isBookmarked`. */
export const resolveBookmarked = (
  { id }: EventNode,
  _args: unknown,
  { loaders }: Context,
): boolean | Promise<boolean> =>
  after(loaders.bookmarks.load(id), (bookmarked) => bookmarked === 'Bookmarked')

/** Resolves `CalendarEvent.ctas`. */
export const resolveCalls = (
  node: EventNode,
  _args: unknown,
  { viewer: { userId: viewer }, loaders }: Context,
): readonly CallToAction[] | Promise<readonly CallToAction[]> =>
  after(loaders.bookmarks.load(node.id), (bookmarked) =>
    callsToAction(node, { viewer, bookmarked, registrable: registrable(node) }),
  )

/** A spot that the viewer sees is open, or theirs. */
const registrable = ({ event, myRsvp }: EventNode): Facing['registrable'] => {
  if (kindOf(event) !== 'LiveSessionSpot' || myRsvp === null) return 'Never'
  return myRsvp === 'Accepted' ? 'Registered' : 'Open'
}
