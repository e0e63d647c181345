import type { ImportEvent } from '@kalends/core'
import { defaultLimits, isWellFormedJson, readRecurrence } from '@kalends/core'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { googleEvents, iCalendarEvents, type Imported, microsoftEvents } from '../src/index.js'
import { context, fixture } from './given.js'

const google = (JSON.parse(fixture('google.json')) as { items: readonly object[] }).items
const microsoft = (JSON.parse(fixture('microsoft.json')) as { value: readonly object[] }).value
const lines = fixture('outlook.ics').split('\n')

/** What core's strict reading takes, of texts a store can keep. */
const isSound = ({ time, recurrence, title, location, source, key }: ImportEvent): boolean =>
  time.start <= time.end &&
  title !== '' &&
  Array.from(title).length <= defaultLimits.titleLength &&
  (location === null || Array.from(location).length <= defaultLimits.locationLength) &&
  key.every((part) => typeof part === 'string') &&
  isWellFormedJson(source) &&
  (recurrence === null || E.isRight(readRecurrence(time, recurrence, defaultLimits)))

/** Every item is in a command, in an occurrence of one, or refused. */
const isAccountedFor = ({ commands, refused }: Imported, id: string): boolean =>
  refused.some((each) => each.id === id) ||
  commands.some(
    ({ source, occurrences }) =>
      source.providerId === id || occurrences.some((each) => each.source.providerId === id),
  )

const value = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    null,
    '',
    '\0',
    '\ud800',
    -1,
    1e308,
    '0000-00-00',
    '9999-12-31',
    '2027-03-08T25:00:00Z',
    '2027-03-08T09:00:00',
    ['RRULE:FREQ=SECONDLY'],
    ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['RRULE:FREQ=DAILY;COUNT=2000000000'],
    ['RRULE:FREQ=DAILY;UNTIL=20260101'],
    { date: '2027-03-08' },
    { date: '9999-12-31' },
    { dateTime: '9999-12-31T23:59:59Z', timeZone: 'UTC' },
    { dateTime: '0001-01-01T00:00:00.0000000', timeZone: 'Tonga Standard Time' },
  ),
)

/** Real items with some members replaced or removed, at any depth. */
const broken = (items: readonly object[]) =>
  fc.array(
    fc
      .record({
        item: fc.constantFrom(...items),
        changes: fc.array(fc.tuple(fc.nat(), fc.nat(), value), { maxLength: 4 }),
      })
      .map(({ item, changes }) =>
        changes.reduce<unknown>((json, [at, inner, put]) => replaced(json, [at, inner], put), item),
      ),
    { maxLength: 12 },
  )

const replaced = (json: unknown, [at, inner]: readonly [number, number], put: unknown): unknown => {
  if (typeof json !== 'object' || json === null) return put
  const entries: readonly (readonly [string, unknown])[] = Object.entries(json)
  const entry = entries[at % Math.max(entries.length, 1)]
  if (entry === undefined) return put
  const [key, old] = entry
  if (put === null && inner % 5 === 0)
    return Object.fromEntries(entries.filter((each) => each !== entry))
  const next = inner % 2 === 0 ? put : replaced(old, [inner, at], put)
  return Array.isArray(json)
    ? json.map((each: unknown, i) => (`${i}` === key ? next : each))
    : { ...json, [key]: next }
}

const brokenText = fc
  .array(
    fc.tuple(
      fc.nat(lines.length - 1),
      fc.oneof(
        fc.constantFrom(
          'BEGIN:VEVENT',
          'END:VEVENT',
          'END:VCALENDAR',
          '',
          'RRULE:FREQ=SECONDLY',
          'DTSTART:',
          'UID:',
          'RDATE:99991231',
          'RECURRENCE-ID;RANGE=THISANDFUTURE:20270308',
        ),
        fc.constantFrom(...lines),
        fc.string({ unit: 'binary' }),
      ),
    ),
    { maxLength: 8 },
  )
  .map((changes) => {
    const text = [...lines]
    for (const [at, line] of changes) text[at] = line
    return text.join('\n')
  })

describe('hostile input', () => {
  test.each([
    ['googleEvents', googleEvents, google],
    ['microsoftEvents', microsoftEvents, microsoft],
  ] as const)(
    '%s never throws, makes only sound commands, and accounts for every item',
    (_, map, items) => {
      let made = 0
      fc.assert(
        fc.property(
          fc.oneof(
            { weight: 5, arbitrary: broken(items) },
            { weight: 1, arbitrary: fc.array(value) },
          ),
          fc.constantFrom('WithTheirSeries', 'OnTheirOwn'),
          (given, instances) => {
            const imported = map(given, { ...context, instances })
            made += imported.commands.length
            expect(imported.commands.every(isSound)).toBe(true)
            given.forEach((item, index) => {
              const id = (item as { readonly id?: unknown } | null)?.id
              const { type, status } = (item ?? {}) as {
                readonly type?: unknown
                readonly status?: unknown
              }
              // As its series has it, or gone already: nothing to say.
              if (type === 'occurrence' || status === 'cancelled') return
              const plain = typeof id === 'string' ? id.replaceAll('\0', '').toWellFormed() : ''
              const name = plain === '' ? `#${index}` : plain
              expect(isAccountedFor(imported, name)).toBe(true)
            })
          },
        ),
        { numRuns: 1500 },
      )
      expect(made).toBeGreaterThan(1000)
    },
  )

  test('iCalendarEvents never throws, and makes only sound commands', () => {
    let made = 0
    fc.assert(
      fc.property(
        fc.oneof({ weight: 5, arbitrary: brokenText }, { weight: 1, arbitrary: fc.string() }),
        (text) => {
          const imported = iCalendarEvents(text, context)
          made += imported.commands.length
          expect(imported.commands.every(isSound)).toBe(true)
          expect(imported.commands.length + imported.refused.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 1000 },
    )
    expect(made).toBeGreaterThan(1000)
  })

  test('deep and endless values are refused', () => {
    const deep = JSON.parse(`{"id":"d","x":${'['.repeat(5000)}${']'.repeat(5000)}}`) as object
    const wide = { id: 'w', x: Array.from({ length: 200_000 }, () => 1) }
    for (const map of [googleEvents, microsoftEvents]) {
      expect(map([deep, wide], context).refused.map(({ reason }) => reason)).toEqual([
        'TooDeep',
        'TooLarge',
      ])
    }
  })
})
