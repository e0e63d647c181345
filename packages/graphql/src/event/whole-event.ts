import type { CalendarEvent } from '@kalends/core'
import { occurrenceOf } from '@kalends/core'
import { after } from '../context/after.js'
import type { Context } from '../context/context.js'
import type { EventNode } from './event-node.js'

/** The event of a node with its participants, as they stand to the node; null when it is the viewer's no more. */
export const wholeEvent = (
  { whole, uid, recurrenceId, position }: EventNode,
  { loaders }: Context,
): CalendarEvent | null | Promise<CalendarEvent | null> =>
  whole ??
  after(loaders.events.load({ uid, position }), (event) =>
    event === null || recurrenceId === null ? event : occurrenceOf(event, recurrenceId),
  )
