import { describe, expect, test } from 'vitest'
import { changedMonday, guest, importing, idOf, sourceOf } from '../../test/event/import.js'
import { defaultLimits } from '../event/index.js'
import { refusalOf } from './admit.js'
import type { CancelImported, ImportEvent } from './command.js'

const { title, status, time, location, body, source } = importing()

const command = (more: Partial<ImportEvent> = {}): ImportEvent => ({
  type: 'ImportEvent',
  tenantId: 'acme',
  actor: 'ann',
  key: ['g1', 'g1@google.com'],
  ...{ title, status, time, location, body, source },
  recurrence: null,
  occurrences: [],
  ...more,
})

const mondays = (more: Partial<ImportEvent> = {}): ImportEvent =>
  command({
    recurrence: ['RRULE:FREQ=WEEKLY;COUNT=8'],
    occurrences: [changedMonday()],
    ...more,
  })

const gone = (more: Partial<CancelImported> = {}): CancelImported => ({
  type: 'CancelImported',
  tenantId: 'acme',
  actor: 'ann',
  key: ['g1'],
  ...more,
})

const from = (more: Parameters<typeof sourceOf>[0]) => command({ source: sourceOf(more) })
const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1)

describe('an import is admitted', () => {
  test.each([
    ['once', command()],
    ['as a series', mondays()],
    ['by dates alone', command({ recurrence: ['RDATE;TZID=America/New_York:20270309T090000'] })],
    [
      'with dates before its start',
      command({
        recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2', 'RDATE;TZID=America/New_York:20270303T090000'],
      }),
    ],
    [
      'with its only start excluded',
      command({
        recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE;TZID=America/New_York:20270308T090000'],
      }),
    ],
    ['as an import of a cancelled event', command({ status: 'Cancelled' })],
    ['with raw of 64 levels', from({ raw: nested(63) })],
    ['without what may be missing', from({ iCalUid: null, updatedAt: null, organizer: null })],
    ['as gone', gone()],
    ['as gone at a time', gone({ calendarId: 'work', updatedAt: 0 })],
  ])('%s', (_, admitted) => {
    expect(refusalOf(admitted, defaultLimits)).toBeNull()
  })
})

const cyclic: unknown[] = []
cyclic.push(cyclic)

describe('an import is refused', () => {
  test.each([
    ['key', 'Empty', command({ key: [] })],
    ['key', 'Empty', command({ key: ['', ''] })],
    ['key', 'TooMany', command({ key: Array.from({ length: 17 }, String) })],
    ['key.1', 'IllFormedText', command({ key: ['a', '\ud800'] })],
    ['key.0', 'TooLong', gone({ key: ['x'.repeat(4097)] })],
    ['calendarId', 'Empty', command({ calendarId: '' })],
    ['title', 'Empty', command({ title: '' })],
    ['title', 'TooLong', command({ title: 'x'.repeat(201) })],
    ['location', 'IllFormedText', command({ location: '\0' })],
    ['body.content', 'IllFormedText', command({ body: { format: 'Plain', content: '\udc00' } })],
    ['time', 'Malformed', command({ time: { ...time, timeZone: 'Mars/Base' } as typeof time })],
    ['time.end', 'OutOfRange', command({ time: { ...time, end: 1e18 } as typeof time })],
    ['time.start', 'OutOfRange', command({ time: { ...time, start: 0.5 } as typeof time })],
    ['recurrence', 'Empty', command({ recurrence: [] })],
    ['source.provider', 'Empty', from({ provider: '' })],
    ['source.providerId', 'TooLong', from({ providerId: 'x'.repeat(4097) })],
    ['source.iCalUid', 'IllFormedText', from({ iCalUid: '\ud800' })],
    ['source.createdAt', 'OutOfRange', from({ createdAt: Number.NaN })],
    ['source.updatedAt', 'OutOfRange', from({ updatedAt: 253_402_300_800_000 })],
    ['updatedAt', 'OutOfRange', gone({ updatedAt: 0.5 })],
    ['source.sequence', 'OutOfRange', from({ sequence: -1 })],
    ['source.htmlLink', 'Malformed', from({ htmlLink: 'javascript:alert(1)' })],
    ['source.conferenceUrl', 'Malformed', from({ conferenceUrl: 'http://example.com' })],
    [
      'source.organizer.name',
      'TooLong',
      from({ organizer: { email: null, name: 'x'.repeat(4097) } }),
    ],
    ['source.creator.email', 'IllFormedText', from({ creator: { email: '\0', name: null } })],
    ['source.attendees.0.email', 'IllFormedText', from({ attendees: [guest('\0')] })],
    [
      'source.attendees',
      'TooMany',
      from({ attendees: Array.from({ length: 1001 }, (_, i) => guest(`g${i}`)) }),
    ],
    ['source', 'NotJson', from({ raw: undefined })],
    ['source', 'NotJson', from({ raw: { at: new Date(0) } })],
    ['source', 'NotJson', from({ raw: [Number.NaN] })],
    ['source', 'NotJson', from({ raw: [1n] })],
    ['source', 'NotJson', from({ raw: { '\ud800': 1 } })],
    ['source', 'NotJson', from({ extendedProperties: { x: '\0' } })],
    // eslint-disable-next-line no-sparse-arrays -- a hole is what is tested
    ['source', 'NotJson', from({ raw: [, 1] })],
    ['source', 'TooLong', from({ raw: cyclic })],
    ['source', 'TooLong', from({ raw: nested(65) })],
    ['source', 'TooLong', from({ raw: 'x'.repeat(16_777_216) })],
    ['occurrences.0.title', 'Empty', mondays({ occurrences: [changedMonday({ title: '' })] })],
    [
      'occurrences.0.source.providerId',
      'Empty',
      mondays({ occurrences: [changedMonday({ source: sourceOf({ providerId: '' }) })] }),
    ],
    ['occurrences.0.recurrenceId', 'NotASeries', mondays({ recurrence: null })],
    [
      'occurrences.0.recurrenceId',
      'NotAnOccurrence',
      mondays({ occurrences: [changedMonday({ recurrenceId: idOf('2027-03-16T09:00:00') })] }),
    ],
    [
      'occurrences.0.recurrenceId',
      'NotAnOccurrence',
      mondays({
        recurrence: ['RRULE:FREQ=WEEKLY;COUNT=8', 'EXDATE;TZID=America/New_York:20270315T090000'],
      }),
    ],
    [
      'occurrences.1.recurrenceId',
      'Taken',
      mondays({ occurrences: [changedMonday(), changedMonday()] }),
    ],
  ])('for %s as %s', (path, reason, refused) => {
    expect(refusalOf(refused, defaultLimits)).toMatchObject({
      type: 'InvalidFields',
      problems: [{ path: path.split('.'), reason }],
    })
  })

  test.each([
    [{ type: 'InvalidTimeRange' }, command(backwards())],
    [{ type: 'InvalidTimeRange' }, mondays({ occurrences: [changedMonday(backwards())] })],
    [
      { type: 'InvalidRecurrence', refusal: { type: 'StartOffRule' } },
      command({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] }),
    ],
    [
      { type: 'InvalidRecurrence', refusal: { type: 'FractionalSeconds' } },
      mondays({ occurrences: [changedMonday({ time: fractional() })] }),
    ],
    [
      { type: 'TooManyOverrides', limit: 1000 },
      mondays({ occurrences: Array.from({ length: 1001 }, () => changedMonday()) }),
    ],
  ])('as %j', (rejection, refused) => {
    expect(refusalOf(refused, defaultLimits)).toMatchObject(rejection)
  })
})

function backwards() {
  return { time: { ...time, end: Number(time.start) - 1000 } as typeof time }
}

function fractional() {
  return { ...time, end: Number(time.end) + 1 } as typeof time
}
