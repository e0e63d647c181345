import type { UserId } from '@kalends/core'
import type { EventNode } from './event-node.js'

/** What a viewer can do with an event, and whether now. */
export interface CallToAction {
  readonly action: 'REGISTER' | 'UNREGISTER' | 'RSVP' | 'TOGGLE_BOOKMARK'
  readonly label: string
  readonly entityType: 'CALENDAR_EVENT' | 'LIVE_SESSION_SPOT'
  readonly entityId: string
  readonly enabled: boolean
}

/**
 * How a viewer stands to an event. `registrable` is about events with places to take: `Never` for all others.
 */
export interface Facing {
  readonly viewer: UserId
  readonly bookmarked: 'Bookmarked' | 'NotBookmarked' | 'Unavailable'
  readonly registrable: 'Never' | 'Open' | 'Full' | 'Registered'
}

/** The actions that a viewer has, in one order. Pure. */
export const callsToAction = (node: EventNode, facing: Facing): readonly CallToAction[] => [
  ...registration(node, facing),
  ...answering(node, facing),
  ...bookmarking(node, facing),
]

const registration = (
  { id, event }: EventNode,
  { registrable }: Facing,
): readonly CallToAction[] => {
  if (registrable === 'Never') return []
  const entity = { entityType: 'LIVE_SESSION_SPOT', entityId: id } as const
  const stands = event.status !== 'Cancelled'
  return registrable === 'Registered'
    ? [{ action: 'UNREGISTER', label: 'Unregister', ...entity, enabled: stands }]
    : [
        {
          action: 'REGISTER',
          label: registrable === 'Full' ? 'Fully booked' : 'Register',
          ...entity,
          enabled: stands && registrable === 'Open',
        },
      ]
}

/** Who organizes an event may change their mind too, but nobody asks them. Who registers need not answer too. */
const answering = ({ id, event, myRsvp }: EventNode, { viewer, registrable }: Facing) =>
  myRsvp === null || event.organizer === viewer || registrable !== 'Never'
    ? []
    : [
        {
          action: 'RSVP',
          label: myRsvp === 'NeedsAction' ? 'Respond' : 'Change response',
          entityType: 'CALENDAR_EVENT',
          entityId: id,
          enabled: event.status !== 'Cancelled',
        } as const,
      ]

const bookmarking = ({ id }: EventNode, { bookmarked }: Facing): readonly CallToAction[] =>
  bookmarked === 'Unavailable'
    ? []
    : [
        {
          action: 'TOGGLE_BOOKMARK',
          label: bookmarked === 'Bookmarked' ? 'Remove from bookmarks' : 'Add to bookmarks',
          entityType: 'CALENDAR_EVENT',
          entityId: id,
          enabled: true,
        },
      ]
