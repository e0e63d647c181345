import type { Instant, TimeZoneId } from '@kalends/core'
import { expandICalendar, HOUR_MS, MINUTE_MS, parseStamp, SECOND_MS, zoneOf } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import { windowsZones } from '../zones/windows-zones.js'
import { zoneNamed } from '../zones/zone-named.js'
import type { Component } from './components.js'
import { propertyOf } from './property.js'

/**
 * The zone whose clock changes in a year exactly when STANDARD and DAYLIGHT say: the first such of CLDR's zones for Windows. A
 * clock that does not change in that year is a fixed offset, when that is in whole hours. Null when there is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5
 */
export const zoneOfObservances = (
  observances: readonly Component[],
  year: number,
): TimeZoneId | null => {
  const read = observances.slice(0, MAX_OBSERVANCES).flatMap((each) => observanceOf(each) ?? [])
  const onsets = read.flatMap((observance) => onsetsIn(observance, year))
  if (onsets.length === 0) return fixed(read, year)
  for (const name of new Set(windowsZones().values())) {
    const zone = zoneNamed(name)
    if (zone !== null && onsets.every((onset) => changesAt(zone, onset))) return zone
  }
  return null
}

interface Observance {
  readonly lines: readonly string[]
  /** DTSTART, as written: local, so that texts sort as times. */
  readonly start: string
  readonly fromMs: number
  readonly toMs: number
}

interface Onset {
  readonly at: Instant
  readonly fromMs: number
  readonly toMs: number
}

const observanceOf = ({ lines }: Component): Observance | null => {
  const properties = lines.slice(0, MAX_LINES).flatMap((line) => propertyOf(line) ?? [])
  const plain = (name: string) => properties.find((each) => each.name === name)?.plain ?? ''
  const fromMs = offsetOf(plain('TZOFFSETFROM'))
  const toMs = offsetOf(plain('TZOFFSETTO'))
  const start = plain('DTSTART')
  if (fromMs === null || toMs === null || !/^\d{8}T\d{6}$/.test(start)) return null
  const repeats = properties
    .filter(({ name }) => name === 'RRULE' || name === 'RDATE')
    .map((each) => `${each.name}:${each.plain}`)
  return { lines: [`DTSTART:${start}`, ...repeats], start, fromMs, toMs }
}

const onsetsIn = ({ lines, fromMs, toMs }: Observance, year: number): readonly Onset[] => {
  const window = { from: `${year}-01-01T00:00:00`, to: `${year + 1}-01-01T00:00:00`, limit: 10 }
  const found = expandICalendar(lines.join('\r\n'), {
    ...window,
    options: { includeDtstart: true },
  })
  if (E.isLeft(found) || fromMs === toMs) return []
  return found.right.flatMap(({ local }) => {
    const stamp = parseStamp(`${local}Z`)
    return E.isLeft(stamp) ? [] : [{ at: stamp.right.floorMs - fromMs, fromMs, toMs }]
  })
}

const changesAt = (id: TimeZoneId, { at, fromMs, toMs }: Onset): boolean => {
  const zone = zoneOf(id)
  return zone.offsetMsAt(at - 1) === fromMs && zone.offsetMsAt(at) === toMs
}

/** By the last observance that began. */
const fixed = (observances: readonly Observance[], year: number): TimeZoneId | null => {
  const [last] = observances
    .filter(({ start }) => start.slice(0, 4) <= `${year}`)
    .toSorted((a, b) => (a.start < b.start ? 1 : -1))
  if (last === undefined || last.toMs % HOUR_MS !== 0) return null
  const hours = last.toMs / HOUR_MS
  return zoneNamed(`GMT${hours < 0 ? '-' : '+'}${Math.abs(hours)}`)
}

const offsetOf = (text: string): number | null => {
  const form = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(text)
  if (form === null) return null
  const [, sign, hours, minutes, seconds = '0'] = form
  const ms = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS
  return sign === '-' ? -ms : ms
}

const MAX_OBSERVANCES = 100
const MAX_LINES = 100
