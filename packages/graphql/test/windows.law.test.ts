import { closeWindow, holds, parseStamp } from '@kalends/core'
import { boundariesMean } from '@kalends/testing'
import * as E from 'fp-ts/lib/Either.js'
import { test } from 'vitest'
import { readDateRange } from '../src/read/date-range.js'

const LIMITS = { now: 0, windowYearsDefault: 1, horizonYears: 1 }

const taken = <A>(read: E.Either<unknown, A>): A => {
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
}

const stampOf = (at: number) => taken(parseStamp(new Date(at).toISOString()))

test('WINDOW-001: a date range means overlap, points included', () => {
  boundariesMean('Overlap', (from, to) => {
    const dates = { fromDate: stampOf(from), toDate: stampOf(to) }
    const window = closeWindow(taken(readDateRange(dates, LIMITS)))
    return (start, end) => holds(window, start, end)
  })
})
