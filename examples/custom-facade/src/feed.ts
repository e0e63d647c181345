import type { Viewer } from '@kalends/core'
import { KalendsError } from '@kalends/core'
import ICAL from 'ical.js'
import type { FeedParts } from './feed-parts.js'
import { type Component, property } from './jcal.js'
import { participantsShown, vevents } from './vevents.js'
import { vtimezones } from './vtimezones.js'

/** All active events of a viewer, as of one position of the log. */
export const feedOf = async (parts: FeedParts, viewer: Viewer): Promise<string> => {
  const { list, getMany } = parts.calendar.promises
  const components: Component[] = []
  let page = await list({ viewer, filter: { rows: 'Series' }, limit: 200 })
  for (;;) {
    const asOf = { type: 'Position', position: page.position } as const
    const events = await getMany({ viewer, uids: page.items.map(({ uid }) => uid), asOf })
    const shown = [...events.values()].flatMap((event) => participantsShown(event, viewer.userId))
    const ids = new Set(shown.map(({ userId }) => userId))
    const users = await parts.directory.users(viewer.tenantId, [...ids])()
    if (users._tag === 'Left') throw new KalendsError(users.left)
    const reader = { userId: viewer.userId, users: users.right }
    components.push(...[...events.values()].flatMap((event) => vevents(event, reader)))
    if (page.next === null) return printed(components)
    page = await list({ viewer, cursor: page.next, limit: 200 })
  }
}

const printed = (components: readonly Component[]): string => {
  const product = property('prodid', 'text', '-//Kalends//custom facade//EN')
  const head = [property('version', 'text', '2.0'), product]
  return ICAL.stringify(['vcalendar', head, [...vtimezones(components), ...components]])
}
