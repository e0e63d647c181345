import { describe, expect, test } from 'vitest'
import { date, zoneId } from '../../test/series.js'
import { HOUR_MS, startOfDay, zoneOf } from '../time/index.js'
import { countOverview, overviewDays } from './overview.js'

const zone = zoneOf(zoneId('Europe/Berlin'))
const today = date('2027-03-27')
const midnight = startOfDay(zone, today)
const days = overviewDays(zone, today)

/** An hour, so many hours after today's midnight. */
const hour = (hours: number) => {
  const start = midnight + hours * HOUR_MS
  return { start, end: start + HOUR_MS }
}

describe('countOverview', () => {
  test('counts by local days, of which one has 23 hours', () => {
    const counted = (hours: number) => countOverview(days, midnight, [hour(hours)])
    expect(counted(0)).toEqual({ today: 1, tomorrow: 0, nextSevenDays: 1 })
    expect(counted(23)).toEqual({ today: 1, tomorrow: 0, nextSevenDays: 1 })
    expect(counted(24)).toEqual({ today: 0, tomorrow: 1, nextSevenDays: 1 })
    // The clocks go forward tomorrow.
    expect(counted(46)).toEqual({ today: 0, tomorrow: 1, nextSevenDays: 1 })
    expect(counted(47)).toEqual({ today: 0, tomorrow: 0, nextSevenDays: 1 })
    expect(counted(7 * 24 - 2)).toEqual({ today: 0, tomorrow: 0, nextSevenDays: 1 })
    expect(counted(7 * 24 - 1)).toEqual({ today: 0, tomorrow: 0, nextSevenDays: 0 })
    expect(counted(-1)).toEqual({ today: 0, tomorrow: 0, nextSevenDays: 0 })
  })

  test('one that spans midnight counts in both days', () => {
    const night = { start: hour(23).start, end: hour(25).start }
    expect(countOverview(days, midnight, [night, hour(3)])).toEqual({
      today: 2,
      tomorrow: 1,
      nextSevenDays: 2,
    })
  })

  test('what has ended counts nowhere', () => {
    const { start, end } = hour(3)
    expect(countOverview(days, end, [{ start, end }]).today).toBe(0)
    expect(countOverview(days, end - 1, [{ start, end }]).today).toBe(1)
  })
})
