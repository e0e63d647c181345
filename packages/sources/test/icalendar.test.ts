import { describe, expect, test } from 'vitest'
import { iCalendarEvents } from '../src/index.js'
import { commandOf, context, fixture, shownBy } from './given.js'

const imported = iCalendarEvents(fixture('outlook.ics'), context)

const calendar = (...vevents: readonly string[]): string =>
  ['BEGIN:VCALENDAR', ...vevents, 'END:VCALENDAR'].join('\r\n')
const vevent = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:s', ...lines, 'END:VEVENT'].join('\r\n')
const daily = vevent(
  'SUMMARY:S',
  'DTSTART;TZID=America/New_York:20270303T090000',
  'RRULE:FREQ=DAILY;COUNT=4',
)
const mapped = (...vevents: readonly string[]) => iCalendarEvents(calendar(...vevents), context)
const shown = (...vevents: readonly string[]) => shownBy(commandOf(mapped(...vevents), 's'))

describe('iCalendarEvents', () => {
  test('maps all of the fixture', () => {
    expect(imported.refused).toEqual([])
    expect(imported.commands).toHaveLength(4)
  })

  test('maps a single event with all it says of its source', () => {
    const command = commandOf(imported, 'single@example.com')
    expect(shownBy(command)).toEqual(['2027-03-08T09:00:00+01:00/90 Design review, again'])
    expect(command).toMatchObject({
      key: ['single@example.com', 'single@example.com'],
      status: 'Tentative',
      location: 'Room 4',
      body: { format: 'Html', content: '<b>Bring</b>\nthe drafts' },
      source: {
        provider: 'icalendar',
        iCalUid: 'single@example.com',
        createdAt: Date.UTC(2027, 0, 1),
        updatedAt: Date.UTC(2027, 0, 5, 15, 1, 2),
        sequence: 2,
        htmlLink: 'https://example.com/events/1',
        conferenceUrl: 'https://teams.microsoft.com/l/meetup-join/abc',
        transparency: 'Transparent',
        organizer: { email: 'ann@example.com', name: 'Ann, A.' },
        attendees: [
          { email: 'ANN@example.com', name: 'Ann', status: 'Accepted', organizer: true },
          { email: 'bob@example.com', name: 'Bob B', status: 'Declined', organizer: false },
        ],
      },
    })
    expect(command.source.raw).toMatch(/^BEGIN:VEVENT[^]*BEGIN:VALARM[^]*END:VEVENT$/)
  })

  test('maps an all-day event by its dates, a floating one in the zone of the calendar', () => {
    expect(shownBy(commandOf(imported, 'allday@example.com'))).toEqual([
      '2027-03-08/2027-03-10 Offsite',
    ])
    expect(shownBy(commandOf(imported, 'floating@example.com'))).toEqual([
      '2027-03-08T12:00:00-05:00/60 Lunch',
    ])
  })

  test('shows a series as its author does: across DST, moved, cancelled, excluded, its zone told by its clock', () => {
    const command = commandOf(imported, 'series@example.com')
    expect(shownBy(command)).toEqual([
      '2027-03-01T09:00:00-05:00/15 Stand-up',
      '2027-03-08T09:00:00-05:00/15 Stand-up',
      '2027-03-15T16:00:00-04:00/30 Stand-up (late)',
      '2027-04-05T09:00:00-04:00/15 Stand-up',
    ])
    expect(command.time.timeZone).toBe('America/New_York')
  })

  test('a change to this and the future is made to each that follows, on the clock', () => {
    const change = vevent(
      'SUMMARY:Later',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20270304T140000Z',
      'DTSTART;TZID=America/New_York:20270304T110000',
      'DURATION:PT30M',
    )
    const own = vevent('SUMMARY:Own', 'RECURRENCE-ID:20270305T140000Z', 'DTSTART:20270305T150000Z')
    expect(shown(daily, own, change)).toEqual([
      '2027-03-03T09:00:00-05:00/0 S',
      '2027-03-04T11:00:00-05:00/30 Later',
      '2027-03-05T15:00:00Z/0 Own',
      '2027-03-06T11:00:00-05:00/30 Later',
    ])
  })

  test('of two such changes the later one stands from where it is, in whatever order they come', () => {
    const from = (day: string, title: string, hour: string) =>
      vevent(
        `SUMMARY:${title}`,
        `RECURRENCE-ID;RANGE=THISANDFUTURE:202703${day}T140000Z`,
        `DTSTART:202703${day}T${hour}0000Z`,
      )
    const [first, second] = [from('04', 'A', '15'), from('05', 'B', '16')]
    const expected = [
      '2027-03-03T09:00:00-05:00/0 S',
      '2027-03-04T15:00:00Z/0 A',
      '2027-03-05T16:00:00Z/0 B',
      '2027-03-06T16:00:00Z/0 B',
    ]
    expect(shown(daily, first, second)).toEqual(expected)
    expect(shown(second, first, daily)).toEqual(expected)
  })

  test('of an endless series such a change is made once, and the rest refused', () => {
    const endless = vevent('DTSTART:20270303T090000Z', 'RRULE:FREQ=DAILY')
    const change = vevent(
      'SUMMARY:L',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20270304T090000Z',
      'DTSTART:20270304T100000Z',
    )
    const { commands, refused } = mapped(endless, change)
    expect(commands[0]?.occurrences.map(({ title }) => title)).toEqual(['L'])
    expect(refused).toEqual([{ id: 's_20270304T090000Z', reason: 'Unsupported', field: 'RANGE' }])
  })

  test('a date with a length of its own has it', () => {
    const series = vevent(
      'SUMMARY:S',
      'DTSTART:20270303T090000Z',
      'DTEND:20270303T093000Z',
      'RDATE;VALUE=PERIOD:20270304T100000Z/PT2H,20270305T100000Z/20270305T103000Z',
    )
    expect(shown(series)).toEqual([
      '2027-03-03T09:00:00Z/30 S',
      '2027-03-04T10:00:00Z/120 S',
      '2027-03-05T10:00:00Z/30 S',
    ])
  })

  test('EXRULE of a series that ends excludes', () => {
    expect(
      shown(
        vevent(
          'SUMMARY:S',
          'DTSTART:20270303T090000Z',
          'RRULE:FREQ=DAILY;COUNT=4',
          'EXRULE:FREQ=DAILY;INTERVAL=2',
        ),
      ),
    ).toEqual(['2027-03-04T09:00:00Z/0 S', '2027-03-06T09:00:00Z/0 S'])
  })

  test('a date names the occurrence of that day', () => {
    expect(
      shown(daily, vevent('RECURRENCE-ID;VALUE=DATE:20270304', 'STATUS:CANCELLED')),
    ).toHaveLength(3)
  })

  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    ['"Pacific Standard Time"', 'America/Los_Angeles'],
    ['"GMT-05:00"', 'Etc/GMT+5'],
    ['Berlin-ish', 'Europe/Berlin'],
    ['Fixed', 'Etc/GMT-3'],
  ])('TZID %s is %s', (tzid, zone) => {
    const vtimezones = [
      'BEGIN:VTIMEZONE',
      'TZID:Fixed',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VTIMEZONE',
      'TZID:Berlin-ish',
      'X-LIC-LOCATION:Europe/Berlin',
      'END:VTIMEZONE',
    ].join('\r\n')
    const { commands } = mapped(vtimezones, vevent(`DTSTART;TZID=${tzid}:20270308T090000`))
    expect(commands[0]?.time.timeZone).toBe(zone)
  })

  test('a cancelled calendar cancels its events', () => {
    const { commands } = mapped('METHOD:CANCEL', vevent('DTSTART:20270303T090000Z'))
    expect(commands[0]?.status).toBe('Cancelled')
  })

  test.each<[string, string, string, string | null]>([
    ['no UID', 'BEGIN:VEVENT\nDTSTART:20270303T090000Z\nEND:VEVENT', 'Missing', 'UID'],
    ['no start', vevent('SUMMARY:x'), 'Missing', 'DTSTART'],
    ['a bad start', vevent('DTSTART:tomorrow'), 'Malformed', 'DTSTART'],
    ['no such day', vevent('DTSTART:20270230'), 'InvalidValue', 'DTSTART'],
    [
      'an unknown zone',
      vevent('DTSTART;TZID=Nowhere:20270303T090000'),
      'UnknownTimeZone',
      'DTSTART;TZID',
    ],
    [
      'an unknown zone of EXDATE',
      vevent('DTSTART:20270303T090000Z', 'RRULE:FREQ=DAILY', 'EXDATE;TZID=Nowhere:20270303T090000'),
      'UnknownTimeZone',
      'EXDATE;TZID',
    ],
    [
      'an end before its start',
      vevent('DTSTART:20270303', 'DTEND:20270301'),
      'InvalidValue',
      'DTEND',
    ],
    [
      'a bad duration',
      vevent('DTSTART:20270303T090000Z', 'DURATION:1 hour'),
      'InvalidValue',
      'DURATION',
    ],
    [
      'a bad rule',
      vevent('DTSTART:20270303T090000Z', 'RRULE:FREQ=NEVER'),
      'InvalidRecurrence',
      'FREQ',
    ],
    [
      'no series',
      vevent('RECURRENCE-ID:20270303T090000Z', 'DTSTART:20270303T090000Z'),
      'SeriesMissing',
      null,
    ],
    ['another component', 'BEGIN:VTODO\nUID:t\nEND:VTODO', 'Unsupported', 'VTODO'],
    ['another end', 'BEGIN:VEVENT\nUID:s\nEND:VTODO\nEND:VEVENT', 'Malformed', 'END:VTODO'],
    [
      'too deep',
      vevent('DTSTART:20270303', `${'BEGIN:X-A\n'.repeat(9)}${'END:X-A\n'.repeat(9)}`),
      'TooDeep',
      null,
    ],
    ['too large', vevent(`SUMMARY:${'x'.repeat(1_100_000)}`, 'DTSTART:20270303'), 'TooLarge', null],
  ])('refuses %s alone', (_, component, reason, field) => {
    const { commands, refused } = mapped(
      component,
      'BEGIN:VEVENT\nUID:other\nDTSTART:20270303\nEND:VEVENT',
    )
    expect(commands.map(({ source }) => source.providerId)).toEqual(['other'])
    expect(refused.map((each) => [each.reason, each.field])).toEqual([[reason, field]])
  })

  test('refuses a line that cannot be read, and keeps its event', () => {
    const { commands, refused } = mapped(vevent('DTSTART:20270303', 'ATTENDEE;=:x', 'garbage'))
    expect(commands).toHaveLength(1)
    expect(refused).toEqual([
      { id: 's', reason: 'Malformed', field: 'ATTENDEE' },
      { id: 's', reason: 'Malformed', field: 'garbage' },
    ])
  })

  test('refuses an event that does not end, and not the next', () => {
    const { commands, refused } = mapped('BEGIN:VEVENT', 'UID:a', 'DTSTART:20270303', daily)
    expect(commands.map(({ source }) => source.providerId)).toEqual(['s'])
    expect(refused).toEqual([{ id: 'a', reason: 'Malformed', field: 'END:VEVENT' }])
  })

  test('refuses an event that is cut off', () => {
    expect(
      iCalendarEvents('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:s\nDTSTART:20270303', context).refused,
    ).toEqual([{ id: 's', reason: 'Malformed', field: 'END:VEVENT' }])
  })

  test.each([
    ['nothing', '', 'Malformed'],
    ['a page', '<html></html>', 'Malformed'],
    ['too much', 'x'.repeat(10_485_761), 'TooLarge'],
    ['too many', calendar('BEGIN:VTODO\nEND:VTODO\n'.repeat(20_001)), 'TooMany'],
  ])('refuses %s whole', (_, text, reason) => {
    const { commands, refused } = iCalendarEvents(text, context)
    expect(commands).toEqual([])
    expect(refused.map((each) => each.reason)).toEqual([reason])
  })

  test('hostile text takes no long time', () => {
    const started = performance.now()
    const n = 1_000_000
    for (const line of [
      `A${';B=c'.repeat(n / 4)}:x`,
      `A;B="${'^'.repeat(n)}":x`,
      `DESCRIPTION:${'\\'.repeat(n)}`,
      `X-ALT-DESC;FMTTYPE=text/html:${'<'.repeat(n)}`,
    ]) {
      mapped(vevent(line, 'DTSTART:20270303'))
    }
    const zones = Array.from(
      { length: 200 },
      (_, i) =>
        `BEGIN:VTIMEZONE\nTZID:z${i}\nBEGIN:STANDARD\nDTSTART:20270101T000000\nRRULE:FREQ=YEARLY\nTZOFFSETFROM:+0001\nTZOFFSETTO:+0002\nEND:STANDARD\nEND:VTIMEZONE\n` +
        `BEGIN:VEVENT\nUID:z${i}\nDTSTART;TZID=z${i}:20270303T090000\nEND:VEVENT`,
    )
    mapped(...zones)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
