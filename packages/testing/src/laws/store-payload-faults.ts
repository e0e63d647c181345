import type { Attachment, CalendarEvent, DomainEvent } from '@kalends/core'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { mappingEvents } from './mapping-events.js'
import type { StoreFault } from './store-faults.js'
import { faulty } from './store-faults.js'

type Created = Extract<DomainEvent, { type: 'Created' }>

const creating = (change: (created: Created) => Created): StoreFault =>
  faulty((store) => ({
    append: (append) =>
      store.append({
        ...append,
        streams: mappingEvents(append.streams, ({ eventId, happened }) => ({
          eventId,
          happened: happened.type === 'Created' ? change(happened) : happened,
        })),
      }),
  }))

const retitling = (change: (text: string) => string): StoreFault =>
  creating((happened) => ({ ...happened, title: change(happened.title) }))

/** Writes what looks the same the same. STORE-021 must reject it. */
export const normalizesText: StoreFault = retitling((text) => text.normalize('NFC'))

/** Ends texts where C does. STORE-021 must reject it. */
export const endsAtZero: StoreFault = retitling((text) => text.split('\0')[0] ?? '')

/** Writes zero without its sign, as `JSON.stringify` does. STORE-021 must reject it. */
export const losesTheSignOfZero: StoreFault = creating((happened) => ({
  ...happened,
  attachments: happened.attachments.map(unsigned),
}))

const unsigned = (each: Attachment): Attachment => ({
  ...each,
  sizeBytes: each.sizeBytes === 0 ? 0 : each.sizeBytes,
})

/** Shows zero without its sign, though it has kept it. STORE-045 must reject it. */
export const showsZeroWithoutItsSign: StoreFault = faulty((store) => ({
  event: (query) =>
    TE.map(
      (event: CalendarEvent | null) =>
        event && { ...event, attachments: event.attachments.map(unsigned) },
    )(store.event(query)),
}))
