import type { Instant, TimeZoneId } from '@kalends/core'
import { localDateTimeOfMs, MINUTE_MS, zoneOf } from '@kalends/core'
import { type Component, property } from './jcal.js'

/**
 * The clock of a zone as a component, with every change from 1970 to 2100 as core knows it.
 *
 * Has no rules: one "for ever" is wrong for the years before it came, and for zones that move with Ramadan.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5
 */
export const vtimezone = (tzid: TimeZoneId): Component => {
  const observances = Map.groupBy(changes(tzid), ({ before, after }) => `${before} ${after}`)
  return ['vtimezone', [property('tzid', 'text', tzid)], [...observances.values()].map(observance)]
}

/** Whether a VTIMEZONE tells the clock of then. */
export const isTold = (at: Instant): boolean => at >= FROM_MS && at < END_MS

const FROM_MS = 0
const END_MS = Date.UTC(2100)

/** From one offset to another, when the clock before showed `onset`; the first is the offset there was. */
function* changes(tzid: TimeZoneId) {
  const { segmentAt } = zoneOf(tzid)
  let before = segmentAt(FROM_MS).offsetMs
  for (let at = FROM_MS; at < END_MS; at = segmentAt(at).endMs) {
    const after = segmentAt(at).offsetMs
    const onset = localDateTimeOfMs(at + before)
    if (at === FROM_MS || after !== before) yield { before, after, onset }
    before = after
  }
}

type Change = ReturnType<typeof changes> extends Generator<infer C> ? C : never

// Each onset is an RDATE, the first DTSTART too: some readers take DTSTART for an onset only when it is alone.
const observance = (all: readonly Change[]): Component => {
  const [{ before, after, onset } = { before: 0, after: 0, onset: '' }] = all
  const properties = [
    property('dtstart', 'date-time', onset),
    property('tzoffsetfrom', 'utc-offset', offset(before)),
    property('tzoffsetto', 'utc-offset', offset(after)),
    ...all.map((each) => property('rdate', 'date-time', each.onset)),
  ]
  return [after > before ? 'daylight' : 'standard', properties, []]
}

const offset = (ms: number): string => {
  const clock = localDateTimeOfMs(Math.abs(ms)).slice(11)
  return `${ms < 0 ? '-' : '+'}${ms % MINUTE_MS === 0 ? clock.slice(0, 5) : clock}`
}
