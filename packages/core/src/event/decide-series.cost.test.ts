import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import {
  cancelOne,
  create,
  eventAfter,
  happenedIn,
  patch,
  patchOne,
  timeOf,
  typesOf,
} from '../../test/event/series.js'
import type { Command } from './command.js'
import { decide } from './decide.js'
import type { RsvpResetPolicy } from './reset-policy.js'

describe('decide: a thousand exceptions', () => {
  const daily = create(
    ['RRULE:FREQ=DAILY'],
    timeOf({ start: '2027-03-08T09:00:00Z', end: '2027-03-08T10:00:00Z' }),
  )
  const rid = (index: number) =>
    new Date(Date.UTC(2027, 2, 8 + index, 9)).toISOString().replace(/[-:]|\.000/g, '')
  const cancelled = Array.from({ length: 1000 }, (_, index) => cancelOne(rid(2 * index)))
  const full = { type: 'Scheduled', event: eventAfter(daily, ...cancelled) } as const
  const explicit: RsvpResetPolicy = { name: 'explicit', resets: () => ({ type: 'Nobody' }) }
  const decideOnFull = (command: Command) => decide(explicit)(command, full)

  test('one more than a thousand is refused, one of them again is not', () => {
    const refused = E.left({ type: 'TooManyOverrides', limit: 1000 })
    expect(decideOnFull(cancelOne(rid(1)))).toEqual(refused)
    expect(decideOnFull(patchOne(rid(1), { title: 'Other' }))).toEqual(refused)
    expect(typesOf(decideOnFull(cancelOne(rid(2))))).toEqual([])
    expect(typesOf(decideOnFull(patchOne(rid(1), { title: 'Weekly' })))).toEqual([])
  })

  /** The shortest of some tries, as other work on the machine makes single ones longer. */
  const shortestMs = (run: () => unknown) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const before = performance.now()
        run()
        return performance.now() - before
      }),
    )

  test('a thousand are moved and dropped in no time', () => {
    const slot = { start: '2027-03-08T10:00:00Z', end: '2027-03-08T11:00:00Z' }
    const move = () => decideOnFull(patch({ timeSlot: slot }))
    const drop = () => decideOnFull(patch({ recurrence: ['RRULE:FREQ=DAILY;INTERVAL=3'] }))
    expect(typesOf(move())).toEqual(['SeriesMoved'])
    const [, dropped] = happenedIn(drop())
    expect(dropped?.type === 'ExceptionsDropped' ? dropped.recurrenceIds.length : 0).toBe(666)
    expect(shortestMs(move)).toBeLessThan(100)
    expect(shortestMs(drop)).toBeLessThan(100)
  })
})
