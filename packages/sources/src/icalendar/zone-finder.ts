import type { TimeZoneId } from '@kalends/core'
import { zoneNamed } from '../zones/zone-named.js'
import type { Component } from './components.js'
import { propertyOf } from './property.js'
import { zoneOfObservances } from './zone-of-observances.js'

/** Finds the zone of a TZID; null for none is the calendar's own. Null when nothing names it. */
export type ZoneFinder = (tzid: string | null, year: number) => TimeZoneId | null

/**
 * How the TZIDs of one text are read. In this order: the name itself (IANA's, or Windows'), X-LIC-LOCATION of its VTIMEZONE, and
 * the zone whose clock changes as the VTIMEZONE says in the year of the event. At most 20 are found by the last.
 *
 * A name that is known counts for more than what its VTIMEZONE says, which is often out of date.
 */
export const zoneFinder = (
  vtimezones: readonly Component[],
  timeZone: string | undefined,
): ZoneFinder => {
  const byId = new Map(vtimezones.map((zone) => [valueOf(zone, 'TZID'), zone] as const))
  const compared = new Map<string, TimeZoneId | null>()
  const byClock = (zone: Component, tzid: string, year: number): TimeZoneId | null => {
    const key = `${tzid}\n${year}`
    const known = compared.get(key)
    if (known !== undefined || compared.size >= MAX_COMPARED) return known ?? null
    const found = zoneOfObservances(zone.parts, year)
    compared.set(key, found)
    return found
  }
  return (tzid, year) => {
    if (tzid === null) return zoneNamed(timeZone ?? 'UTC')
    const zone = byId.get(tzid)
    const named = zoneNamed(tzid) ?? zoneNamed((zone && valueOf(zone, 'X-LIC-LOCATION')) ?? '')
    return named ?? (zone === undefined ? null : byClock(zone, tzid, year))
  }
}

const valueOf = ({ lines }: Component, name: string): string | null => {
  for (const line of lines) {
    const property = line.toUpperCase().startsWith(name) ? propertyOf(line) : null
    if (property?.name === name) return property.text
  }
  return null
}

const MAX_COMPARED = 20
