import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { expandICalendar, type ExpandOptions } from './expand-icalendar.js'

const expanded = (lines: readonly string[], options: ExpandOptions = {}) => {
  const found = expandICalendar(lines.join('\r\n'), { mode: 'strict', ...options })
  if (E.isLeft(found)) throw new Error(JSON.stringify(found.left))
  return found.right
}

/** By `Intl` alone: the first instant that reads so, or in a gap the reading by the offset before. */
const instantByIntl = (timeZone: string, localMs: number): number => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const offsetMsAt = (ms: number) => {
    const [, sign = '+', hours = '0', minutes = '0'] =
      /GMT([+-])(\d+):(\d+)/.exec(format.format(ms)) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  }
  const before = offsetMsAt(localMs - 26 * 3_600_000)
  const after = offsetMsAt(localMs + 26 * 3_600_000)
  const fitting = [before, after].filter((offset) => offsetMsAt(localMs - offset) === offset)
  return Math.min(...(fitting.length > 0 ? fitting : [before]).map((offset) => localMs - offset))
}

/** Nights on which the clock was changed, and the reading that is in the gap or comes twice. */
const nights = [
  ['Europe/Berlin', '2027-03-28T02:30:00'],
  ['Europe/Berlin', '2027-10-31T02:30:00'],
  ['America/New_York', '2027-03-14T02:30:00'],
  ['America/New_York', '2027-11-07T01:30:00'],
  ['Australia/Lord_Howe', '2027-04-04T01:45:00'],
  ['Australia/Lord_Howe', '2027-10-03T02:15:00'],
  ['Pacific/Apia', '2011-12-30T10:00:00'],
  ['Africa/Casablanca', '2024-03-10T02:30:00'],
  ['Africa/Casablanca', '2024-04-14T02:30:00'],
  ['Africa/Cairo', '2024-04-26T00:30:00'],
  ['Africa/Cairo', '2024-10-31T23:30:00'],
  ['Europe/Dublin', '2027-03-28T01:30:00'],
  ['Europe/Dublin', '2027-10-31T01:30:00'],
  ['America/Sao_Paulo', '2018-11-04T00:30:00'],
  ['America/Sao_Paulo', '2019-02-16T23:30:00'],
  ['America/St_Johns', '2011-03-13T00:30:00'],
  ['America/St_Johns', '2027-11-07T01:30:00'],
  ['Asia/Tehran', '2022-03-22T00:30:00'],
  ['Asia/Tehran', '2022-09-21T23:30:00'],
  ['Antarctica/Troll', '2027-03-28T02:00:00'],
  ['Antarctica/Troll', '2027-10-31T01:30:00'],
  ['Asia/Kathmandu', '1986-01-01T00:05:00'],
  ['America/Noronha', '2000-10-08T00:30:00'],
  ['Asia/Gaza', '2024-04-20T02:30:00'],
] as const

describe('nights of other clocks', () => {
  test.each(nights)('%s %s, whichever way it is asked for', (zone, reading) => {
    const localMs = Date.parse(`${reading}Z`)
    const stampOf = (ms: number) => new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
    const lines = [
      `DTSTART;TZID=${zone}:${stampOf(localMs - 3 * 86_400_000)}`,
      'RRULE:FREQ=DAILY;COUNT=7',
    ]
    const readings = [-3, -2, -1, 0, 1, 2, 3].map((days) => localMs + days * 86_400_000)
    const instants = [...new Set(readings.map((ms) => instantByIntl(zone, ms)))]
    const all = expanded(lines)
    expect(all.map(({ utc }) => utc)).toEqual(
      instants.map((ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`),
    )
    for (const { utc } of all) {
      const at = utc ?? ''
      const second = `${new Date(Date.parse(at) + 1000).toISOString().slice(0, 19)}Z`
      expect(expanded(lines, { from: at, to: second })).toHaveLength(1)
      expect(expanded(lines, { from: at, limit: 1 }).map(({ utc }) => utc)).toEqual([at])
      expect(expanded(lines, { from: second, to: at })).toEqual([])
    }
  })

  test('a time in a gap is shown as the clock shows it then', () => {
    const lines = ['DTSTART;TZID=America/New_York:20270313T023000', 'RRULE:FREQ=DAILY;COUNT=3']
    expect(expanded(lines)).toEqual([
      { local: '2027-03-13T02:30:00', utc: '2027-03-13T07:30:00Z' },
      { local: '2027-03-14T03:30:00', utc: '2027-03-14T07:30:00Z' },
      { local: '2027-03-15T02:30:00', utc: '2027-03-15T06:30:00Z' },
    ])
  })

  test('or left out, and then not counted', () => {
    const lines = ['DTSTART;TZID=America/New_York:20270313T023000', 'RRULE:FREQ=DAILY;COUNT=3']
    const found = expanded(lines, { options: { gap: 'omit' } })
    expect(found.map(({ local }) => local.slice(8, 10))).toEqual(['13', '15', '16'])
  })

  test('rules within a day leave out what the clock skips', () => {
    const lines = ['DTSTART;TZID=Europe/London:20240330T230000', 'RRULE:FREQ=HOURLY;COUNT=5']
    expect(expanded(lines).map(({ local }) => local.slice(11, 13))).toEqual([
      '23',
      '00',
      '02',
      '03',
      '04',
    ])
  })

  test('one that is shifted onto another is that one', () => {
    const lines = [
      'DTSTART;TZID=Europe/Berlin:20270327T020000',
      'RRULE:FREQ=DAILY;BYHOUR=2,3;COUNT=4',
    ]
    expect(expanded(lines).map(({ utc }) => utc)).toEqual([
      '2027-03-27T01:00:00Z',
      '2027-03-27T02:00:00Z',
      '2027-03-28T01:00:00Z',
    ])
  })

  test('those that are shifted past others come in the order of time', () => {
    const lines = [
      'DTSTART;TZID=Europe/Berlin:20270328T013000',
      'RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30;COUNT=5',
    ]
    const all = ['00:30', '01:00', '01:30'].map((time) => `2027-03-28T${time}:00Z`)
    expect(expanded(lines).map(({ utc }) => utc)).toEqual(all)
    expect(
      expanded(lines, { from: '2027-03-28T01:00:00Z', limit: 1 }).map(({ utc }) => utc),
    ).toEqual(['2027-03-28T01:00:00Z'])
  })

  test('UNTIL behind a gap keeps what is shifted before it', () => {
    const lines = [
      'DTSTART;TZID=Europe/Berlin:20270327T023000',
      'RRULE:FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,10,50;UNTIL=20270328T011500Z',
    ]
    const night = expanded(lines, { from: '2027-03-28' }).map(({ utc }) => utc)
    expect(night).toEqual(['2027-03-28T01:00:00Z', '2027-03-28T01:10:00Z'])
  })

  test.each(['20270314T023000', '20270314T033000'])(
    'EXDATE %s excludes what is shifted',
    (exdate) => {
      const lines = [
        'DTSTART;TZID=America/New_York:20270313T023000',
        'RRULE:FREQ=DAILY;COUNT=3',
        `EXDATE;TZID=America/New_York:${exdate}`,
      ]
      expect(expanded(lines).map(({ local }) => local.slice(8, 10))).toEqual(['13', '15'])
    },
  )

  test('an EXDATE in UTC too', () => {
    const lines = [
      'DTSTART;TZID=America/New_York:20270313T023000',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE:20270314T073000Z',
    ]
    expect(expanded(lines).map(({ local }) => local.slice(8, 10))).toEqual(['13', '15'])
  })
})
