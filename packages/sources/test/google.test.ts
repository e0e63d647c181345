import { describe, expect, test } from 'vitest'
import { googleEvents } from '../src/index.js'
import { commandOf, context, fixture, shownBy } from './given.js'

const { items } = JSON.parse(fixture('google.json')) as { items: readonly object[] }
const imported = googleEvents(items, context)

const series = (recurrence: readonly string[], start = '2027-03-03T09:00:00-05:00') => ({
  id: 's',
  start: { dateTime: start, timeZone: 'America/New_York' },
  end: { dateTime: start.replace('T09', 'T10'), timeZone: 'America/New_York' },
  recurrence,
})
const instance = (original: string, more: object) => ({
  id: `s_${original}`,
  recurringEventId: 's',
  originalStartTime: { dateTime: original },
  ...more,
})
const shown = (...given: readonly unknown[]) =>
  shownBy(commandOf(googleEvents(given, context), 's'))

describe('googleEvents', () => {
  test('maps a single event with all it says of its source', () => {
    const { source, ...command } = commandOf(imported, 'single01')
    expect(command).toMatchObject({
      type: 'ImportEvent',
      tenantId: 'acme',
      actor: 'ann',
      key: ['single01', 'single01@google.com'],
      title: 'Design review',
      status: 'Confirmed',
      location: 'Room 4',
      body: { format: 'Html', content: '<b>Bring</b> the drafts&nbsp;please' },
      recurrence: null,
      occurrences: [],
    })
    expect(shownBy(commandOf(imported, 'single01'))).toEqual([
      '2027-03-08T09:00:00-05:00/60 Design review',
    ])
    const { raw, ...rest } = source
    expect(raw).toEqual(items[0])
    expect(rest).toEqual({
      provider: 'google',
      providerId: 'single01',
      iCalUid: 'single01@google.com',
      createdAt: Date.UTC(2027, 0, 4, 15, 1, 2),
      updatedAt: Date.UTC(2027, 0, 5, 15, 1, 2, 345),
      sequence: 2,
      htmlLink: 'https://www.google.com/calendar/event?eid=c2luZ2xlMDE',
      conferenceUrl: 'https://meet.google.com/abc-defg-hij',
      transparency: 'Opaque',
      organizer: { email: 'ann@example.com', name: 'Ann' },
      creator: { email: 'ann@example.com', name: null },
      attendees: [
        { email: 'ann@example.com', name: 'Ann', status: 'Accepted', organizer: true },
        { email: 'bob@example.com', name: null, status: 'Tentative', organizer: false },
        { email: 'cyd@example.com', name: null, status: 'Declined', organizer: false },
        {
          email: 'c_188@resource.calendar.google.com',
          name: 'Room 4',
          status: 'NeedsAction',
          organizer: false,
        },
      ],
      extendedProperties: { private: { crm: '42' }, shared: { deal: 'x' } },
    })
  })

  test('maps an all-day event by its dates, a plain description as plain', () => {
    const command = commandOf(imported, 'allday01')
    expect(command.time).toEqual({
      type: 'AllDay',
      start: '2027-03-08',
      end: '2027-03-10',
      timeZone: 'America/New_York',
    })
    expect(command.status).toBe('Tentative')
    expect(command.body).toEqual({ format: 'Plain', content: 'a < b' })
    expect(command.source.transparency).toBe('Transparent')
  })

  test('shows a series as Google does: across DST, moved, cancelled, excluded, added', () => {
    const command = commandOf(imported, 'series01')
    expect(shownBy(command)).toEqual([
      '2027-03-01T09:00:00-05:00/15 Stand-up',
      '2027-03-08T09:00:00-05:00/15 Stand-up',
      '2027-03-15T16:00:00-04:00/30 Stand-up (late)',
      '2027-04-02T09:00:00-04:00/15 Stand-up',
      '2027-04-05T09:00:00-04:00/15 Stand-up',
      '2027-04-12T09:00:00-04:00/15 Stand-up',
      '2027-04-19T09:00:00-04:00/15 Stand-up',
      '2027-04-26T09:00:00-04:00/15 Stand-up',
    ])
    expect(command.occurrences.map(({ recurrenceId, status }) => [recurrenceId, status])).toEqual([
      ['2027-03-15T09:00:00', 'Confirmed'],
      ['2027-03-22T09:00:00', 'Cancelled'],
    ])
    expect(command.occurrences[0]?.source.providerId).toBe('series01_20270315T130000Z')
  })

  test('moves one day of an all-day series', () => {
    expect(shownBy(commandOf(imported, 'alldayseries01'))).toEqual([
      '2027-03-01/2027-03-02 Rota',
      '2027-03-03/2027-03-04 Rota',
      '2027-03-04/2027-03-05 Rota',
      '2027-03-09/2027-03-10 Rota',
    ])
  })

  test('says what is only known to be gone', () => {
    expect(imported.refused).toEqual([{ id: 'gone01', reason: 'Deleted', field: null }])
  })

  test('anchors a series whose start is off its rule, and counts the start', () => {
    const given = series(['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3'])
    const command = commandOf(googleEvents([given], context), 's')
    expect(shownBy(command)).toEqual([
      '2027-03-03T09:00:00-05:00/60 (No title)',
      '2027-03-09T09:00:00-05:00/60 (No title)',
      '2027-03-16T09:00:00-04:00/60 (No title)',
    ])
    expect(command.recurrence).toEqual([
      'RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=TU',
      'RDATE;TZID=America/New_York:20270303T090000',
    ])
  })

  test('keeps the phase of an interval when it anchors a series', () => {
    expect(shown(series(['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270331T235959Z']))).toEqual(
      [
        '2027-03-03T09:00:00-05:00/60 (No title)',
        '2027-03-16T09:00:00-04:00/60 (No title)',
        '2027-03-30T09:00:00-04:00/60 (No title)',
      ],
    )
  })

  test.each([
    ['two rules', ['RRULE:FREQ=DAILY;COUNT=2', 'RRULE:FREQ=WEEKLY;COUNT=2'], ['03', '04', '10']],
    [
      'an exclusion rule',
      ['RRULE:FREQ=DAILY;COUNT=4', 'EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2'],
      ['04', '06'],
    ],
    ['dates alone', ['RDATE;TZID=America/New_York:20270305T090000'], ['03', '05']],
    ['its start excluded', ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20270303T140000Z'], ['04', '05']],
    ['only its start', ['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=1'], ['03']],
  ])('shows a series of %s', (_, recurrence, days) => {
    expect(shown(series(recurrence))).toEqual(
      days.map((day) => `2027-03-${day}T09:00:00-05:00/60 (No title)`),
    )
  })

  test.each([
    ['UNTIL=20270305', ['03', '04', '05']],
    ['UNTIL=20270305T235959', ['03', '04', '05']],
    ['UNTIL=20270305T140000Z', ['03', '04', '05']],
    ['UNTIL=20270305T135959Z', ['03', '04']],
  ])('takes %s, and prints it in UTC', (until, days) => {
    const command = commandOf(googleEvents([series([`RRULE:FREQ=DAILY;${until}`])], context), 's')
    expect(shownBy(command)).toHaveLength(days.length)
    expect(command.recurrence?.[0]).toMatch(/UNTIL=\d{8}T\d{6}Z/)
  })

  test('an instance that the rule does not have takes place; a cancelled one needs nothing', () => {
    const rule = ['RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20270304T140000Z']
    const start = { dateTime: '2027-03-04T12:00:00-05:00' }
    const moved = instance('2027-03-04T09:00:00-05:00', { summary: 'Excluded', start, end: start })
    const extra = instance('2027-03-20T09:00:00-04:00', {
      summary: 'Extra',
      start: { dateTime: '2027-03-20T09:00:00-04:00' },
    })
    const never = instance('2027-03-21T09:00:00-04:00', { status: 'cancelled' })
    expect(shown(series(rule), moved, extra, never)).toEqual([
      '2027-03-03T09:00:00-05:00/60 (No title)',
      '2027-03-04T12:00:00-05:00/0 Excluded',
      '2027-03-20T09:00:00-04:00/0 Extra',
    ])
  })

  test('an instance without its series is refused, or an event of its own when asked for', () => {
    const orphan = { ...items[3], iCalUID: 'u' }
    const id = 'series01_20270315T130000Z'
    expect(googleEvents([orphan], context)).toEqual({
      commands: [],
      refused: [{ id, reason: 'SeriesMissing', field: null }],
    })
    const { commands, refused } = googleEvents([orphan, items[4]], {
      ...context,
      instances: 'OnTheirOwn',
    })
    expect(commands.map(({ key, recurrence }) => [key, recurrence])).toEqual([[[id, 'u'], null]])
    expect(refused).toEqual([{ id: 'series01_20270322T130000Z', reason: 'Deleted', field: null }])
  })

  test.each([
    ['id', ['single01']],
    ['id+icaluid', ['single01', 'single01@google.com']],
    [
      ({ iCalUid }: { readonly iCalUid: string | null }) => [iCalUid ?? ''],
      ['single01@google.com'],
    ],
  ] as const)('the natural key is %s', (naturalKey, key) => {
    expect(googleEvents(items.slice(0, 1), { ...context, naturalKey }).commands[0]?.key).toEqual(
      key,
    )
  })

  test('of two items of one id the newer stands, and the other is told', () => {
    const newer = { ...items[0], summary: 'New', updated: '2027-02-01T00:00:00Z' }
    const { commands, refused } = googleEvents([newer, items[0]], context)
    expect(commands.map(({ title }) => title)).toEqual(['New'])
    expect(refused).toEqual([{ id: 'single01', reason: 'Superseded', field: null }])
  })

  test('cuts a long title by code points and keeps the whole in raw', () => {
    const summary = '😀'.repeat(300)
    const [command] = googleEvents([{ ...items[0], summary }], context).commands
    expect(command?.title).toBe('😀'.repeat(200))
    expect(command?.source.raw).toMatchObject({ summary })
  })

  test.each([
    ['not an object', 7, '#0', 'Malformed', null],
    ['no id', { summary: 'x' }, '#0', 'Missing', 'id'],
    ['no start', { id: 'a' }, 'a', 'Missing', 'start'],
    ['no such day', { id: 'a', start: { date: '2027-02-30' } }, 'a', 'InvalidValue', 'start.date'],
    ['no such zone', series(['RRULE:FREQ=DAILY'], 'x'), 's', 'InvalidValue', 'start.dateTime'],
    [
      'zone',
      { id: 'a', start: { dateTime: '2027-03-03T09:00:00Z', timeZone: 'Mars/Base' } },
      'a',
      'UnknownTimeZone',
      'start.timeZone',
    ],
    [
      'end first',
      { id: 'a', start: { date: '2027-03-03' }, end: { date: '2027-03-01' } },
      'a',
      'InvalidValue',
      'end',
    ],
    ['a bad rule', series(['RRULE:FREQ=NEVER']), 's', 'InvalidRecurrence', 'FREQ'],
    [
      'another line',
      series(['RRULE:FREQ=DAILY\r\nDTSTART:20270101T000000Z']),
      's',
      'Malformed',
      'recurrence',
    ],
    ['too often', series(['RRULE:FREQ=MINUTELY']), 's', 'TooMany', 'RRULE'],
    [
      'endless rules',
      series(['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY']),
      's',
      'Unsupported',
      'RRULE',
    ],
    ['too large', { id: 'a', description: 'x'.repeat(2_000_000) }, 'a', 'TooLarge', null],
  ])('refuses %s alone', (_, item, id, reason, field) => {
    const { commands, refused } = googleEvents([item, items[0]], context)
    expect(commands).toHaveLength(1)
    expect(refused).toEqual([{ id: id === '#0' ? '#0' : id, reason, field }])
  })

  test('of more changed instances than core takes those beyond are refused', () => {
    const given = Array.from({ length: 1002 }, (_, i) => {
      const original = new Date(Date.UTC(2027, 2, 3 + i, 9)).toISOString()
      return instance(original, { start: { dateTime: original } })
    })
    const daily = {
      ...series(['RRULE:FREQ=DAILY']),
      start: { dateTime: '2027-03-03T09:00:00Z', timeZone: 'UTC' },
      end: null,
    }
    const { commands, refused } = googleEvents([daily, ...given], context)
    expect(commands[0]?.occurrences).toHaveLength(1000)
    expect(refused.map(({ reason, field }) => [reason, field])).toEqual([
      ['TooMany', '2029-11-27T09:00:00'],
      ['TooMany', '2029-11-28T09:00:00'],
    ])
  })

  test('a refused series takes its instances with it, and says so', () => {
    const bad = series(['RRULE:FREQ=NEVER'])
    const orphan = instance('2027-03-04T09:00:00-05:00', { status: 'cancelled' })
    expect(googleEvents([bad, orphan], context).refused.map(({ reason }) => reason)).toEqual([
      'InvalidRecurrence',
      'SeriesRefused',
    ])
  })
})
