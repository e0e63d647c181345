import * as E from 'fp-ts/lib/Either.js'
import { daysFromCivil, daysInMonth } from './civil.js'
import { digitsAt } from './digits.js'
import { type Instant, MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { localDateTimeOfMs } from './local-date-time.js'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './units.js'

/**
 * The instant a stamp names, cut to whole milliseconds.
 *
 * `exact` is false when the stamp lies between `floorMs` and the next millisecond.
 */
export interface Stamp {
  readonly floorMs: Instant
  readonly exact: boolean
}

/**
 * Why a text is not a stamp.
 *
 * - `Malformed`: not of the form, or longer than any stamp we take.
 * - `NoOffset`: a wall-clock reading without `Z` or offset, which names no instant.
 * - `OutOfRange`: of the form, but with a day, time or offset that does not exist, or an instant
 *   outside MIN_INSTANT to MAX_INSTANT.
 */
export interface StampRefusal {
  readonly type: 'Malformed' | 'NoOffset' | 'OutOfRange'
}

/**
 * Reads an RFC 3339 stamp, or ISO 8601's extended form of it: `2027-03-08T09:00:00.5-05:00`.
 *
 * Seconds may be left out, a fraction may follow `.` or `,`, an offset may be `-05:00`, `-0500` or
 * `-05`; `T` and `Z` in either case. Refuses what has more than 64 characters unread, hour 24,
 * second 60 and offsets beyond 23:59.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export const parseStamp = (text: string): E.Either<StampRefusal, Stamp> => {
  const form = text.length > MAX_LENGTH ? null : FORM.exec(text)
  if (form === null) return MALFORMED
  const [, seconds = '', fraction = '', offset = ''] = form
  if (offset === '') return NO_OFFSET
  if (!dayExists(text) || !timeExists(text, seconds)) return OUT_OF_RANGE
  const offsetMs = offsetMsOf(offset)
  const exact = !FINER_THAN_MS.test(fraction)
  const floorMs = localMsOf(text, seconds, fraction) - offsetMs
  const lastMs = exact ? MAX_INSTANT : MAX_INSTANT - 1
  // Written so that the NaN of an impossible offset is refused too.
  if (!(floorMs >= MIN_INSTANT && floorMs <= lastMs)) return OUT_OF_RANGE
  return E.right({ floorMs, exact })
}

/** The last whole millisecond not after `stamp`. */
export const roundDown = (stamp: Stamp): Instant => stamp.floorMs

/** The first whole millisecond not before `stamp`. Never beyond MAX_INSTANT. */
export const roundUp = (stamp: Stamp): Instant => (stamp.exact ? stamp.floorMs : stamp.floorMs + 1)

/**
 * Prints an instant in UTC: `2027-03-08T14:00:00Z`, with a fraction only when it is not zero.
 *
 * One spelling for each instant: a fraction has three digits. Held to MIN_INSTANT and
 * MAX_INSTANT.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8984#section-1.4.3
 */
export const formatInstantUtc = (ms: Instant): string => `${localDateTimeOfMs(ms)}Z`

const dayExists = (text: string): boolean => {
  const day = digitsAt(text, 8, 2)
  return day >= 1 && day <= daysInMonth(digitsAt(text, 0, 4), digitsAt(text, 5, 2))
}

const timeExists = (text: string, seconds: string): boolean =>
  digitsAt(text, 11, 2) < 24 && digitsAt(text, 14, 2) < 60 && secondsOf(seconds) < 60

const localMsOf = (text: string, seconds: string, fraction: string): number =>
  daysFromCivil(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)) * DAY_MS +
  digitsAt(text, 11, 2) * HOUR_MS +
  digitsAt(text, 14, 2) * MINUTE_MS +
  secondsOf(seconds) * SECOND_MS +
  wholeMsOf(fraction)

/** `:SS`, or nothing. */
const secondsOf = (seconds: string): number => digitsAt(seconds, 1, seconds.length === 0 ? 0 : 2)

const wholeMsOf = (fraction: string): number => {
  const digits = Math.min(fraction.length, 3)
  return digitsAt(fraction, 0, digits) * 10 ** (3 - digits)
}

/** NaN when there is no such offset. */
const offsetMsOf = (offset: string): number => {
  if (offset === 'Z' || offset === 'z') return 0
  const hours = digitsAt(offset, 1, 2)
  const minutes = offset.length === 3 ? 0 : digitsAt(offset, offset.length - 2, 2)
  if (hours > 23 || minutes > 59) return Number.NaN
  const size = hours * HOUR_MS + minutes * MINUTE_MS
  return offset.startsWith('-') ? -size : size
}

const MAX_LENGTH = 64

const FORM =
  /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?:(:\d{2})(?:[.,](\d+))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/

const FINER_THAN_MS = /^\d{3}\d*[1-9]/

const MALFORMED = E.left<StampRefusal>({ type: 'Malformed' })
const NO_OFFSET = E.left<StampRefusal>({ type: 'NoOffset' })
const OUT_OF_RANGE = E.left<StampRefusal>({ type: 'OutOfRange' })
