import * as t from 'io-ts'
import { legacyTimeZones } from './legacy-time-zones.js'

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
  (u): u is TimeZoneId => typeof u === 'string' && ianaNameOf(u) === u,
  (u, context) => {
    const name = typeof u === 'string' ? ianaNameOf(u) : undefined
    return name === undefined ? t.failure(u, context) : t.success(name)
  },
  t.identity,
)
export type TimeZoneId = t.Branded<string, TimeZoneIdBrand>

/** Coordinated universal time: the zone whose offset is always zero. */
export const UTC: TimeZoneId = 'UTC' as TimeZoneId

const ianaNameOf = (given: string): TimeZoneId | undefined => {
  if (given.length > MAX_LENGTH || !FORM.test(given)) return undefined
  const name = spellings().get(given.toLowerCase())
  return name !== undefined && isKnown(name) ? name : undefined
}

/** From the lower-case spelling of every name that may be known to IANA's own. */
const spellings = (): ReadonlyMap<string, TimeZoneId> => {
  spellingsOnce ??= new Map(
    [...legacyTimeZones, ...Intl.supportedValuesOf('timeZone'), UTC].map((name) => [
      name.toLowerCase(),
      name as TimeZoneId,
    ]),
  )
  return spellingsOnce
}
let spellingsOnce: ReadonlyMap<string, TimeZoneId> | undefined

/** Remembers what `Intl` answered: asking costs 60 microseconds. Holds at most every spelling once. */
const isKnown = (name: TimeZoneId): boolean => {
  const remembered = answers.get(name)
  if (remembered !== undefined) return remembered
  const answer = intlKnows(name)
  answers.set(name, answer)
  return answer
}
const answers = new Map<TimeZoneId, boolean>()

const intlKnows = (name: TimeZoneId): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** ASCII only, so that no letter outside it can lower its case into a name. */
const FORM = /^[A-Za-z][A-Za-z0-9_+/-]*$/
const MAX_LENGTH = 40
