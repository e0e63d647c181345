import type { Instant } from '../time/index.js'
import type { EventSource, KeptAttendee } from './event-source.js'
import type { ImportSource, OutsidePerson } from './import-source.js'

/** What is kept of a source that was taken over at `at`, after what was kept before; null when nothing was. */
export const keptSource = (
  before: EventSource | null,
  { raw: _, attendees, ...source }: ImportSource,
  at: Instant,
): EventSource => ({ ...source, attendees: keptAttendees(before?.attendees ?? [], attendees, at) })

/** Guests by their address, or by their name where they have none. */
const keptAttendees = (
  before: readonly KeptAttendee[],
  attendees: ImportSource['attendees'],
  at: Instant,
): readonly KeptAttendee[] => {
  const known = new Map(before.map((each) => [nameOf(each), each]))
  const here = attendees.map((each): KeptAttendee => {
    const earlier = known.get(nameOf(each))
    const statusChanged =
      earlier !== undefined && (earlier.statusChanged || earlier.status !== each.status)
    return { ...each, statusChanged, removedAt: null }
  })
  const names = new Set(attendees.map(nameOf))
  const removed = before
    .filter((each) => !names.has(nameOf(each)))
    .map((each) => ({ ...each, removedAt: each.removedAt ?? at }))
    .toSorted((a, b) => a.removedAt - b.removedAt)
  return [...here, ...removed.slice(-MOST_REMOVED)]
}

const nameOf = ({ email, name }: OutsidePerson): string => email?.toLowerCase() ?? name ?? ''

/** Of those who were removed, so many of the last are kept. */
const MOST_REMOVED = 1000
