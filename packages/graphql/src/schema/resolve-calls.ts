import type { Context } from '../context/context.js'
import type { CallToAction } from '../event/call-to-action.js'
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
    registrable: 'Never',
  })
