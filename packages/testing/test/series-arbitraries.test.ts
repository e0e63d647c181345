import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnSeries, firstIdsOf, isAdmitted } from '../src/index.js'
import { occurrenceTime, openSeries } from '@kalends/core'

const samples = fc.sample(drawnSeries(), { numRuns: 400, seed: 5545 })

const share = (is: (each: (typeof samples)[number]) => boolean): number =>
  samples.filter(is).length / samples.length

test('drawnSeries: every one is such as a calendar takes', () => {
  expect(samples.filter(({ event }) => !isAdmitted(event)).map(({ event }) => event)).toEqual([])
})

test('drawnSeries: most have exceptions of several kinds, many are endless, sub-daily or all-day', () => {
  const moved = share(({ event }) => [...event.overrides.values()].some(({ time }) => time))
  const cancelled = share(({ event }) => [...event.overrides.values()].some(({ status }) => status))
  const answered = share(({ event }) => (event.participants.get('bob')?.occurrences.size ?? 0) > 0)
  const excluded = share(({ event }) => event.recurrence?.at(-1)?.startsWith('EXDATE') === true)
  expect(moved).toBeGreaterThan(0.5)
  expect(cancelled).toBeGreaterThan(0.35)
  expect(answered).toBeGreaterThan(0.5)
  expect(excluded).toBeGreaterThan(0.6)
  expect(share(({ event }) => openSeries(event).isEndless())).toBeGreaterThan(0.2)
  expect(share(({ event }) => event.time.type === 'AllDay')).toBeGreaterThan(0.1)
  expect(
    share(({ event }) => /HOURLY|MINUTELY|BYHOUR/.test(event.recurrence?.[0] ?? '')),
  ).toBeGreaterThan(0.15)
})

test('drawnSeries: many meet a night on which their clock is changed', () => {
  const met = share(({ event }) => {
    const offsets = firstIdsOf(event, 20).map((id) => {
      const time = occurrenceTime(event.time, id)
      return time.type === 'AllDay' ? 0 : Date.parse(`${id}Z`) - time.start
    })
    return new Set(offsets).size > 1
  })
  expect(met).toBeGreaterThan(0.4)
})
