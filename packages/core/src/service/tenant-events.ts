import { pipe } from 'fp-ts/lib/function.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { CalendarEvent } from '../event/index.js'
import { occurrenceOf, printRecurrenceId } from '../event/index.js'
import type { StoreFailure } from '../ports/index.js'
import type { Instant } from '../time/index.js'
import type { ReadFailure } from './failure.js'
import type { Parts } from './parts.js'
import { tenantPage } from './tenant-page.js'
import type { TenantEventsRequest } from './tenant-request.js'
import type { TenantPlace } from './tenant-slice.js'

/**
 * One event of a tenant, or one occurrence of a series as it is there.
 *
 * `start` and `end` are midnights in UTC for an all-day event. `updatedAt` is when the last change was recorded; for an
 * occurrence, when it entered the sync window if that was later.
 */
export interface TenantEvent {
  readonly event: CalendarEvent
  /** Null for a single event. */
  readonly series: CalendarEvent | null
  /** As wires call the occurrence; null for a single event. */
  readonly recurrenceId: string | null
  readonly start: Instant
  readonly end: Instant
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** One page, in order. `next` and `previous` are null where there is none. All pages show the log as of `position`. */
export interface TenantEventsPage {
  readonly items: readonly TenantEvent[]
  readonly next: string | null
  readonly previous: string | null
  readonly position: number
}

/**
 * Lists the events of a tenant, whoever participates, cancelled ones too: each single event, and each occurrence of a series in the
 * sync window. Who may see so much is for the facade to say.
 */
export const tenantEvents =
  (parts: Parts) =>
  (request: TenantEventsRequest): TE.TaskEither<ReadFailure, TenantEventsPage> =>
    pipe(
      tenantPage(parts, request),
      TE.bindTo('page'),
      TE.bindW('events', ({ page }) => eventsOf(parts, request, page)),
      TE.map(({ page, events }) => ({
        ...page,
        items: page.items.flatMap((place) => rowOf(place, events.get(place.uid) ?? null)),
      })),
    )

type Events = ReadonlyMap<string, CalendarEvent>

/** Each event once, however many of its occurrences are on the page. */
const eventsOf = (
  { store }: Parts,
  { viewer: { tenantId } }: TenantEventsRequest,
  { items, position }: { readonly items: readonly TenantPlace[]; readonly position: number },
): TE.TaskEither<StoreFailure, Events> =>
  pipe(
    [...new Set(items.map(({ uid }) => uid))],
    TE.traverseArray((uid) => store.event({ tenantId, uid, position })),
    TE.map(
      (events) => new Map(events.flatMap((event) => (event === null ? [] : [[event.uid, event]]))),
    ),
  )

const rowOf = (
  { recurrenceId, times }: TenantPlace,
  event: CalendarEvent | null,
): readonly TenantEvent[] => {
  if (event === null) return []
  const { start, end, createdAt, updatedAt } = times
  const common = { start, end, createdAt, updatedAt }
  return recurrenceId === null
    ? [{ ...common, event, series: null, recurrenceId }]
    : [
        {
          ...common,
          event: occurrenceOf(event, recurrenceId),
          series: event,
          recurrenceId: printRecurrenceId(recurrenceId, event.time),
        },
      ]
}
