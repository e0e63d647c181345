import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { MAX_INSTANT, MIN_INSTANT } from './instant.js'
import { legacyTimeZones } from '../../test/time/legacy-time-zones.js'
import { TimeZoneId, UTC } from './time-zone-id.js'
import { type Zone, zoneOf } from './zone.js'

const hour = 3_600_000
const day = 24 * hour

const zone = (name: string): Zone => {
  const id = TimeZoneId.decode(name)
  if (E.isLeft(id)) throw new Error(`no zone ${name}`)
  return zoneOf(id.right)
}

/** Another way to ask Intl: by the fields it prints, not by the offset it names. */
const readingByIntl = (id: string) => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: id,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (instant: number) => {
    const numbers = format.format(instant).match(/\d+/g) ?? []
    const [month = 0, dayOfMonth = 0, year = 0, h = 0, minute = 0, second = 0] = numbers.map(Number)
    return Date.UTC(year, month - 1, dayOfMonth, h, minute, second)
  }
}

/** What Temporal calls `compatible`, straight from the instants around: no table. */
const instantByDefinition = (reading: (instant: number) => number, localMs: number) => {
  const offsetAt = (instant: number) => reading(instant) - instant
  const before = offsetAt(localMs - day)
  const after = offsetAt(localMs + day)
  const candidates = [localMs - before, localMs - after].filter((i) => reading(i) === localMs)
  return candidates.length === 0 ? localMs - before : Math.min(...candidates)
}

const anyId = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), ...legacyTimeZones)
const wholeSeconds = (from: number, to: number) =>
  fc.integer({ min: from / 1000, max: to / 1000 }).map((s) => s * 1000)

describe('zoneOf agrees with Intl', () => {
  test('in every zone, at instants from 1880 to 2100', () => {
    const wrong: string[] = []
    for (const id of [...Intl.supportedValuesOf('timeZone'), ...legacyTimeZones]) {
      const reading = readingByIntl(id)
      const ours = zone(id)
      for (const instant of fc.sample(wholeSeconds(-2_840_140_800_000, 4_102_444_800_000), 6)) {
        if (ours.localMsOf(instant) !== reading(instant)) wrong.push(`${id} ${instant}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('in every zone, at instants of the years 2100 to 9999', () => {
    const wrong: string[] = []
    for (const id of [...Intl.supportedValuesOf('timeZone'), ...legacyTimeZones]) {
      const reading = readingByIntl(id)
      const ours = zone(id)
      for (const instant of fc.sample(
        wholeSeconds(4_102_444_800_000, MAX_INSTANT - 999 - day),
        4,
      )) {
        if (ours.localMsOf(instant) !== reading(instant)) wrong.push(`${id} ${instant}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('on both sides of the transitions that it finds', () => {
    const samples = fc.sample(
      fc.record({ id: anyId, year: fc.integer({ min: 1900, max: 2099 }) }),
      300,
    )
    const transitions = samples.flatMap(({ id, year }) => {
      const reading = readingByIntl(id)
      const ours = zone(id)
      const { endMs } = ours.segmentAt(Date.UTC(year, 5, 1))
      if (endMs === Infinity) return []
      return [endMs - 1000, endMs].map((i) => [id, i, ours.localMsOf(i) - reading(i)])
    })
    expect(transitions.filter(([, , difference]) => difference !== 0)).toEqual([])
  })

  test('and before 1800, where it has local mean time', () => {
    fc.assert(
      fc.property(anyId, wholeSeconds(-12_000_000_000_000, -5_364_662_400_000), (id, instant) => {
        expect(zone(id).localMsOf(instant)).toBe(readingByIntl(id)(instant))
      }),
      { numRuns: 100 },
    )
  })
})

/** Zones with their own ways: half hours, odd times of day, negative summer time, many transitions. */
const hardZones = [
  ['America/New_York', 2024],
  ['Europe/London', 2024],
  ['Europe/Dublin', 2024],
  ['Europe/Dublin', 1971],
  ['Australia/Lord_Howe', 2024],
  ['Africa/Casablanca', 2024],
  ['Africa/El_Aaiun', 2023],
  ['Africa/Cairo', 2024],
  ['Africa/Cairo', 2014],
  ['America/St_Johns', 2005],
  ['America/Sao_Paulo', 2018],
  ['America/Noronha', 2000],
  ['America/Recife', 2000],
  ['America/Boa_Vista', 2000],
  ['Pacific/Apia', 2011],
  ['Pacific/Kwajalein', 1993],
  ['Asia/Kathmandu', 1985],
  ['Africa/Monrovia', 1972],
  ['America/Caracas', 2007],
  ['Asia/Pyongyang', 2018],
  ['Asia/Tehran', 2022],
  ['Pacific/Chatham', 2024],
  ['Antarctica/Troll', 2024],
  ['Europe/Istanbul', 2016],
  ['Asia/Gaza', 2022],
  ['America/Scoresbysund', 2024],
  ['Europe/Amsterdam', 1937],
  ['Europe/London', 1947],
] as const

describe.each(hardZones)('%s in %i', (id, year) => {
  const ours = zone(id)
  const reading = readingByIntl(id)
  const from = Date.UTC(year, 0, 1)
  const transitions = (): readonly number[] => {
    const found: number[] = []
    let ms = from
    while (ms < from + 366 * day) {
      const { endMs, offsetMs } = ours.segmentAt(ms)
      if (ours.offsetMsAt(endMs) !== offsetMs) found.push(endMs)
      ms = endMs
    }
    return found
  }

  test('reads every hour as Intl does', () => {
    for (let ms = from; ms < from + 366 * day; ms += hour) {
      if (ours.localMsOf(ms) !== reading(ms)) expect.fail(new Date(ms).toISOString())
    }
  })

  test('finds readings around its transitions by the offset before them', () => {
    expect(transitions()).not.toEqual([])
    for (const transition of transitions()) {
      const before = transition + ours.offsetMsAt(transition - 1)
      const after = transition + ours.offsetMsAt(transition)
      for (const edge of [before, after, (before + after) / 2, before - day / 2, after + day / 2]) {
        for (const localMs of [edge - 1000, edge, edge + 1000]) {
          expect(ours.instantOf(localMs)).toBe(instantByDefinition(reading, localMs))
        }
      }
    }
  })
})

describe('the nights themselves', () => {
  const local = (text: string) => Date.parse(`${text}Z`)
  const utc = (instant: number) => new Date(instant).toISOString()

  test.each([
    ['America/New_York', '2024-03-10T02:30:00', '2024-03-10T07:30:00.000Z', 'a gap'],
    ['America/New_York', '2024-11-03T01:30:00', '2024-11-03T05:30:00.000Z', 'a fold'],
    ['Australia/Lord_Howe', '2024-10-06T02:15:00', '2024-10-05T15:45:00.000Z', 'a gap of 30 min'],
    ['Australia/Lord_Howe', '2024-04-07T01:45:00', '2024-04-06T14:45:00.000Z', 'a fold of 30 min'],
    ['Pacific/Apia', '2011-12-30T09:00:00', '2011-12-30T19:00:00.000Z', 'a skipped day'],
    ['Pacific/Apia', '2011-12-29T23:59:59', '2011-12-30T09:59:59.000Z', 'before the skip'],
    ['Pacific/Apia', '2011-12-31T00:00:00', '2011-12-30T10:00:00.000Z', 'after the skip'],
    ['America/St_Johns', '2005-04-03T00:30:00', '2005-04-03T04:00:00.000Z', 'a gap at 00:01'],
    ['America/St_Johns', '2005-10-29T23:30:00', '2005-10-30T02:00:00.000Z', 'a fold at 00:01'],
    ['Europe/Dublin', '2024-10-27T01:30:00', '2024-10-27T00:30:00.000Z', 'winter as standard'],
    ['Africa/Monrovia', '1972-01-07T00:20:00', '1972-01-07T01:04:30.000Z', 'a gap of seconds'],
    ['Asia/Kathmandu', '2024-03-08T09:00:00', '2024-03-08T03:15:00.000Z', 'quarter hours'],
  ])('%s %s is %s: %s', (id, reading, instant) => {
    expect(utc(zone(id).instantOf(local(reading)))).toBe(instant)
  })

  test('summer time of seven days is not missed', () => {
    const noronha = zone('America/Noronha')
    const offsets = ['2000-10-07', '2000-10-09', '2000-10-14', '2000-10-16']
    expect(offsets.map((date) => noronha.offsetMsAt(Date.parse(date)) / hour)).toEqual([
      -2, -1, -1, -2,
    ])
  })
})

describe('Zone', () => {
  test('an instant comes back from its reading, or is the second pass of a fold', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: MIN_INSTANT, max: MAX_INSTANT }), (id, instant) => {
        const ours = zone(id)
        const localMs = ours.localMsOf(instant)
        const back = ours.instantOf(localMs)
        expect(back).toBeLessThanOrEqual(instant)
        expect(ours.localMsOf(back)).toBe(localMs)
      }),
      { numRuns: 500 },
    )
  })

  test('has no milliseconds in its offsets', () => {
    const instant = Date.UTC(2024, 2, 8, 9) + 123
    expect(zone('America/New_York').localMsOf(instant)).toBe(instant - 5 * hour)
    expect(zone('America/New_York').instantOf(instant)).toBe(instant + 5 * hour)
  })

  test.each(['UTC', 'Etc/UTC', 'Zulu', 'GMT', 'Etc/GMT'])('%s is always zero', (id) => {
    for (const ms of [MIN_INSTANT, 0, MAX_INSTANT]) {
      expect(zone(id).localMsOf(ms)).toBe(ms)
      expect(zone(id).instantOf(ms)).toBe(ms)
    }
  })

  test('UTC is one segment', () => {
    expect(zoneOf(UTC).segmentAt(0)).toEqual({ startMs: -Infinity, endMs: Infinity, offsetMs: 0 })
  })

  test('takes instants beyond every year', () => {
    const ours = zone('America/New_York')
    for (const ms of [-8.64e15, 8.64e15, -1e17, 1e17]) {
      expect(Math.abs(ours.localMsOf(ms) - ms)).toBeLessThan(day)
      expect(Math.abs(ours.instantOf(ms) - ms)).toBeLessThan(day)
    }
  })
})

describe('zoneOf', () => {
  test('remembers a zone that is in use and drops the one unused for longest', () => {
    const others = Intl.supportedValuesOf('timeZone').slice(0, 127)
    const kept = zone('Zulu')
    const dropped = zone('Etc/Zulu')
    for (const id of others.slice(0, 100)) zone(id)
    expect(zone('Zulu')).toBe(kept)
    for (const id of others.slice(100)) zone(id)
    expect(zone('Zulu')).toBe(kept)
    expect(zone('Etc/Zulu')).not.toBe(dropped)
  })

  test('a dropped zone goes on working', () => {
    const dropped = zone('Europe/Paris')
    for (const id of Intl.supportedValuesOf('timeZone').slice(0, 130)) zone(id)
    expect(dropped.offsetMsAt(Date.UTC(2024, 6, 1))).toBe(2 * hour)
    expect(dropped.id).toBe('Europe/Paris')
  })
})

describe("the process's own zone", () => {
  const own = process.env['TZ']
  afterEach(() => {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  })

  test.each(['America/Los_Angeles', 'Asia/Kathmandu', 'UTC'])('does not matter: %s', (tz) => {
    process.env['TZ'] = tz
    for (const id of Intl.supportedValuesOf('timeZone').slice(200, 330)) zone(id) // drops the rest
    const berlin = zone('Europe/Berlin')
    expect(berlin.offsetMsAt(Date.UTC(2024, 0, 1))).toBe(hour)
    expect(berlin.instantOf(Date.UTC(2024, 6, 1, 9))).toBe(Date.UTC(2024, 6, 1, 7))
  })
})
