import { expect, test, vi } from 'vitest'
import { segmentsBetween } from './segments.js'

const day = 86_400_000
const hour = 3_600_000

/** Offsets that change at the given instants, in order. */
const stepping =
  (...steps: readonly (readonly [fromMs: number, offsetMs: number])[]) =>
  (instant: number) =>
    steps.findLast(([fromMs]) => instant >= fromMs)?.[1] ?? 0

test('a zone without transitions is one segment', () => {
  expect(segmentsBetween(stepping(), 0, 400 * day)).toEqual([
    { startMs: 0, endMs: 400 * day, offsetMs: 0 },
  ])
})

test('transitions are found to the second', () => {
  const at = 100 * day + 7_201_000
  expect(segmentsBetween(stepping([at, hour]), 0, 400 * day)).toEqual([
    { startMs: 0, endMs: at, offsetMs: 0 },
    { startMs: at, endMs: 400 * day, offsetMs: hour },
  ])
})

test('two transitions within two days are both found when the offset differs after them', () => {
  const probe = stepping([101 * day, hour], [101 * day + hour, 2 * hour])
  expect(segmentsBetween(probe, 0, 400 * day).map((s) => [s.startMs, s.offsetMs])).toEqual([
    [0, 0],
    [101 * day, hour],
    [101 * day + hour, 2 * hour],
  ])
})

test('an offset that lasts a little over two days is not missed', () => {
  for (let start = 0; start < 4 * day; start += 7 * hour) {
    const probe = stepping([start + day, hour], [start + 3 * day, 0])
    expect(segmentsBetween(probe, 0, 30 * day)).toHaveLength(3)
  }
})

test('a transition on either end of the range is no segment of its own', () => {
  const probe = stepping([0, hour], [30 * day, 2 * hour])
  expect(segmentsBetween(probe, 0, 30 * day)).toEqual([
    { startMs: 0, endMs: 30 * day, offsetMs: hour },
  ])
})

test('a quiet chunk of 400 days takes about 200 probes', () => {
  const probe = vi.fn(() => 0)
  segmentsBetween(probe, 0, 400 * day)
  expect(probe.mock.calls.length).toBeLessThan(210)
})
