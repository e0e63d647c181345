/** A point on the time line: whole milliseconds from 1970-01-01T00:00:00Z, leap seconds not counted. */
export type Instant = number

/** The first instant the library knows: 0001-01-01T00:00:00Z. */
export const MIN_INSTANT: Instant = -62_135_596_800_000

/** The last instant the library knows, included: 9999-12-31T23:59:59.999Z. */
export const MAX_INSTANT: Instant = 253_402_300_799_999
