import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParticipationStatus } from '../event/index.js'
import { busyIntervals } from './free-busy.js'

const accepted = (): ParticipationStatus => 'Accepted'

const taking = (start: number, end: number, rest: object = {}) => ({
  start,
  end,
  status: accepted(),
  event: { status: 'Confirmed' as const },
  ...rest,
})
const tentative = { status: 'Tentative' as const }

describe('busyIntervals', () => {
  test('unites what touches and clips what reaches over the window', () => {
    const found = busyIntervals(
      [10, 50],
      [taking(20, 30), taking(0, 12), taking(30, 35), taking(45, 90)],
    )
    expect(found).toEqual([
      { start: 10, end: 12, type: 'Busy' },
      { start: 20, end: 35, type: 'Busy' },
      { start: 45, end: 50, type: 'Busy' },
    ])
  })

  test('is tentative only where nothing is sure', () => {
    const found = busyIntervals(
      [0, 100],
      [taking(10, 60, tentative), taking(20, 30), taking(40, 50)],
    )
    expect(found.map(({ start, end, type }) => [start, end, type])).toEqual([
      [10, 20, 'BusyTentative'],
      [20, 30, 'Busy'],
      [30, 40, 'BusyTentative'],
      [40, 50, 'Busy'],
      [50, 60, 'BusyTentative'],
    ])
  })

  test('a tentative event is tentative, whatever was answered', () => {
    const maybe = taking(10, 20, { event: { status: 'Tentative' } })
    expect(busyIntervals([0, 100], [maybe])).toEqual([
      { start: 10, end: 20, type: 'BusyTentative' },
    ])
  })

  test('declined, cancelled and empty ones take no time', () => {
    const free = [
      taking(10, 20, { status: 'Declined' }),
      taking(10, 20, { event: { status: 'Cancelled' } }),
      taking(15, 15),
    ]
    expect(busyIntervals([0, 100], free)).toEqual([])
  })

  test('agrees with asking every moment by itself', () => {
    const any = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 }), fc.boolean()),
    )
    fc.assert(
      fc.property(any, (drawn) => {
        const all = drawn.map(([start, length, sure]) =>
          taking(start, start + length, sure ? {} : tentative),
        )
        const found = busyIntervals([5, 30], all)
        for (let at = 0; at < 40; at += 1) {
          const here = all.filter(({ start, end }) => start <= at && at < end)
          const inside = at >= 5 && at < 30 && here.length > 0
          const sure = here.some(({ status }) => status === 'Accepted')
          const expected = inside ? [sure ? 'Busy' : 'BusyTentative'] : []
          const said = found.filter(({ start, end }) => start <= at && at < end)
          expect(said.map(({ type }) => type)).toEqual(expected)
        }
      }),
    )
  })
})
