import { readFileSync } from 'node:fs'
import type {
  CalendarService,
  CancelImported,
  EventStore,
  EventQueries,
  ImportEvent,
  Outbox,
} from '@kalends/core'
import { createCalendar, everything, importedUid, occurrenceOf, openDirectory } from '@kalends/core'
import { attendeeApi, tokenScheme } from '@kalends/rest'
import { googleEvents, iCalendarEvents, microsoftEvents } from '@kalends/sources'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listAt } from './client.js'

type Store = EventStore & EventQueries & Outbox

const stores: readonly (readonly [string, () => Store])[] = [
  ['memory', memoryStore],
  [
    'SQLite',
    () => {
      const store = openSqliteStore({ file: ':memory:' })
      onTestFinished(async () => {
        expect(await store.verify()).toEqual(E.right([]))
        await store.close()
      })
      return store
    },
  ],
]

const context = { tenantId: 'acme', actor: 'ann', timeZone: 'America/New_York' }
const viewer = { tenantId: 'acme', userId: 'ann' }

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../packages/sources/test/fixtures/${name}`, import.meta.url), 'utf8')

const listOf = (json: string, member: string): readonly object[] => {
  const parsed = JSON.parse(json) as Readonly<Record<string, readonly object[]>>
  return parsed[member] ?? []
}

const fixtures: readonly ImportEvent[] = [
  googleEvents(listOf(fixture('google.json'), 'items'), context),
  microsoftEvents(listOf(fixture('microsoft.json'), 'value'), context),
  iCalendarEvents(fixture('outlook.ics'), context),
].flatMap(({ commands }) => commands)

/** A thousand events of a calendar of Google's: singles, series, those with exceptions, cancelled ones. */
const thousand = (): readonly object[] =>
  Array.from({ length: 1000 }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0')
    const each = {
      id: `e${i}`,
      iCalUID: `e${i}@google.com`,
      summary: `Event ${i}`,
      updated: '2027-01-05T15:01:02.345Z',
      status: i % 50 === 0 ? 'cancelled' : 'confirmed',
      start: { dateTime: `2027-03-${day}T09:00:00Z`, timeZone: 'Europe/Berlin' },
      end: { dateTime: `2027-03-${day}T10:00:00Z`, timeZone: 'Europe/Berlin' },
      attendees: [
        { email: 'ann@example.com', organizer: true, responseStatus: 'accepted' },
        { email: `guest${i}@example.com`, responseStatus: 'needsAction' },
      ],
    }
    return i % 10 === 0 ? { ...each, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=10'] } : each
  })

const outcomes = async (
  calendar: CalendarService,
  commands: readonly (ImportEvent | CancelImported)[],
) => {
  const results = await calendar.promises.importEvents(commands)
  expect(results.map(({ uid }) => uid)).toEqual(
    commands.map(({ calendarId, key }) => importedUid(calendarId ?? 'primary-ann', key)),
  )
  const counts: Record<string, number> = {}
  for (const each of results) {
    if (each.outcome === 'Refused') throw new Error(JSON.stringify(each.rejection))
    counts[each.outcome] = (counts[each.outcome] ?? 0) + 1
  }
  return counts
}

const messagesIn = async (store: Store) => {
  const lease = { now: Number.MAX_SAFE_INTEGER - 1, until: Number.MAX_SAFE_INTEGER }
  const claimed = await store.claim({ ...lease, limit: 10_000, token: 'x' })()
  return E.isRight(claimed) ? claimed.right.length : null
}

/** The rows updated last, as attendee.dev lists them: whatever had a new `updated_at` would be the first of them. */
const latestRows = async (calendar: CalendarService): Promise<readonly unknown[]> => {
  const api = attendeeApi({
    calendar,
    directory: openDirectory,
    authenticate: tokenScheme((userId) =>
      TE.right({ tenantId: 'acme', userId, scopes: ['tenant:read'] }),
    ),
  })
  const headers = { Authorization: 'Token ann' }
  const answer = await api.request('/api/v1/calendar_events', { headers })
  return listAt(await answer.json(), 'results')
}

describe.each(stores)('importing into %s', (_, open) => {
  test(
    'the same thousand events twice changes nothing the second time',
    { timeout: 30_000 },
    async () => {
      const store = open()
      const calendar = createCalendar({ store })
      const { commands, refused } = googleEvents(thousand(), context)
      expect(refused).toEqual([])
      expect(await outcomes(calendar, commands)).toEqual({ Created: 1000 })
      const before = await calendar.promises.position(viewer)
      expect(before).toBe(1000)
      const latest = await latestRows(calendar)
      expect(latest).toHaveLength(100)
      expect(await outcomes(calendar, googleEvents(thousand(), context).commands)).toEqual({
        Unchanged: 1000,
      })
      expect(await calendar.promises.position(viewer)).toBe(before)
      expect(await messagesIn(store)).toBe(0)
      expect(await latestRows(calendar)).toEqual(latest)
    },
  )

  test('what every provider sends is taken, and nothing of it again', async () => {
    const store = open()
    const calendar = createCalendar({ store })
    const created = { Created: fixtures.length }
    expect(await outcomes(calendar, fixtures)).toEqual(created)
    expect(await outcomes(calendar, fixtures.toReversed())).toEqual({ Unchanged: fixtures.length })
    for (const { key, title, source } of fixtures) {
      const uid = importedUid('primary-ann', key)
      const event = await calendar.promises.get({ viewer, uid })
      expect([event.title, event.source?.providerId]).toEqual([title, source.providerId])
      expect(event.raw?.event).toEqual(source.raw)
    }
  })

  test('lists show where a row comes from, an occurrence its own; only its page what was sent', async () => {
    const calendar = createCalendar({ store: open() })
    await outcomes(calendar, fixtures)
    const { items } = await calendar.promises.list({
      viewer,
      filter: { window: { ...everything, startTo: { at: Date.UTC(2028, 0), closed: false } } },
      limit: 500,
    })
    const ids = new Set(items.map(({ event }) => event.source?.providerId))
    expect(ids).toContain('single01')
    expect(ids).toContain('series01')
    expect(ids).toContain('series01_20270315T130000Z')
    expect(JSON.stringify(items)).not.toContain('"raw"')
    const moved = await calendar.promises.getOccurrence({
      viewer,
      uid: importedUid('primary-ann', ['series01', 'series01@google.com']),
      recurrenceId: '20270315T130000Z',
    })
    expect(occurrenceOf(moved.series, moved.recurrenceId).raw?.event).toMatchObject({
      id: 'series01_20270315T130000Z',
    })
  })

  test('what is changed, older, gone, and back', async () => {
    const calendar = createCalendar({ store: open() })
    const since = (await calendar.promises.changes({ viewer, limit: 1 })).next
    const [first] = googleEvents(thousand().slice(1, 2), context).commands
    if (first === undefined) throw new Error('nothing')
    const at = (updatedAt: number, title: string): ImportEvent => ({
      ...first,
      title,
      source: { ...first.source, updatedAt },
    })
    const { tenantId, actor, key } = first
    const gone: CancelImported = { type: 'CancelImported', tenantId, actor, key, updatedAt: 30 }
    const outcomeOf = async (...commands: readonly (ImportEvent | CancelImported)[]) =>
      (await calendar.promises.importEvents(commands)).map(({ outcome }) => outcome)

    expect(await outcomeOf(gone)).toEqual(['Unchanged'])
    expect(
      await outcomeOf(at(10, 'A'), at(20, 'B'), at(15, 'C'), at(20, 'B'), at(20, 'D')),
    ).toEqual(['Created', 'Updated', 'Stale', 'Unchanged', 'Updated'])
    expect(await outcomeOf(gone, gone, at(25, 'E'))).toEqual(['Updated', 'Unchanged', 'Stale'])
    const seen = async () =>
      (await calendar.promises.changes({ viewer, since, limit: 10 })).items.map(({ type }) => type)
    expect(await seen()).toEqual([])
    expect(await outcomeOf(at(30, 'D'))).toEqual(['Updated'])
    expect(await seen()).toEqual(['Created'])
    const executed = await calendar.promises.execute({ ...gone, updatedAt: null })
    expect(executed).toMatchObject({ changed: true, event: { status: 'Cancelled' } })
    await expect(calendar.promises.execute({ ...gone, key: ['no'] })).rejects.toMatchObject({
      failure: { rejection: { type: 'NotFound' } },
    })
  })

  test('one that is refused leaves its neighbours alone', async () => {
    const calendar = createCalendar({ store: open() })
    const { commands } = googleEvents(thousand().slice(1, 4), context)
    const results = await calendar.promises.importEvents(
      commands.map((each, index) => (index === 1 ? { ...each, calendarId: 'of-nobody' } : each)),
    )
    expect(results.map(({ outcome }) => outcome)).toEqual(['Created', 'Refused', 'Created'])
    expect(results[1]).toMatchObject({
      rejection: {
        type: 'InvalidFields',
        problems: [{ path: ['calendarId'], reason: 'UnknownCalendar' }],
      },
    })
  })
})
