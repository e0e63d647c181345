import { describe, expect, test } from 'vitest'
import { microsoftEvents } from '../src/index.js'
import { commandOf, context, fixture, shownBy } from './given.js'

const { value: items } = JSON.parse(fixture('microsoft.json')) as { value: readonly object[] }
const imported = microsoftEvents(items, context)

interface Given {
  readonly pattern: object
  readonly range?: object
  readonly start?: string
  readonly timeZone?: string
}

const master = ({ pattern, range, start = '2027-01-29T09:00:00', timeZone }: Given) => ({
  id: 'm',
  type: 'seriesMaster',
  start: { dateTime: `${start}.0000000`, timeZone: timeZone ?? 'Eastern Standard Time' },
  end: { dateTime: `${start}.0000000`, timeZone: timeZone ?? 'Eastern Standard Time' },
  recurrence: {
    pattern: { interval: 1, ...pattern },
    range: { type: 'numbered', numberOfOccurrences: 4, ...range },
  },
})
const days = (given: Given) =>
  shownBy(commandOf(microsoftEvents([master(given)], context), 'm')).map((text) =>
    text.slice(0, 10),
  )

describe('microsoftEvents', () => {
  test('maps a single event in the zone it was planned in, by its Windows name', () => {
    const command = commandOf(imported, 'AAMkSingle=')
    expect(shownBy(command)).toEqual(['2027-03-08T09:00:00+01:00/90 Design review'])
    expect(command.time.timeZone).toBe('Europe/Berlin')
    expect(command).toMatchObject({
      key: ['AAMkSingle=', '040000008200E00074C5B7101A82E008'],
      status: 'Confirmed',
      location: 'Room 4',
      body: { format: 'Html', content: '<html><body><b>Bring</b> the drafts</body></html>' },
      source: {
        provider: 'microsoft',
        createdAt: Date.UTC(2027, 0, 4, 15, 1, 2, 123),
        updatedAt: Date.UTC(2027, 0, 5, 15, 1, 2, 765),
        sequence: null,
        htmlLink:
          'https://outlook.office365.com/owa/?itemid=AAMkSingle%3D&exvsurl=1&path=/calendar/item',
        conferenceUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc',
        transparency: 'Opaque',
        organizer: { email: 'ann@example.com', name: 'Ann' },
        raw: items[0],
      },
    })
    expect(command.source.attendees.map(({ name, status }) => [name, status])).toEqual([
      ['Bob', 'Accepted'],
      ['Cyd', 'Tentative'],
      ['Room 4', 'NeedsAction'],
    ])
  })

  test('maps an all-day event by its dates, whatever zone they are given in', () => {
    const command = commandOf(imported, 'AAMkAllDay=')
    expect(shownBy(command)).toEqual(['2027-03-08/2027-03-10 Offsite'])
    expect(command.source.transparency).toBe('Transparent')
    const shifted = {
      ...items[1],
      start: { dateTime: '2027-03-08T08:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2027-03-10T08:00:00.0000000', timeZone: 'UTC' },
    }
    expect(shownBy(commandOf(microsoftEvents([shifted], context), 'AAMkAllDay='))).toEqual([
      '2027-03-08/2027-03-10 Offsite',
    ])
  })

  test('shows a series as Outlook does: across DST, moved, cancelled, its last day whole', () => {
    const command = commandOf(imported, 'AAMkMaster=')
    expect(shownBy(command)).toEqual([
      '2027-03-01T09:00:00-05:00/15 Stand-up',
      '2027-03-08T09:00:00-05:00/15 Stand-up',
      '2027-03-15T16:00:00-04:00/30 Stand-up (late)',
      '2027-03-29T09:00:00-04:00/15 Stand-up',
      '2027-04-05T09:00:00-04:00/15 Stand-up',
    ])
    expect(command.recurrence).toEqual([
      'RRULE:FREQ=WEEKLY;UNTIL=20270406T035959Z;BYDAY=MO;WKST=SU',
    ])
    expect(command.status).toBe('Tentative')
    expect(imported.commands).toHaveLength(3)
    expect(imported.refused).toEqual([{ id: 'AAMkGone=', reason: 'Deleted', field: null }])
  })

  test('takes exceptions that came with their series', () => {
    const [, , series, exception] = items
    const bare = {
      id: 'e',
      subject: 'Late',
      originalStart: '2027-03-15T13:00:00Z',
      start: { dateTime: '2027-03-15T20:00:00', timeZone: 'UTC' },
    }
    const shownOf = (given: readonly unknown[]) =>
      shownBy(commandOf(microsoftEvents(given, context), 'AAMkMaster='))
    expect(shownOf([{ ...series, exceptionOccurrences: [exception] }])).toEqual(
      shownOf([series, exception]),
    )
    expect(shownOf([{ ...series, exceptionOccurrences: [bare] }])).toContain(
      '2027-03-15T20:00:00+00:00/0 Late'.replace('+00:00', 'Z'),
    )
  })

  test('without their series occurrences are refused, or events of their own when asked for', () => {
    const given = items.slice(3, 5)
    expect(microsoftEvents(given, context).refused.map(({ reason }) => reason)).toEqual([
      'SeriesMissing',
      'SeriesMissing',
    ])
    const { commands } = microsoftEvents(given, { ...context, instances: 'OnTheirOwn' })
    expect(commands.map(({ key }) => key)).toEqual([
      ['AAMkException=', 'series-uid-exception'],
      ['AAMkOccurrence='],
    ])
  })

  test.each<[string, Given, readonly string[]]>([
    [
      'daily',
      { pattern: { type: 'daily', interval: 3 } },
      ['2027-01-29', '2027-02-01', '2027-02-04', '2027-02-07'],
    ],
    [
      'weekly, weeks from Sunday',
      {
        pattern: {
          type: 'weekly',
          interval: 2,
          daysOfWeek: ['sunday', 'tuesday'],
          firstDayOfWeek: 'sunday',
        },
        start: '2027-03-02T09:00:00',
      },
      ['2027-03-02', '2027-03-14', '2027-03-16', '2027-03-28'],
    ],
    [
      'weekly, weeks from Monday',
      {
        pattern: {
          type: 'weekly',
          interval: 2,
          daysOfWeek: ['sunday', 'tuesday'],
          firstDayOfWeek: 'monday',
        },
        start: '2027-03-02T09:00:00',
      },
      ['2027-03-02', '2027-03-07', '2027-03-16', '2027-03-21'],
    ],
    [
      'absoluteMonthly on a day that February lacks',
      { pattern: { type: 'absoluteMonthly', dayOfMonth: 30 }, start: '2027-01-30T09:00:00' },
      ['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30'],
    ],
    [
      'relativeMonthly: the last weekday',
      {
        pattern: {
          type: 'relativeMonthly',
          daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
          index: 'last',
        },
      },
      ['2027-01-29', '2027-02-26', '2027-03-31', '2027-04-30'],
    ],
    [
      'relativeMonthly without an index: the first',
      {
        pattern: { type: 'relativeMonthly', daysOfWeek: ['friday'] },
        start: '2027-01-01T09:00:00',
      },
      ['2027-01-01', '2027-02-05', '2027-03-05', '2027-04-02'],
    ],
    [
      'absoluteYearly on 29 February',
      {
        pattern: { type: 'absoluteYearly', dayOfMonth: 29, month: 2 },
        start: '2028-02-29T09:00:00',
      },
      ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28'],
    ],
    [
      'relativeYearly',
      {
        pattern: { type: 'relativeYearly', month: 11, daysOfWeek: ['thursday'], index: 'fourth' },
        start: '2027-11-25T09:00:00',
      },
      ['2027-11-25', '2028-11-23', '2029-11-22', '2030-11-28'],
    ],
    [
      'from a day that is not its first: only what the pattern yields',
      { pattern: { type: 'weekly', daysOfWeek: ['monday'] } },
      ['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22'],
    ],
    [
      'to the end of a day of its own zone',
      {
        pattern: { type: 'daily' },
        start: '2027-01-29T23:30:00',
        range: { type: 'endDate', endDate: '2027-01-30' },
        timeZone: 'Hawaiian Standard Time',
      },
      ['2027-01-29', '2027-01-30'],
    ],
  ])('maps %s', (_, given, expected) => {
    expect(days(given)).toEqual(expected)
  })

  test('maps a series without an end', () => {
    const given = { pattern: { type: 'daily' }, range: { type: 'noEnd', endDate: '0001-01-01' } }
    expect(commandOf(microsoftEvents([master(given)], context), 'm').recurrence).toEqual([
      'RRULE:FREQ=DAILY',
    ])
  })

  test.each<[object, string]>([
    [{ pattern: { type: 'hourly' } }, 'recurrence.pattern.type'],
    [{ pattern: { type: 'daily', interval: 0 } }, 'recurrence.pattern.interval'],
    [{ pattern: { type: 'weekly', daysOfWeek: ['someday'] } }, 'recurrence.pattern.daysOfWeek'],
    [
      { pattern: { type: 'weekly', daysOfWeek: ['monday'], firstDayOfWeek: 1 } },
      'recurrence.pattern.firstDayOfWeek',
    ],
    [{ pattern: { type: 'absoluteMonthly', dayOfMonth: 32 } }, 'recurrence.pattern.dayOfMonth'],
    [{ pattern: { type: 'absoluteYearly', dayOfMonth: 1, month: 0 } }, 'recurrence.pattern.month'],
    [
      { pattern: { type: 'relativeMonthly', daysOfWeek: ['monday'], index: 'fifth' } },
      'recurrence.pattern.index',
    ],
    [
      { pattern: { type: 'daily' }, range: { type: 'endDate', endDate: 'soon' } },
      'recurrence.range.endDate',
    ],
    [
      { pattern: { type: 'daily' }, range: { numberOfOccurrences: 0 } },
      'recurrence.range.numberOfOccurrences',
    ],
  ])('refuses %j alone', (given, field) => {
    const { commands, refused } = microsoftEvents([master(given as Given), items[0]], context)
    expect(commands).toHaveLength(1)
    expect(refused).toEqual([{ id: 'm', reason: 'InvalidValue', field }])
  })

  test('refuses a zone that nobody knows', () => {
    const given = { pattern: { type: 'daily' }, timeZone: 'tzone://Microsoft/Custom' }
    expect(microsoftEvents([master(given)], context).refused).toEqual([
      { id: 'm', reason: 'UnknownTimeZone', field: 'start.timeZone' },
    ])
  })
})
