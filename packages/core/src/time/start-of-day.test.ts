import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { LocalDate } from './local-date.js'
import { startOfDay } from './start-of-day.js'
import { TimeZoneId } from './time-zone-id.js'
import { zoneOf } from './zone.js'

const startIn = (name: string, text: string) => {
  const id = TimeZoneId.decode(name)
  const date = LocalDate.decode(text)
  if (E.isLeft(id) || E.isLeft(date)) throw new Error(`${name} ${text}`)
  return new Date(startOfDay(zoneOf(id.right), date.right)).toISOString()
}

test.each([
  ['UTC', '2024-03-08', '2024-03-08T00:00:00.000Z', 'midnight'],
  ['America/New_York', '2024-03-08', '2024-03-08T05:00:00.000Z', 'midnight there'],
  ['America/New_York', '2024-03-15', '2024-03-15T04:00:00.000Z', 'midnight in summer'],
  ['Asia/Kathmandu', '2024-03-08', '2024-03-07T18:15:00.000Z', 'midnight on the quarter hour'],
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', '01:00, since there is no 00:00'],
  ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z', '01:00, since there is no 00:00'],
  ['America/St_Johns', '2005-10-30', '2005-10-30T02:30:00.000Z', 'the first of two midnights'],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 'the start of the day after'],
  ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', 'midnight after the skipped day'],
  ['UTC', '0001-01-01', '0001-01-01T00:00:00.000Z', 'midnight'],
])('%s: %s starts at %s, %s', (id, date, instant) => {
  expect(startIn(id, date)).toBe(instant)
})
