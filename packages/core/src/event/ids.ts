/** The tenant a log, its events and its calendars belong to. 1 to 200 code points. */
export type TenantId = string

/** A user of the host's directory. 1 to 200 code points. */
export type UserId = string

/** A channel (a named group of users) of the host's directory. 1 to 200 code points. */
export type ChannelId = string

/** A calendar: see `calendar/`. */
export type CalendarId = string

/**
 * The identity of a calendar event, unique in its tenant, chosen by the client or a UUIDv7.
 *
 * @see isUid
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-4.1.2
 */
export type Uid = string

const UID_FORM = /^[A-Za-z0-9._~-]{1,128}$/
const OCCURRENCE_SUFFIX = /_\d{8}(T\d{6}Z)?$/
const TAKEN_BY_ROUTES: ReadonlySet<string> = new Set(['.', '..', 'overview'])

/**
 * Whether `text` may name a calendar event: 1 to 128 unreserved characters of RFC 3986.
 *
 * Refuses the path segments `.` and `..`, the name `overview`, and whatever ends like an occurrence
 * id (`_20270308T140000Z`, `_20270308`).
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2.3
 */
export const isUid = (text: string): text is Uid =>
  UID_FORM.test(text) && !TAKEN_BY_ROUTES.has(text) && !OCCURRENCE_SUFFIX.test(text)
