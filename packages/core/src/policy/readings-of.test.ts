import { describe, expect, test } from 'vitest'
import { openSeries } from '../event/index.js'
import { UTC } from '../time/index.js'
import { readingsOf } from './readings-of.js'

const DAY_MS = 86_400_000
const start = Date.UTC(2027, 2, 8, 9)
const opened = (rule: string) =>
  openSeries({
    time: { type: 'Timed', start, end: start + 1, timeZone: UTC },
    recurrence: [rule],
  })

/** The first `count` readings, or all until it says that there are no more. */
const read = (rule: string, to: number, periodsLeft = 10_000) => {
  const next = readingsOf(opened(rule), { to, budget: { periodsLeft } })
  return (count: number) => Array.from({ length: count }, next)
}

const days = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, day) => start + (from + day) * DAY_MS)

describe('readingsOf', () => {
  test('gives each once, in order, however many pages that takes', () => {
    expect(read('RRULE:FREQ=DAILY', Infinity)(3000)).toEqual(days(0, 3000))
  })

  test('says again and again that there are no more', () => {
    for (const count of [1, 15, 16, 17, 80, 81]) {
      const all = read(`RRULE:FREQ=DAILY;COUNT=${count}`, Infinity)(count + 3)
      expect(all).toEqual([...days(0, count), Infinity, Infinity, Infinity])
    }
  })

  test('ends before its bound', () => {
    expect(read('RRULE:FREQ=DAILY', start + 2 * DAY_MS)(3)).toEqual([...days(0, 2), Infinity])
  })

  test('cannot say what its budget does not reach', () => {
    const spent = read('RRULE:FREQ=DAILY', Infinity, 40)(100)
    expect(spent.slice(0, 16)).toEqual(days(0, 16))
    expect(spent.at(-1)).toBeNaN()
  })
})
