import { expect, test } from 'vitest'
import { seriesOf, timed } from '../../test/series.js'
import { DAY_MS, HOUR_MS } from '../time/index.js'
import { eventKey, isUpdate } from './event-key.js'

const start = Date.UTC(2027, 2, 8, 14)
const series = seriesOf(timed(start, HOUR_MS), ['RRULE:FREQ=DAILY;COUNT=2'])

test('eventKey: a single event stands at its time, a series within its bounds', () => {
  const key = { uid: 's', calendarId: 'primary-ann', createdAt: 0, start }
  expect(eventKey(series)).toEqual({
    ...key,
    takesPlace: 'Repeatedly',
    end: start + DAY_MS + HOUR_MS,
  })
  expect(eventKey({ ...series, recurrence: null })).toEqual({
    ...key,
    takesPlace: 'Once',
    end: start + HOUR_MS,
  })
})

test('isUpdate: a creation or a new revision, and nothing else', () => {
  const absent = { type: 'Absent' } as const
  const before = { type: 'Scheduled', event: series } as const
  const revised = { ...before, event: { ...series, revision: 2 } }
  const found = { ...before, event: { ...series, language: 'en' } }
  expect(isUpdate(absent, before)).toBe(true)
  expect(isUpdate(before, revised)).toBe(true)
  expect(isUpdate(before, found)).toBe(false)
  expect(isUpdate(before, absent)).toBe(false)
  expect(isUpdate(absent, absent)).toBe(false)
})
