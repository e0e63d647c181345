import { localDateTimeOfMs, MINUTE_MS, TimeZoneId, zoneOf } from '@kalends/core'
import type { Component } from './jcal.js'
import { property } from './jcal.js'

/**
 * A VTIMEZONE for each zone that components name, with every change of its clock from 1970 to 2100 as core knows it:
 * a rule "for ever" is wrong for the years before it came.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5
 */
export const vtimezones = (components: readonly Component[]): readonly Component[] => {
  const parameters = components.flatMap(([, properties]) => properties.map(([, each]) => each))
  return [...new Set(parameters.map(({ tzid }) => tzid))].filter(TimeZoneId.is).map((tzid) => {
    const observances = Map.groupBy(changes(tzid), ({ before, after }) => `${before} ${after}`)
    const parts = [...observances.values()].map(observance)
    return ['vtimezone', [property('tzid', 'text', tzid)], parts]
  })
}

/** From one offset to another, when the clock showed `onset`; the first is the offset there was. */
function* changes(tzid: TimeZoneId) {
  const { segmentAt } = zoneOf(tzid)
  let before = segmentAt(0).offsetMs
  for (let at = 0; at < END_MS; at = segmentAt(at).endMs) {
    const after = segmentAt(at).offsetMs
    const onset = localDateTimeOfMs(at + before)
    if (at === 0 || after !== before) yield { before, after, onset }
    before = after
  }
}

const END_MS = Date.UTC(2100)

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
