import ICAL from 'ical.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vtimezoneOf } from '../src/index.js'
import { zone } from './given-event.js'

/** Twice a year; by half an hour; other rules since; with Ramadan; a day left out; back in winter; three clocks; none. */
const ZONES = [
  'America/New_York',
  'Australia/Lord_Howe',
  'Europe/Moscow',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Europe/Dublin',
  'Antarctica/Troll',
  'Asia/Kathmandu',
] as const

const [FROM, TO] = [Date.UTC(1990, 0, 1), Date.UTC(2041, 0, 1)]

/** What the runtime's own clock of a zone is ahead of UTC. */
const offsetByIntl = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  return (at: number): number => {
    const [, sign = '+', hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(at)) ?? []
    return Number(`${sign}1`) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  }
}

const componentOf = (text: string) =>
  new ICAL.Component(
    ICAL.parse(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`) as unknown[],
  ).getFirstSubcomponent('vtimezone') ?? new ICAL.Component('none')

/** Every change of the clock that a text tells, in order. */
const onsetsIn = (text: string) =>
  componentOf(text)
    .getAllSubcomponents()
    .flatMap((observance) => {
      const [from = 0, to = 0] = ['tzoffsetfrom', 'tzoffsetto'].map(
        (name) => (observance.getFirstPropertyValue(name) as ICAL.UtcOffset).toSeconds() * 1000,
      )
      return observance.getAllProperties('rdate').map((rdate) => {
        const local = Date.parse(`${String(rdate.getFirstValue())}Z`)
        return { at: local - from, to }
      })
    })
    .toSorted((a, b) => a.at - b.at)

/** As ical.js reads it; it takes local times. */
const offsetByIcalJs = (text: string) => {
  const zone = new ICAL.Timezone(componentOf(text))
  return (localMs: number): number => {
    const local = ICAL.Time.fromDateTimeString(new Date(localMs).toISOString().slice(0, 19))
    local.zone = zone
    return zone.utcOffset(local) * 1000
  }
}

describe.each(ZONES)('the VTIMEZONE of %s', (name) => {
  const text = vtimezoneOf(zone(name))
  const own = offsetByIntl(name)

  test('has the clock of the runtime from 1990 to 2040, at any moment and around each change', () => {
    const onsets = onsetsIn(text)
    // As the RFC reads it: the observance whose onset is the last before.
    const offset = (at: number) => onsets.findLast((onset) => onset.at <= at)?.to
    const moments = onsets.flatMap(({ at }) => [at - 1000, at])
    for (const at of moments.filter((each) => each >= FROM && each < TO))
      expect([at, offset(at)]).toEqual([at, own(at)])
    fc.assert(
      fc.property(fc.integer({ min: FROM, max: TO }), (ms) => {
        const at = ms - (ms % 1000)
        expect([at, offset(at)]).toEqual([at, own(at)])
      }),
      { numRuns: 300 },
    )
  })

  test('is read so by ical.js up to 2035, which is as far as it looks', () => {
    const offset = offsetByIcalJs(text)
    for (let at = FROM; at < Date.UTC(2035, 11); at += 41 * 86_400_000) {
      const local = at + own(at)
      // A local time around a change may mean another instant.
      const isPlain = own(at - 86_400_000) === own(at + 86_400_000)
      if (isPlain) expect([at, offset(local)]).toEqual([at, own(at)])
    }
  })
})

test('a VTIMEZONE says its changes as dates, in lines that end with CRLF', () => {
  const text = vtimezoneOf(zone('Asia/Kathmandu'))
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Kathmandu',
    'BEGIN:STANDARD',
    'DTSTART:19700101T053000',
    'TZOFFSETFROM:+0530',
    'TZOFFSETTO:+0530',
    'RDATE:19700101T053000',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:19860101T000000',
    'TZOFFSETFROM:+0530',
    'TZOFFSETTO:+0545',
    'RDATE:19860101T000000',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    '',
  ])
})
