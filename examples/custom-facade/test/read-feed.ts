import type { EventTime, Filter, RecurrenceId } from '@kalends/core'
import {
  boundsIn,
  closeWindow,
  compareIn,
  holds,
  localMsOf,
  LocalDate,
  LocalDateTime,
  occurrencesIn,
  occurrenceTime,
  openRecurrence,
  recurrenceIdOf,
  TimeZoneId,
  UTC,
  zoneOf,
} from '@kalends/core'
import type { ListedRow } from '@kalends/testing'
import * as E from 'fp-ts/lib/Either.js'
import ICAL from 'ical.js'

/** Who looks at a feed, and at what of it. */
export interface Look {
  readonly address: string
  readonly filter: Pick<Filter, 'window' | 'timeZone'>
}

/** The rows that a calendar program shows of a feed, by its own parser of components and core's reading of rules. */
export const rowsIn = (text: string, look: Look): readonly ListedRow[] => {
  const compare = compareIn('Ascending')
  const vevents = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
  return [...Map.groupBy(vevents, (vevent) => textOf(vevent, 'uid')).values()]
    .flatMap((those) => rowsOf(those, look))
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)))
}

const keyOf = (row: ListedRow) => ({ ...row, recurrenceId: row.recurrenceId ?? '' })

const rowsOf = (
  vevents: readonly ICAL.Component[],
  { address, filter }: Look,
): readonly ListedRow[] => {
  const whole = vevents.find((each) => !each.hasProperty('recurrence-id'))
  if (whole === undefined) throw new Error('a change of what is not there')
  const time = timeOf(whole)
  const changed = new Map(vevents.map((each) => [idOf(each), each] as const))
  const window = closeWindow(filter.window)
  const ids = new Set([...idsOf(whole, time, filter), ...changed.keys()])
  if (whole.hasProperty('rrule') || whole.hasProperty('rdate')) ids.delete(null)
  return [...ids].flatMap((recurrenceId) => {
    const own = changed.get(recurrenceId)
    if (own !== undefined && textOf(own, 'status') === 'CANCELLED') return []
    const at = own === undefined ? occurrenceTime(time, recurrenceId ?? zero) : timeOf(own)
    const { start, end } = boundsIn(at, zoneOf(filter.timeZone))
    const status = statusIn(own ?? whole, address)
    return holds(window, start, end)
      ? [{ uid: textOf(whole, 'uid'), recurrenceId, start, end, status }]
      : []
  })
}

const zero = recurrenceIdOf(0)

/** The readings of its recurrence, as far as a window may hold them unless they were moved. */
const idsOf = (whole: ICAL.Component, time: EventTime, { window }: Look['filter']) => {
  const lines = ['rrule', 'rdate', 'exdate'].flatMap((name) =>
    whole.getAllProperties(name).map((each) => each.toICALString().replace(/\r?\n /g, '')),
  )
  if (lines.length === 0) return [null]
  // Core makes no series that starts within a second, and where history has one nothing takes place.
  if (time.type === 'Timed' && time.start % 1000 !== 0) return []
  const open = openRecurrence(time, lines)
  if (E.isLeft(open)) throw new Error(JSON.stringify(open.left))
  const found = occurrencesIn(open.right, {
    to: (window.startTo?.at ?? Infinity) + YEAR_MS,
    limit: 20_000,
  })
  if (E.isLeft(found)) throw new Error(JSON.stringify(found.left))
  return [...found.right.localSeconds].map(recurrenceIdOf)
}

const YEAR_MS = 366 * 86_400_000

const textOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name))

const valueOf = (component: ICAL.Component, name: string): readonly [string, string] | null => {
  const [, parameters, , value] = (component.getFirstProperty(name)?.toJSON() ?? []) as readonly [
    string?,
    Readonly<Record<string, string>>?,
    string?,
    string?,
  ]
  return value === undefined ? null : [value, parameters?.['tzid'] ?? UTC]
}

const idOf = (component: ICAL.Component): RecurrenceId | null => {
  const [value] = valueOf(component, 'recurrence-id') ?? []
  if (value === undefined) return null
  const id = value.length === 10 ? `${value}T00:00:00` : value.replace('Z', '')
  if (!LocalDateTime.is(id)) throw new Error(id)
  return id
}

/** When a component takes place. */
const timeOf = (component: ICAL.Component): EventTime => {
  const from = valueOf(component, 'dtstart')
  const to = valueOf(component, 'dtend') ?? from
  if (from === null || to === null) throw new Error('no DTSTART')
  if (LocalDate.is(from[0]) && LocalDate.is(to[0]))
    return { type: 'AllDay', start: from[0], end: to[0], timeZone: null }
  const exact = valueOf(component, 'x-kalends-time')?.[0].split('/').map(Date.parse)
  const [start = instantOf(from), end = instantOf(to)] = exact ?? []
  if (!TimeZoneId.is(from[1])) throw new Error(from[1])
  return { type: 'Timed', start, end, timeZone: from[1] }
}

const instantOf = ([local, tzid]: readonly [string, string]): number => {
  const reading = local.replace('Z', '')
  if (!LocalDateTime.is(reading) || !TimeZoneId.is(tzid)) throw new Error(`${local} in ${tzid}`)
  return zoneOf(local.endsWith('Z') ? UTC : tzid).instantOf(localMsOf(reading))
}

const STATUSES = new Map([
  ['NEEDS-ACTION', 'NeedsAction'],
  ['ACCEPTED', 'Accepted'],
  ['DECLINED', 'Declined'],
  ['TENTATIVE', 'Tentative'],
] as const)

const statusIn = (component: ICAL.Component, address: string): ListedRow['status'] => {
  const own = component
    .getAllProperties('attendee')
    .find((each) => each.getFirstValue() === `mailto:${address}`)
  return STATUSES.get(own?.getFirstParameter('partstat') as 'ACCEPTED') ?? null
}
