import * as t from 'io-ts'
import { knownTimeZone } from './known-time-zone.js'

interface TimeZoneIdBrand {
  readonly TimeZoneId: unique symbol
}

/**
 * The IANA name of a time zone that this runtime knows: `America/New_York`.
 *
 * Decoding ignores case and yields IANA's spelling; `is` accepts only that. Never swaps a name for
 * another of the same zone: `US/Eastern` and `Asia/Kolkata` stay what they were, so two ids that
 * differ may name one zone.
 *
 * Rejects offsets (`+05:00`), `Etc/Unknown`, POSIX rules (`EST5`) and abbreviations that are not
 * IANA names (`PST`, `IST`).
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-4.7.1
 */
export const TimeZoneId = new t.Type<TimeZoneId, string, unknown>(
  'TimeZoneId',
  (u): u is TimeZoneId => typeof u === 'string' && knownTimeZone(u) === u,
  (u, context) => {
    const name = typeof u === 'string' ? knownTimeZone(u) : undefined
    return name === undefined ? t.failure(u, context) : t.success(name as TimeZoneId)
  },
  t.identity,
)
export type TimeZoneId = t.Branded<string, TimeZoneIdBrand>

/** Coordinated universal time: the zone whose offset is always zero. */
export const UTC: TimeZoneId = 'UTC' as TimeZoneId
