import type { CalendarEvent, DirectoryUser, Viewer } from '@kalends/core'
import { KalendsError, participantsShown } from '@kalends/core'
import { toICalendar } from '@kalends/sources'
import type { FeedParts } from './feed-parts.js'

/** All active events of a viewer as iCalendar text, as of one position of the log. */
export const feedOf = async (parts: FeedParts, viewer: Viewer): Promise<string> => {
  const events = await eventsOf(parts, viewer)
  const users = await usersIn(events, parts, viewer)
  const product = '-//Kalends//custom facade//EN'
  return toICalendar(events, { viewer: viewer.userId, users, product })
}

const eventsOf = async ({ calendar }: FeedParts, viewer: Viewer) => {
  const { list, getMany } = calendar.promises
  const found: CalendarEvent[] = []
  let page = await list({ viewer, filter: { rows: 'Series' }, limit: 200 })
  for (;;) {
    const asOf = { type: 'Position', position: page.position } as const
    const events = await getMany({ viewer, uids: page.items.map(({ uid }) => uid), asOf })
    found.push(...events.values())
    if (page.next === null) return found
    page = await list({ viewer, cursor: page.next, limit: 200 })
  }
}

const usersIn = async (
  events: readonly CalendarEvent[],
  { directory }: FeedParts,
  viewer: Viewer,
): Promise<ReadonlyMap<string, DirectoryUser>> => {
  const shown = events.flatMap((event) => participantsShown(event, viewer.userId))
  const ids = new Set(shown.map(({ userId }) => userId))
  const users = await directory.users(viewer.tenantId, [...ids])()
  if (users._tag === 'Left') throw new KalendsError(users.left)
  return users.right
}
