import type { Service } from './client.js'
import { run, subscribe } from './client.js'
import { Changes, ListEvents, Register, ToggleBookmark } from './documents.js'

/**
 * Looks at a calendar from a moment on, bookmarks the first event, takes the first spot that is open, and waits for the
 * change that this makes. Says what it does, line by line.
 */
export async function* visit(
  service: Service,
  fromDate: string,
): AsyncGenerator<string, void, undefined> {
  const { getCalendarEvents } = await run(service, ListEvents, { fromDate, first: 10 })
  const rows = getCalendarEvents.edges.map(({ node }) => node)
  for (const { start, type, title } of rows) yield `${start} ${type} ${title}`

  const [first] = rows
  if (first !== undefined) {
    const { toggleBookmark } = await run(service, ToggleBookmark, { eventId: first.id })
    yield toggleBookmark.__typename === 'Refusal'
      ? `not bookmarked: ${toggleBookmark.reason}`
      : `${toggleBookmark.isBookmarked ? 'bookmarked' : 'no longer bookmarked'}: ${first.title}`
  }
  const spot = rows.find(({ ctas }) =>
    ctas.some(({ action, enabled }) => action === 'REGISTER' && enabled),
  )
  if (spot !== undefined) yield* take(service, spot.id)
}

/** The subscription begins first, so that it does not miss the change. */
async function* take(service: Service, eventId: string): AsyncGenerator<string, void, undefined> {
  const leaving = new AbortController()
  const changes = subscribe(service, Changes, leaving.signal)
  const change = changes.next()
  const { register } = await run(service, Register, { eventId })
  if (register.__typename === 'Refusal') {
    yield `not registered: ${register.message}`
  } else {
    yield `registered: ${register.event.title}`
    const { value } = await change
    if (value) yield `told: ${value.calendarEventChanged.type} ${value.calendarEventChanged.id}`
  }
  leaving.abort()
  await change.catch(() => undefined)
}
