import type { CalendarEvent } from '@kalends/core'
import { TimeZoneId } from '@kalends/core'
import ICAL from 'ical.js'
import type { ExportContext } from './export-context.js'
import { type Component, property, textProperty } from './jcal.js'
import { vevents } from './vevents.js'
import { vtimezone } from './vtimezone.js'

/**
 * Writes events as one iCalendar object for a viewer, with the VTIMEZONEs they need: each event, and its occurrences that were
 * changed, or answered on their own.
 *
 * The same events give the same text. Lines end with CRLF and are folded at 75 octets. Events stand in the order given, and are
 * written whoever may see them: list those that the viewer may. Attachments, Deltas, `source` and `raw` are left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.4
 */
export const toICalendar = (events: Iterable<CalendarEvent>, context: ExportContext): string => {
  const components = [...events].flatMap((event) => vevents(event, context))
  const head = [
    property('version', 'text', '2.0'),
    textProperty('prodid', context.product ?? '-//Kalends//EN'),
  ]
  const zones = zonesIn(components).map(vtimezone)
  return ICAL.stringify(['vcalendar', head, [...zones, ...components]])
}

const zonesIn = (components: readonly Component[]): readonly TimeZoneId[] => {
  const named = components.flatMap(([, all]) => all.map(([, { tzid }]) => tzid))
  return [...new Set(named)].filter(TimeZoneId.is)
}
