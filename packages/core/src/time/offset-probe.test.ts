import { expect, test } from 'vitest'
import { offsetProbe } from './offset-probe.js'
import { TimeZoneId } from './time-zone-id.js'

const offsetAt = (id: string, stamp: string) =>
  TimeZoneId.is(id) ? offsetProbe(id)(Date.parse(stamp)) : null

const hours = (h: number, m = 0, s = 0) => (h * 3600 + m * 60 + s) * 1000

test.each([
  ['UTC', '2024-01-01T00:00:00Z', 0],
  ['Europe/London', '2024-01-01T00:00:00Z', 0],
  ['Europe/London', '2024-07-01T00:00:00Z', hours(1)],
  ['America/New_York', '2024-01-01T00:00:00Z', -hours(5)],
  ['Asia/Kathmandu', '2024-01-01T00:00:00Z', hours(5, 45)],
  ['America/St_Johns', '2024-01-01T00:00:00Z', -hours(3, 30)],
  ['America/New_York', '1850-01-01T00:00:00Z', -hours(4, 56, 2)],
  ['Africa/Monrovia', '1971-06-01T00:00:00Z', -hours(0, 44, 30)],
  ['Asia/Manila', '1800-01-01T00:00:00Z', -hours(15, 56, 8)],
  ['Etc/GMT-14', '2024-01-01T00:00:00Z', hours(14)],
])('%s has at %s an offset of %d ms', (id, stamp, offsetMs) => {
  expect(offsetAt(id, stamp)).toBe(offsetMs)
})
