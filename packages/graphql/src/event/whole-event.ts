import type { CalendarEvent } from '@kalends/core'
import { occurrenceOf } from '@kalends/core'
import type { Context } from '../context/context.js'
import type { EventNode } from './event-node.js'

/** The event of a node with its participants, as they stand to the node; null when it is the viewer's no more. */
export const wholeEvent = async (
  { whole, uid, recurrenceId, position }: EventNode,
  { loaders }: Context,
): Promise<CalendarEvent | null> => {
  if (whole !== null) return whole
  const event = await loaders.event({ uid, position })
  return event === null || recurrenceId === null ? event : occurrenceOf(event, recurrenceId)
}
