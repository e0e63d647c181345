import type { EventQueries, EventStore, Outbox } from '@kalends/core'
import { createCalendar, openDirectory } from '@kalends/core'
import { bearer, salesloftApi } from '@kalends/rest'
import type { ImportContext } from '@kalends/sources'
import { googleEvents } from '@kalends/sources'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { at, listAt } from './client.js'

const stores: readonly (readonly [string, () => EventStore & EventQueries & Outbox])[] = [
  ['memory', memoryStore],
  [
    'SQLite',
    () => {
      const store = openSqliteStore({ file: ':memory:' })
      onTestFinished(() => store.close())
      return store
    },
  ],
]

const context = { tenantId: 'acme', actor: 'ann', timeZone: 'UTC' }

/** An event as Google sends it. */
const google = (fields: object = {}): object => ({
  id: 'e1',
  iCalUID: 'e1@google.com',
  status: 'confirmed',
  summary: 'Call',
  updated: '2027-03-01T09:00:00.000Z',
  start: { dateTime: '2027-03-08T09:00:00Z', timeZone: 'UTC' },
  end: { dateTime: '2027-03-08T10:00:00Z', timeZone: 'UTC' },
  ...fields,
})

describe.each(stores)('what was imported, as Salesloft lists it (%s)', (_name, open) => {
  const served = () => {
    const calendar = createCalendar({ store: open() })
    const api = salesloftApi({
      calendar,
      directory: openDirectory,
      authenticate: bearer((userId) => TE.right({ tenantId: 'acme', userId, scopes: [] })),
    })
    const bring = async (event: object, more: Partial<ImportContext> = {}) => {
      const { commands, refused } = googleEvents([event], { ...context, ...more })
      expect(refused).toEqual([])
      return (await calendar.promises.importEvents(commands)).map(({ outcome }) => outcome)
    }
    const rows = async (): Promise<readonly unknown[]> => {
      const headers = { Authorization: 'Bearer ann' }
      const answer = await api.request('/v2/calendar/events?sort_direction=ASC', { headers })
      expect(answer.status).toBe(200)
      return listAt(await answer.json(), 'data')
    }
    return { calendar, bring, rows }
  }
  const shown = (all: readonly unknown[], ...names: readonly string[]) =>
    all.map((row) => names.map((name) => at(row, name)))

  test('S-18: the upsert key is id and i_cal_uid, within a calendar', async () => {
    const { calendar, bring, rows } = served()
    await bring(google())
    await bring(google({ summary: 'Again', updated: '2027-03-02T09:00:00.000Z' }))
    expect(shown(await rows(), 'id', 'title')).toEqual([['e1', 'Again']])
    await bring(google({ iCalUID: 'other@google.com' }))
    await calendar.promises.manage({
      ...{ type: 'OpenCalendar', tenantId: 'acme', actor: 'ann', calendarId: 'team' },
      ...{ name: 'Team', timeZone: 'UTC' },
    })
    await bring(google(), { calendarId: 'team' })
    expect((await rows()).map((row) => at(row, 'i_cal_uid')).toSorted()).toEqual([
      'e1@google.com',
      'e1@google.com',
      'other@google.com',
    ])
  })

  test('S-18: with the id alone as its key, an i_cal_uid may change', async () => {
    const { bring, rows } = served()
    const byId = { naturalKey: 'id' } as const
    await bring(google(), byId)
    const changed = google({ iCalUID: 'new@google.com', updated: '2027-03-02T09:00:00.000Z' })
    expect(await bring(changed, byId)).toEqual(['Updated'])
    expect(shown(await rows(), 'id', 'i_cal_uid')).toEqual([['e1', 'new@google.com']])
  })

  test('S-19: an older updated_at is ignored, an equal one applied', async () => {
    const { bring, rows } = served()
    const of = (summary: string, updated: string) => google({ summary, updated })
    await bring(of('First', '2027-03-01T09:00:00.000Z'))
    await bring(of('Older', '2027-03-01T08:59:59.999Z'))
    expect(shown(await rows(), 'title')).toEqual([['First']])
    await bring(of('Equal', '2027-03-01T09:00:00.000Z'))
    expect(shown(await rows(), 'title')).toEqual([['Equal']])
    await bring(of('Later', '2027-03-01T09:00:00.001Z'))
    expect(shown(await rows(), 'title')).toEqual([['Later']])
  })

  test('S-20: transparency and status say whether one is busy', async () => {
    const { bring, rows } = served()
    const cases = [
      ['a', 'opaque', 'confirmed'],
      ['b', 'transparent', 'confirmed'],
      ['c', undefined, 'tentative'],
      ['d', 'transparent', 'tentative'],
    ] as const
    for (const [id, transparency, status] of cases) {
      await bring(google({ id, iCalUID: id, transparency, status }))
    }
    await bring(google({ id: 'e', iCalUID: 'e' }))
    await bring(
      google({ id: 'e', iCalUID: 'e', status: 'cancelled', updated: '2027-03-02T09:00:00Z' }),
    )
    const all = (await rows()).toSorted((a, b) =>
      String(at(a, 'id')) < String(at(b, 'id')) ? -1 : 1,
    )
    expect(shown(all, 'id', 'busy', 'status')).toEqual([
      ['a', true, 'confirmed'],
      ['b', false, 'confirmed'],
      ['c', true, 'tentative'],
      ['d', false, 'tentative'],
      ['e', false, 'cancelled'],
    ])
    expect(all.map((row) => at(row, 'canceled_at') === null)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  test('S-21: UNTIL of a series is in UTC, to the second', async () => {
    const { bring, rows } = served()
    const weekly = (until: string) => [`RRULE:FREQ=WEEKLY;UNTIL=${until}`]
    await bring(google({ recurrence: weekly('20270401T090000Z') }))
    await bring(google({ id: 'e2', iCalUID: 'e2', recurrence: weekly('20270401') }))
    const lines = (await rows()).map((row) => listAt(row, 'recurrence'))
    expect(lines).toHaveLength(2)
    for (const [line] of lines) expect(line).toMatch(/;UNTIL=\d{8}T\d{6}Z$/)
  })
})
