import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { zoneTable } from './zone-table.js'

const day = 86_400_000
const hour = 3_600_000
const spring = Date.UTC(2027, 2, 14, 7)
const autumn = Date.UTC(2027, 10, 7, 6)

/** New York's 2027 alone. */
const probe = (instant: number) => (instant >= spring && instant < autumn ? -4 : -5) * hour

describe('zoneTable', () => {
  test('changes the offset on the millisecond of a transition', () => {
    const table = zoneTable(probe)
    expect([spring - 1, spring, autumn - 1, autumn].map(table.offsetMsAt)).toEqual(
      [-5, -4, -4, -5].map((h) => h * hour),
    )
  })

  test('takes the offset before the transition for readings in a gap', () => {
    const { offsetMsAtLocal } = zoneTable(probe)
    const two = Date.UTC(2027, 2, 14, 2)
    const readings = [two - 1, two, two + hour - 1, two + hour]
    expect(readings.map(offsetMsAtLocal)).toEqual([-5, -5, -5, -4].map((h) => h * hour))
  })

  test('takes the offset before the transition for readings in a fold', () => {
    const { offsetMsAtLocal } = zoneTable(probe)
    const one = Date.UTC(2027, 10, 7, 1)
    const readings = [one - 1, one, one + hour - 1, one + hour]
    expect(readings.map(offsetMsAtLocal)).toEqual([-4, -4, -4, -5].map((h) => h * hour))
  })

  test('answers the same whatever it was asked before', () => {
    const edge = Date.UTC(1800, 0, 1) + 200 * 400 * day
    const near = fc.integer({ min: -4 * 86_400, max: 4 * 86_400 }).map((s) => edge + s * 1000)
    // An offset that comes and goes within two days may be missed.
    const apart = fc.integer({ min: 3 * 86_400, max: 8 * 86_400 }).map((s) => s * 1000)
    const offset = fc.integer({ min: -15, max: 15 }).map((h) => h * hour)
    const asked = fc.array(fc.tuple(near, fc.boolean()), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(near, apart, fc.tuple(offset, offset, offset), asked, (first, later, to, all) => {
        const probed = (instant: number) =>
          instant < first ? to[0] : instant < first + later ? to[1] : to[2]
        const [kept, fresh] = [zoneTable(probed), () => zoneTable(probed)]
        for (const [ms, isLocal] of all)
          if (isLocal) expect(kept.offsetMsAtLocal(ms)).toBe(fresh().offsetMsAtLocal(ms))
          else expect(kept.segmentAt(ms).offsetMs).toBe(fresh().segmentAt(ms).offsetMs)
      }),
      { numRuns: 300 },
    )
  })

  test('knows the transitions just beyond the chunk a reading falls into', () => {
    const edge = Date.UTC(1800, 0, 1) + 200 * 400 * day
    const aroundEdge = fc.integer({ min: -86_400, max: 86_400 }).map((s) => edge + s * 1000)
    const offset = fc.integer({ min: -15, max: 15 }).map((h) => h * hour)
    fc.assert(
      fc.property(fc.tuple(aroundEdge, aroundEdge), fc.tuple(offset, offset), (edges, offsets) => {
        const [transition, localMs] = edges
        const [before, after] = offsets
        const table = zoneTable((instant) => (instant < transition ? before : after))
        const isBefore = localMs < transition + Math.max(before, after)
        expect(table.offsetMsAtLocal(localMs)).toBe(isBefore ? before : after)
      }),
      { numRuns: 300 },
    )
  })

  test('asks the probe once for each chunk, however often it is used', () => {
    const counted = vi.fn(probe)
    const table = zoneTable(counted)
    table.offsetMsAt(spring)
    const learning = counted.mock.calls.length
    for (let i = 0; i < 1000; i += 1) table.offsetMsAt(spring + i * 1000)
    expect(learning).toBeGreaterThan(0)
    expect(counted.mock.calls).toHaveLength(learning)
  })

  test('asks the probe for nothing before it is used', () => {
    const counted = vi.fn(probe)
    zoneTable(counted)
    expect(counted).not.toHaveBeenCalled()
  })

  test('a walk over all time learns a bounded number of chunks', () => {
    const counted = vi.fn(() => 0)
    const { offsetMsAt } = zoneTable(counted)
    for (let ms = -8.64e15; ms <= 8.64e15; ms += 8.64e10) offsetMsAt(ms)
    for (let ms = -6.3e13; ms <= 2.6e14; ms += 300 * day) offsetMsAt(ms)
    expect(counted.mock.calls.length).toBeLessThan(640 * 210)
  })

  test('segments hold their instant, have its offset, and meet without holes', () => {
    const table = zoneTable(probe)
    const end = Date.UTC(2030, 0, 1)
    let ms = Date.UTC(2025, 0, 1)
    while (ms < end) {
      const segment = table.segmentAt(ms)
      expect(segment.startMs).toBeLessThanOrEqual(ms)
      expect(segment.endMs).toBeGreaterThan(ms)
      expect(table.offsetMsAt(ms)).toBe(segment.offsetMs)
      expect(table.offsetMsAt(segment.endMs - 1)).toBe(segment.offsetMs)
      ms = segment.endMs
    }
  })

  test.each([
    Date.UTC(1799, 11, 31),
    Date.UTC(1, 0, 1),
    Date.UTC(2500, 0, 1),
    Date.UTC(2500, 0, 1) - 1,
    Date.UTC(9999, 11, 31),
    -8.64e15,
    8.64e15,
  ])('a segment far away holds its instant: %d', (ms) => {
    const { startMs, endMs } = zoneTable(probe).segmentAt(ms)
    expect(startMs).toBeLessThanOrEqual(ms)
    expect(endMs).toBeGreaterThan(ms)
    if (ms > spring) expect(endMs - startMs).toBeLessThan(403 * day)
  })

  test.each([Infinity, -Infinity, Number.NaN, Number.MAX_VALUE])('answers for %d too', (ms) => {
    const table = zoneTable((instant) => {
      if (!Number.isFinite(instant)) throw new RangeError('Invalid time value') // as Intl does
      return probe(instant)
    })
    expect(table.offsetMsAt(ms)).toBe(-5 * hour)
    expect(table.offsetMsAtLocal(ms)).toBe(-5 * hour)
    expect(table.segmentAt(ms).offsetMs).toBe(-5 * hour)
  })
})
