import { describe, expect, test } from 'vitest'
import type {
  CalendarEvent,
  EventTime,
  Override,
  RecurrenceId,
  Reset,
  ResetQuestion,
} from '../event/index.js'
import { recurrenceIdOf } from '../event/index.js'
import { LocalDate, TimeZoneId, zoneOf } from '../time/index.js'
import { isResetPolicyName, resetPolicies, type ResetPolicyName } from './reset-policies.js'

const HOUR_MS = 3_600_000
const zone = (name: string) => {
  if (!TimeZoneId.is(name)) throw new Error(name)
  return name
}
const LISBON = zone('Europe/Lisbon')
const NEW_YORK = zone('America/New_York')

/** An hour from `local`, in Lisbon unless said otherwise. */
const at = (local: string, { hours = 1, timeZone = LISBON } = {}): EventTime => {
  const start = zoneOf(timeZone).instantOf(Date.parse(`${local}Z`))
  return { type: 'Timed', start, end: start + hours * HOUR_MS, timeZone }
}

const allDay = (start: string, end: string): EventTime => {
  if (!LocalDate.is(start) || !LocalDate.is(end)) throw new Error(start)
  return { type: 'AllDay', start, end, timeZone: null }
}

const idAt = (local: string): RecurrenceId => recurrenceIdOf(Date.parse(`${local}Z`) / 1000)

const MONDAY = '2027-03-08T09:00:00'
const SECOND = '2027-03-15T09:00:00'
const THIRD = '2027-03-22T09:00:00'

const single: CalendarEvent = {
  uid: 'e1',
  calendarId: 'primary-ann',
  organizer: 'ann',
  title: 'Planning',
  status: 'Confirmed',
  time: at(MONDAY),
  location: null,
  body: null,
  bodyRevision: 1,
  language: null,
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: new Map(),
  recurrence: null,
  overrides: new Map(),
  splitFrom: null,
  source: null,
  raw: null,
  revision: 1,
  sequence: 0,
  resetRevision: 0,
  lastAskedBy: null,
  createdAt: 0,
  updatedAt: 0,
}

const series = (...recurrence: readonly string[]): CalendarEvent => ({ ...single, recurrence })
const weekly = series('RRULE:FREQ=WEEKLY')

const overridden = (event: CalendarEvent, local: string, override: Override): CalendarEvent => ({
  ...event,
  overrides: new Map(event.overrides).set(idAt(local), override),
})

const movedSecond = overridden(weekly, SECOND, { time: at('2027-03-16T09:00:00') })
const cancelledSecond = overridden(weekly, SECOND, { status: 'Cancelled' })

const everyone: Reset = { type: 'Everyone' }
const nobody: Reset = { type: 'Nobody' }
const only = (...locals: readonly string[]): Reset => ({
  type: 'Occurrences',
  recurrenceIds: locals.map(idAt),
})

const asked = (name: ResetPolicyName, question: Partial<ResetQuestion> & Change) =>
  resetPolicies[name].resets({ occurrence: null, asked: false, ...question })

interface Change {
  readonly before: CalendarEvent
  readonly after: CalendarEvent
}

interface Row extends Change {
  readonly update: string
  readonly rfc6638: Reset
  readonly apple: Reset
  readonly exchange: Reset
}

const row = (update: string, change: Change, resets: Omit<Row, 'update' | keyof Change>): Row => ({
  update,
  ...change,
  ...resets,
})

const all = (reset: Reset) => ({ rfc6638: reset, apple: reset, exchange: reset })

/** What each preset does about each kind of update. */
const TABLE: readonly Row[] = [
  row('title', { before: single, after: { ...single, title: 'Plan' } }, all(nobody)),
  row(
    'description',
    { before: single, after: { ...single, body: { format: 'Plain', content: 'x' } } },
    all(nobody),
  ),
  row('location', { before: single, after: { ...single, location: 'Faro' } }, all(nobody)),
  row(
    'start of a single event',
    { before: single, after: { ...single, time: at('2027-03-09T09:00:00') } },
    all(everyone),
  ),
  row(
    'end of a single event',
    { before: single, after: { ...single, time: at(MONDAY, { hours: 2 }) } },
    all(everyone),
  ),
  row(
    'a timed event becomes an all-day one',
    {
      before: single,
      after: { ...single, time: allDay('2027-03-08', '2027-03-09') },
    },
    all(everyone),
  ),
  row(
    'time zone of an all-day event',
    {
      before: { ...single, time: allDay('2027-03-08', '2027-03-09') },
      after: { ...single, time: { ...allDay('2027-03-08', '2027-03-09'), timeZone: LISBON } },
    },
    all(nobody),
  ),
  row(
    'time zone of an endless all-day series',
    {
      before: { ...weekly, time: allDay('2027-03-08', '2027-03-09') },
      after: { ...weekly, time: { ...allDay('2027-03-08', '2027-03-09'), timeZone: LISBON } },
    },
    all(nobody),
  ),
  row(
    'time zone, and with it the instant',
    { before: single, after: { ...single, time: at(MONDAY, { timeZone: NEW_YORK }) } },
    all(everyone),
  ),
  row(
    'time zone, at the same instant',
    {
      before: single,
      after: { ...single, time: at('2027-03-08T04:00:00', { timeZone: NEW_YORK }) },
    },
    { rfc6638: nobody, apple: nobody, exchange: everyone },
  ),
  row(
    'start of a series',
    { before: weekly, after: { ...weekly, time: at('2027-03-08T10:00:00') } },
    all(everyone),
  ),
  row(
    'start of a series, and with it its exceptions',
    {
      before: movedSecond,
      after: overridden({ ...weekly, time: at('2027-03-08T10:00:00') }, '2027-03-15T10:00:00', {
        time: at('2027-03-16T10:00:00'),
      }),
    },
    all(everyone),
  ),
  row('one occurrence moved', { before: weekly, after: movedSecond }, all(only(SECOND))),
  row(
    'one occurrence moved back',
    { before: movedSecond, after: overridden(weekly, SECOND, { time: at(SECOND) }) },
    all(only(SECOND)),
  ),
  row(
    'one occurrence retitled',
    { before: weekly, after: overridden(weekly, SECOND, { title: 'Plan' }) },
    all(nobody),
  ),
  row('one occurrence cancelled', { before: weekly, after: cancelledSecond }, all(nobody)),
  row(
    'one occurrence reinstated',
    { before: cancelledSecond, after: overridden(weekly, SECOND, { status: 'Confirmed' }) },
    { rfc6638: only(SECOND), apple: nobody, exchange: only(SECOND) },
  ),
  row(
    'pattern: to another day',
    { before: series('RRULE:FREQ=WEEKLY;BYDAY=MO'), after: series('RRULE:FREQ=WEEKLY;BYDAY=TU') },
    { rfc6638: everyone, apple: nobody, exchange: everyone },
  ),
  row(
    'pattern: more often',
    { before: weekly, after: series('RRULE:FREQ=DAILY') },
    { rfc6638: everyone, apple: nobody, exchange: everyone },
  ),
  row(
    'pattern: less often',
    { before: series('RRULE:FREQ=DAILY'), after: weekly },
    { rfc6638: nobody, apple: nobody, exchange: everyone },
  ),
  row(
    'pattern: other words for the same',
    { before: weekly, after: series('RRULE:FREQ=DAILY;INTERVAL=7') },
    all(nobody),
  ),
  row(
    'COUNT made smaller',
    { before: series('RRULE:FREQ=WEEKLY;COUNT=9'), after: series('RRULE:FREQ=WEEKLY;COUNT=4') },
    { rfc6638: nobody, apple: nobody, exchange: everyone },
  ),
  row(
    'COUNT given to an endless series',
    { before: weekly, after: series('RRULE:FREQ=WEEKLY;COUNT=4') },
    { rfc6638: nobody, apple: nobody, exchange: everyone },
  ),
  row(
    'UNTIL made earlier',
    {
      before: series('RRULE:FREQ=WEEKLY;UNTIL=20280101T000000Z'),
      after: series('RRULE:FREQ=WEEKLY;UNTIL=20270501T000000Z'),
    },
    { rfc6638: nobody, apple: nobody, exchange: everyone },
  ),
  row(
    'COUNT instead of an UNTIL that comes to the same end',
    {
      before: series('RRULE:FREQ=WEEKLY;COUNT=3'),
      after: series('RRULE:FREQ=WEEKLY;UNTIL=20270322T090000Z'),
    },
    all(nobody),
  ),
  row(
    'COUNT made greater',
    { before: series('RRULE:FREQ=WEEKLY;COUNT=4'), after: series('RRULE:FREQ=WEEKLY;COUNT=5') },
    { rfc6638: everyone, apple: nobody, exchange: everyone },
  ),
  row(
    'UNTIL taken away',
    { before: series('RRULE:FREQ=WEEKLY;UNTIL=20400101T000000Z'), after: weekly },
    { rfc6638: everyone, apple: nobody, exchange: everyone },
  ),
  row('RRULE added to a single event', { before: single, after: weekly }, all(everyone)),
  row(
    'RRULE removed',
    { before: weekly, after: single },
    { rfc6638: nobody, apple: everyone, exchange: everyone },
  ),
  row(
    'RDATE added',
    { before: weekly, after: series('RRULE:FREQ=WEEKLY', 'RDATE:20270310T090000Z') },
    { rfc6638: everyone, apple: nobody, exchange: everyone },
  ),
  row(
    'RDATE added where there is an instance already',
    { before: weekly, after: series('RRULE:FREQ=WEEKLY', 'RDATE:20270315T090000Z') },
    all(nobody),
  ),
  row(
    'RDATE removed',
    { before: series('RRULE:FREQ=WEEKLY', 'RDATE:20270310T090000Z'), after: weekly },
    { rfc6638: nobody, apple: nobody, exchange: everyone },
  ),
  row(
    'EXDATE added',
    { before: weekly, after: series('RRULE:FREQ=WEEKLY', 'EXDATE:20270315T090000Z') },
    all(nobody),
  ),
  row(
    'EXDATE removed',
    { before: series('RRULE:FREQ=WEEKLY', 'EXDATE:20270315T090000Z'), after: weekly },
    { rfc6638: everyone, apple: nobody, exchange: everyone },
  ),
  row(
    'EXDATE removed that excluded nothing',
    { before: series('RRULE:FREQ=WEEKLY', 'EXDATE:20270316T090000Z'), after: weekly },
    all(nobody),
  ),
  row(
    'a participant more',
    {
      before: single,
      after: {
        ...single,
        participants: new Map([
          ['bob', { userId: 'bob', status: 'NeedsAction', answer: null, occurrences: new Map() }],
        ]),
      },
    },
    all(nobody),
  ),
  row('cancelled', { before: single, after: { ...single, status: 'Cancelled' } }, all(nobody)),
]

describe.each(TABLE)('$update', ({ before, after, ...resets }) => {
  test.each(['rfc6638', 'apple', 'exchange'] as const)('%s', (name) => {
    expect(asked(name, { before, after })).toEqual(resets[name])
  })
  test.each(['explicit', 'never'] as const)('%s keeps every answer', (name) => {
    expect(asked(name, { before, after })).toEqual(nobody)
  })
})

const TITLED = overridden(weekly, SECOND, { title: 'Plan' })
const tenTimes = series('RRULE:FREQ=WEEKLY;COUNT=10')

/** What Apple's own tests expect of its server, case by case. */
const APPLE: readonly (readonly [string, Change, Reset])[] = [
  ['1.1 single, no change', { before: single, after: { ...single } }, nobody],
  ['1.2 single, summary', { before: single, after: { ...single, title: 'Plan' } }, nobody],
  ['1.3 single, DTSTART', { before: single, after: { ...single, time: at(SECOND) } }, everyone],
  [
    '1.4 single, DURATION',
    { before: single, after: { ...single, time: at(MONDAY, { hours: 2 }) } },
    everyone,
  ],
  ['2.1 recurring, no change', { before: weekly, after: { ...weekly } }, nobody],
  ['2.2 recurring, summary', { before: weekly, after: { ...weekly, title: 'Plan' } }, nobody],
  [
    '2.3 recurring, DTSTART',
    { before: weekly, after: { ...weekly, time: at('2027-03-08T10:00:00') } },
    everyone,
  ],
  ['2.4 DAILY to WEEKLY', { before: series('RRULE:FREQ=DAILY'), after: weekly }, nobody],
  ['2.5 endless to COUNT=10', { before: weekly, after: tenTimes }, nobody],
  [
    '2.6 COUNT=5 to COUNT=10',
    { before: series('RRULE:FREQ=WEEKLY;COUNT=5'), after: tenTimes },
    nobody,
  ],
  ['3.1 overridden, no change', { before: TITLED, after: { ...TITLED } }, nobody],
  [
    '3.2 overridden, summaries',
    { before: TITLED, after: overridden(TITLED, SECOND, { title: 'Other' }) },
    nobody,
  ],
  [
    '3.3 overridden, override moved',
    { before: TITLED, after: overridden(TITLED, SECOND, { time: at('2027-03-16T09:00:00') }) },
    only(SECOND),
  ],
  [
    '3.4 overridden, both moved',
    {
      before: movedSecond,
      after: overridden({ ...weekly, time: at('2027-03-08T10:00:00') }, '2027-03-15T10:00:00', {
        time: at('2027-03-17T10:00:00'),
      }),
    },
    everyone,
  ],
]

test.each(APPLE)('apple: %s', (_, change, expected) => {
  expect(asked('apple', change)).toEqual(expected)
})

test('apple: the half that a split leaves behind keeps its answers', () => {
  const after = series('RRULE:FREQ=WEEKLY;UNTIL=20270314T235959Z')
  expect(asked('apple', { before: weekly, after })).toEqual(nobody)
})

describe('what a caller asks for', () => {
  const names = Object.values(resetPolicies).map(({ name }) => name)

  test.each(names)('%s resets everything that was asked for', (name) => {
    if (!isResetPolicyName(name)) throw new Error(name)
    expect(asked(name, { before: single, after: single, asked: true })).toEqual(everyone)
  })

  test.each(names)('%s resets the one occurrence that was asked for', (name) => {
    if (!isResetPolicyName(name)) throw new Error(name)
    const question = { before: weekly, after: weekly, asked: true, occurrence: idAt(THIRD) }
    expect(asked(name, question)).toEqual(only(THIRD))
  })
})

test('resetPolicies: each is found by its own name', () => {
  for (const [key, { name }] of Object.entries(resetPolicies)) expect(name).toBe(key)
  expect(['rfc6638', 'toString', ''].map(isResetPolicyName)).toEqual([true, false, false])
})
