import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { parseRule } from '../recurrence/index.js'
import { patternPeriodSeconds } from './pattern-period.js'

const DAY = 86_400
const WEEK = 7 * DAY
/** 400 years of the Gregorian calendar. */
const CYCLE = 146_097 * DAY

const periodOf = (...texts: readonly string[]) =>
  patternPeriodSeconds(
    texts.map((text) => {
      const rule = parseRule(text, { mode: 'lenient', start: null })
      if (E.isLeft(rule)) throw new Error(JSON.stringify(rule.left))
      return rule.right
    }),
  )

describe('patternPeriodSeconds', () => {
  test.each([
    ['FREQ=DAILY', WEEK],
    ['FREQ=DAILY;INTERVAL=3', 3 * WEEK],
    ['FREQ=DAILY;INTERVAL=14', 2 * WEEK],
    ['FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,WE', 4 * WEEK],
    ['FREQ=HOURLY;INTERVAL=5', 5 * WEEK],
    ['FREQ=MINUTELY;INTERVAL=11', 11 * WEEK],
    ['FREQ=SECONDLY;INTERVAL=11', 11 * WEEK],
    ['FREQ=DAILY;BYMONTH=2', CYCLE],
    ['FREQ=DAILY;BYMONTHDAY=29', CYCLE],
    ['FREQ=HOURLY;BYYEARDAY=366', CYCLE],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29', CYCLE],
    ['FREQ=MONTHLY', CYCLE],
    ['FREQ=MONTHLY;INTERVAL=3', CYCLE],
    ['FREQ=MONTHLY;INTERVAL=9', 3 * CYCLE],
    ['FREQ=YEARLY;BYWEEKNO=20', CYCLE],
    ['FREQ=YEARLY;INTERVAL=4', CYCLE],
    ['FREQ=YEARLY;INTERVAL=26', 13 * CYCLE],
  ])('%s repeats after its interval and what it looks at', (text, seconds) => {
    expect(periodOf(text)).toBe(seconds)
  })

  test('rules repeat together when each does', () => {
    expect(periodOf()).toBe(0)
    expect(periodOf('FREQ=DAILY;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=3')).toBe(6 * WEEK)
    expect(periodOf('FREQ=DAILY', 'FREQ=MONTHLY')).toBe(CYCLE)
  })

  test('what repeats together later than four digits can write, or in another calendar, is endless', () => {
    expect(periodOf('FREQ=YEARLY;INTERVAL=26', 'FREQ=YEARLY;INTERVAL=32')).toBe(26 * CYCLE)
    expect(periodOf('FREQ=YEARLY;INTERVAL=29', 'FREQ=DAILY')).toBe(Infinity)
    expect(periodOf('FREQ=DAILY', 'FREQ=YEARLY;INTERVAL=29')).toBe(Infinity)
    expect(periodOf('RSCALE=HEBREW;FREQ=YEARLY', 'FREQ=DAILY')).toBe(Infinity)
    expect(periodOf('FREQ=DAILY', 'RSCALE=HEBREW;FREQ=YEARLY')).toBe(Infinity)
    expect(periodOf('RSCALE=HEBREW;FREQ=YEARLY')).toBe(Infinity)
  })
})
