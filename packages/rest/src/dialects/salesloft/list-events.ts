import type { CalendarService, NumberedRow } from '@kalends/core'
import type { NamesParts } from '../../kit/index.js'
import { listing } from '../../kit/index.js'
import { eventRecord } from './event-record.js'
import { ListAnswer, metadataOf } from './list-answer.js'
import { listQuery, requestOf, userOf } from './list-query.js'

/** What the list is made of. */
export interface ListParts extends NamesParts {
  readonly calendar: CalendarService
}

/** `GET /v2/calendar/events`: a numbered page of a user's calendar. */
export const listEvents = (parts: ListParts) =>
  listing(parts, {
    path: '/v2/calendar/events',
    operationId: 'listCalendarEvents',
    summary: 'List calendar events',
    description:
      'Single events, series and changed occurrences of series, cancelled ones too. Pages drift while others write, unless all are read as of one moment.',
    query: listQuery,
    problems: ['RECURRENCE_TOO_COSTLY', 'FORBIDDEN', 'SNAPSHOT_EXPIRED'],
    request: requestOf,
    read: parts.calendar.numberedPage,
    users: usersOf,
    row: (row, { identity, query, names }) =>
      eventRecord(row, { identity, names, user: userOf(identity, query) }),
    answer: (data, page, query) => ({ metadata: metadataOf(page, query), data }),
    codec: ListAnswer,
  })

const usersOf = ({ event }: NumberedRow) => [
  event.organizer,
  ...event.participants.keys(),
  ...(event.removed ?? []).map(({ userId }) => userId),
]
