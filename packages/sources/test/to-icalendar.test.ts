import type { CalendarEvent } from '@kalends/core'
import { UTC } from '@kalends/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { iCalendarEvents, toICalendar, vtimezoneOf } from '../src/index.js'
import { commandOf, shownBy } from './given.js'
import { days, eventOf, guest, guests, id, timed, zone } from './given-event.js'

const unfolded = (text: string) => text.replace(/\r\n /g, '')
const written = (...events: readonly CalendarEvent[]) => toICalendar(events, { viewer: 'ann' })
const linesOf = (...events: readonly CalendarEvent[]) => unfolded(written(...events)).split('\r\n')
const timesOf = (event: CalendarEvent) =>
  linesOf(event).filter((line) => /^(DT(START|END)[:;].*20[23]7|DURATION|X-KALENDS)/.test(line))

const context = { tenantId: 'acme', actor: 'ann', timeZone: 'Asia/Tokyo' }
const readAgain = (event: CalendarEvent) =>
  commandOf(iCalendarEvents(written(event), context), event.uid)
/** What a calendar shows of a series without exceptions, as core keeps it. */
const shown = ({ time, recurrence, ...event }: CalendarEvent) =>
  shownBy({ ...readAgain(weekly), ...{ time, recurrence, title: event.title, occurrences: [] } })

const weekly = eventOf({ recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'] })

describe('toICalendar', () => {
  test('of nothing is an empty calendar, of the program that is named', () => {
    expect(toICalendar([], { viewer: 'ann', product: '-//Acme//EN' })).toBe(
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//EN\r\nEND:VCALENDAR\r\n',
    )
  })

  test('writes what an event is made of, with the VTIMEZONE that it needs', () => {
    const event = eventOf({
      location: 'Lisbon',
      body: { format: 'Plain', content: 'bring, all' },
      participants: guests(guest('ann', { status: 'Accepted' }), guest('bob')),
    })
    expect(unfolded(written(event))).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Kalends//EN',
        unfolded(vtimezoneOf(zone('America/New_York'))).trim(),
        'BEGIN:VEVENT',
        'UID:planning',
        'DTSTAMP:20270102T000000Z',
        'LAST-MODIFIED:20270102T000000Z',
        'CREATED:20270101T000000Z',
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
        'SUMMARY:Planning',
        'LOCATION:Lisbon',
        'DESCRIPTION:bring\\, all',
        'DTSTART;TZID=America/New_York:20270308T090000',
        'DTEND;TZID=America/New_York:20270308T100000',
        'ORGANIZER:urn:x-user:ann',
        'ATTENDEE;PARTSTAT=ACCEPTED:urn:x-user:ann',
        'ATTENDEE;PARTSTAT=NEEDS-ACTION:urn:x-user:bob',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  test('names people as the directory does, and the others by their id', () => {
    const user = { userId: 'ann', name: 'Ann "A": x;\r\nX', email: 'a b\r\nc@example.com' }
    const text = toICalendar([eventOf({ participants: guests(guest('x y\uD800')) })], {
      viewer: 'ann',
      users: new Map([['ann', user]]),
    })
    expect(unfolded(text)).toContain(
      'ORGANIZER;CN="Ann ^\'A^\': x;^nX":mailto:a%20b%0D%0Ac@example.com',
    )
    expect(unfolded(text)).toContain('ATTENDEE;PARTSTAT=NEEDS-ACTION:urn:x-user:x%20y%EF%BF%BD')
  })

  test('writes an occurrence that was moved as a component, a cancelled one as EXDATE', () => {
    const moved = timed(
      '2027-03-16T09:00:00-04:00',
      '2027-03-16T09:30:00-04:00',
      'America/New_York',
    )
    const series = eventOf({
      ...weekly,
      overrides: new Map([
        [id('2027-03-15T09:00:00'), { title: 'Moved', time: moved }],
        [id('2027-03-22T09:00:00'), { status: 'Cancelled' }],
      ]),
    })
    const lines = linesOf(series)
    expect(lines).toContain('EXDATE;TZID=America/New_York:20270322T090000')
    expect(lines.filter((line) => /^(RECUR|SUMM|DTSTART.*2027)/.test(line))).toEqual([
      'SUMMARY:Planning',
      'DTSTART;TZID=America/New_York:20270308T090000',
      'SUMMARY:Moved',
      'DTSTART;TZID=America/New_York:20270316T090000',
      'RECURRENCE-ID;TZID=America/New_York:20270315T090000',
    ])
    expect(shownBy(readAgain(series))).toEqual([
      '2027-03-08T09:00:00-05:00/60 Planning',
      '2027-03-16T09:00:00-04:00/30 Moved',
      '2027-03-29T09:00:00-04:00/60 Planning',
      '2027-04-05T09:00:00-04:00/60 Planning',
    ])
  })

  test('names the occurrences of a series of days by their dates, those in UTC in UTC', () => {
    const overrides = new Map([[id('2027-03-15T00:00:00'), { status: 'Cancelled' } as const]])
    const inDays = eventOf({ ...weekly, overrides, time: days('2027-03-08', '2027-03-09') })
    expect(linesOf(inDays)).toContain('EXDATE;VALUE=DATE:20270315')
    const time = timed('2027-03-08T00:00:00Z', '2027-03-08T01:00:00Z', UTC)
    expect(linesOf(eventOf({ ...weekly, overrides, time }))).toContain('EXDATE:20270315T000000Z')
  })

  test('writes a cancelled event as cancelled', () => {
    const cancelled = eventOf({ ...weekly, status: 'Cancelled' })
    expect(linesOf(cancelled)).toContain('STATUS:CANCELLED')
    expect(readAgain(cancelled).status).toBe('Cancelled')
  })

  test('writes what the viewer may see of the others: of a hidden list themselves and the organizer', () => {
    const declined = { status: 'Declined', answer: null } as const
    const event = eventOf({
      ...weekly,
      showParticipantList: false,
      participants: guests(
        guest('ann'),
        guest('bob'),
        guest('cyd', { occurrences: new Map([[id('2027-03-15T09:00:00'), declined]]) }),
      ),
    })
    const [forBob, forAnn] = ['bob', 'ann'].map((viewer) =>
      unfolded(toICalendar([event], { viewer })),
    )
    expect(forBob).not.toMatch(/cyd|RECURRENCE-ID/)
    expect(forBob?.match(/^ATTENDEE/gm)).toHaveLength(2)
    expect(forAnn).toContain('ATTENDEE;PARTSTAT=DECLINED:urn:x-user:cyd')
  })

  test('leaves out answers to occurrences that the series has no more', () => {
    const standing = { status: 'Declined', answer: null } as const
    const [there, gone] = [id('2027-03-15T09:00:00'), id('2027-03-16T09:00:00')]
    const occurrences = new Map([there, gone].map((each) => [each, standing]))
    const lines = linesOf(
      eventOf({ ...weekly, participants: guests(guest('ann', { occurrences })) }),
    )
    expect(lines.filter((line) => line.startsWith('RECURRENCE-ID'))).toEqual([
      'RECURRENCE-ID;TZID=America/New_York:20270315T090000',
    ])
  })

  test('says in UTC what a clock shows twice, and what is before 1970 or after 2100', () => {
    const at = (start: string, end: string) =>
      timesOf(eventOf({ time: timed(start, end, 'America/New_York') }))
    expect(at('2027-11-07T01:30:00-04:00', '2027-11-07T01:30:00-05:00')).toEqual([
      'DTSTART;TZID=America/New_York:20271107T013000',
      'DTEND:20271107T063000Z',
    ])
    expect(at('2137-07-07T01:00:00-04:00', '2137-07-07T02:00:00-04:00')).toEqual([])
    const late = eventOf({
      time: timed('2137-07-07T05:00:00Z', '2137-07-07T06:00:00Z', 'America/New_York'),
    })
    expect(linesOf(late)).toContain('DTSTART:21370707T050000Z')
    expect(linesOf(late)).not.toContain('BEGIN:VTIMEZONE')
  })

  test('starts a series by its clock, also in the second pass of a fold: that is how core repeats it', () => {
    const time = timed('2027-11-07T01:30:00-05:00', '2027-11-07T02:00:00-05:00', 'America/New_York')
    const series = eventOf({ time, recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] })
    expect(timesOf(series)).toEqual([
      'DTSTART;TZID=America/New_York:20271107T013000',
      'DTEND:20271107T060000Z',
    ])
    expect(shownBy(readAgain(series))).toEqual(shown(series))
  })

  test('writes points and days without length so that they have none, and parts of a second aside', () => {
    const point = timed('2027-11-07T12:00:00Z', '2027-11-07T12:00:00Z', UTC)
    expect(timesOf(eventOf({ time: point }))).toEqual(['DTSTART:20271107T120000Z'])
    expect(timesOf(eventOf({ time: days('2027-11-07', '2027-11-07') }))).toEqual([
      'DTSTART;VALUE=DATE:20271107',
      'DURATION:P0D',
    ])
    const finer = timed('2027-11-07T12:00:00.250Z', '2027-11-07T12:00:00.500Z', UTC)
    expect(timesOf(eventOf({ time: finer }))).toEqual([
      'DTSTART:20271107T120000Z',
      'DTEND:20271107T120000Z',
      'X-KALENDS-TIME:2027-11-07T12:00:00.250Z/2027-11-07T12:00:00.500Z',
    ])
  })

  test('names a zone as its VTIMEZONE does, however a line writes it', () => {
    const exdate = 'EXDATE;TZID=europe/berlin:20270315T140000'
    const lines = linesOf(eventOf({ recurrence: ['RRULE:FREQ=WEEKLY', exdate] }))
    expect(lines).toContain('EXDATE;TZID=Europe/Berlin:20270315T140000')
    expect(lines).toContain('TZID:Europe/Berlin')
  })

  test('keeps a rule as it is written, in parts that ical.js does not know too', () => {
    const rule = 'RRULE:RSCALE=CHINESE;FREQ=YEARLY;SKIP=FORWARD;UNTIL=20300101T000000Z'
    expect(linesOf(eventOf({ recurrence: [rule] }))).toContain(rule)
  })
})

describe('what is written is read again', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 })
  const moment = fc.integer({ min: Date.UTC(1990) / 1000, max: Date.UTC(2041) / 1000 })
  const name = fc.constantFrom(
    'America/New_York',
    'Europe/Dublin',
    'Africa/Casablanca',
    'Pacific/Apia',
    'UTC',
  )

  test('any text: escaped, folded at 75 octets, no code point cut', () => {
    fc.assert(
      fc.property(text, text, (title, content) => {
        const event = eventOf({
          title: `T${title}`,
          body: { format: 'Plain', content: `B${content}` },
        })
        const ics = written(event)
        for (const line of ics.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(Buffer.from(ics).toString()).toBe(ics)
        const again = readAgain(event)
        expect([again.title, again.body?.content]).toEqual([
          kept(event.title).trim(),
          kept(`B${content}`),
        ])
      }),
    )
  })

  const kept = (of: string) => of.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '')

  test('any time, in its zone where the clock shows it once', () => {
    fc.assert(
      fc.property(moment, fc.nat(200_000), name, (second, lasting, timeZone) => {
        const start = second * 1000
        const time = {
          type: 'Timed',
          start,
          end: start + lasting * 1000,
          timeZone: zone(timeZone),
        } as const
        const again = readAgain(eventOf({ time })).time
        expect([again.start, again.end]).toEqual([time.start, time.end])
        expect([time.timeZone, UTC]).toContain(again.timeZone)
      }),
    )
  })

  test.each(['America/New_York', 'Australia/Sydney'])(
    '%s is known by its VTIMEZONE alone',
    (timeZone) => {
      const time = timed('2027-06-06T12:00:00Z', '2027-06-06T13:00:00Z', timeZone)
      const ics = written(eventOf({ time })).replaceAll(timeZone, 'Somewhere')
      expect(commandOf(iCalendarEvents(ics, context), 'planning').time).toEqual(time)
    },
  )

  test('any series: it shows the same', () => {
    const rule = fc.constantFrom(
      'FREQ=DAILY;COUNT=9',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8',
      'FREQ=MONTHLY;COUNT=5',
    )
    fc.assert(
      fc.property(moment, rule, name, (second, repeats, timeZone) => {
        const start = second * 1000
        const time = {
          type: 'Timed',
          start,
          end: start + 5_400_000,
          timeZone: zone(timeZone),
        } as const
        const series = eventOf({ time, recurrence: [`RRULE:${repeats}`] })
        expect(shownBy(readAgain(series))).toEqual(shown(series))
      }),
    )
  })
})
