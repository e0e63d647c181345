import type { CalendarEvent, NumberedRow } from '@kalends/core'
import { occurrenceId, primaryCalendarId, printRecurrenceId } from '@kalends/core'
import { renderBody } from '../../body/index.js'
import type { Identity } from '../../http/index.js'
import type { Names } from '../../kit/index.js'
import { attendeesOf } from './attendees.js'
import { recurringOf } from './recurring.js'
import { stamp } from './stamp.js'
import { tenantIdOf } from './tenant-id.js'

/** For whom a record is. */
export interface Recording {
  readonly identity: Identity
  /** Whose calendar it is in. */
  readonly user: string
  readonly names: Names
}

/** A row of the list as the contract writes it. */
export const eventRecord = (row: NumberedRow, { identity, user, names }: Recording) => {
  const { event, start, end } = row
  const { source } = event
  return {
    user_guid: user,
    updated_at: stamp(source?.updatedAt ?? event.updatedAt),
    title: event.title,
    tenant_id: tenantIdOf(identity.tenantId),
    status: statusOf(event),
    start_time: stamp(start),
    ...recurringOf(row),
    provider: source?.provider ?? null,
    organizer: emailOf(event, 'organizer', names),
    location: event.location,
    id: idOf(row),
    i_cal_uid: source === null ? event.uid : source.iCalUid,
    html_link: source?.htmlLink ?? null,
    extended_properties: source?.extendedProperties ?? {},
    end_time: stamp(end),
    description: descriptionOf(event),
    creator: emailOf(event, 'creator', names),
    created_at: stamp(source?.createdAt ?? event.createdAt),
    conference_data: conferenceOf(event),
    canceled_at: canceledAt(event),
    calendar_id: user === event.organizer ? event.calendarId : primaryCalendarId(user),
    busy: source?.transparency !== 'Transparent' && event.status !== 'Cancelled',
    body_html: source?.provider === 'microsoft' ? htmlOf(event) : null,
    attendees: attendeesOf(event, user, names),
    all_day: event.time.type === 'AllDay',
  }
}

const STATUS = { Confirmed: 'confirmed', Tentative: 'tentative', Cancelled: 'cancelled' } as const

const statusOf = ({ source, status }: CalendarEvent): (typeof STATUS)[keyof typeof STATUS] | '' =>
  source === null || source.provider === 'google' ? STATUS[status] : ''

const idOf = ({ event, series, recurrenceId }: NumberedRow): string => {
  if (series === null || recurrenceId === null) return event.source?.providerId ?? event.uid
  const own = series.overrides.get(recurrenceId)?.source?.providerId
  const ofSeries = series.source?.providerId ?? series.uid
  return own ?? occurrenceId(ofSeries, printRecurrenceId(recurrenceId, series.time))
}

const emailOf = (
  { source, organizer }: CalendarEvent,
  role: 'organizer' | 'creator',
  names: Names,
): string | null =>
  source === null ? (names(organizer).email ?? null) : (source[role]?.email ?? null)

const conferenceOf = ({ source }: CalendarEvent): Readonly<Record<string, unknown>> =>
  source?.conferenceUrl ? { url: source.conferenceUrl } : {}

/** A cancelled event is changed no more: its last change was that. */
const canceledAt = ({ status, source, updatedAt }: CalendarEvent): string | null =>
  status === 'Cancelled' ? stamp(source?.updatedAt ?? updatedAt) : null

const descriptionOf = ({ body }: CalendarEvent): string | null => {
  const [plain] = body === null ? [] : renderBody(body, ['PLAIN'])
  return plain?.format === 'PLAIN' ? plain.content : null
}

const htmlOf = ({ body }: CalendarEvent): string | null => {
  const [html] = body === null ? [] : renderBody(body, ['HTML'])
  return html?.format === 'HTML' ? html.content : null
}
