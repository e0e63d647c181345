import type { CreateEvent, SeriesRow } from '@kalends/core'
import { closeWindow, createCalendar, everything, openSeries } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import { describe, expect, test, vi } from 'vitest'
import type { QueriedStore } from '../src/index.js'
import { succeed } from '../src/index.js'

const tenantId = 't'
const viewer = { tenantId, userId: 'bob' }
const first = {
  start: '2027-03-08T09:00:00',
  end: '2027-03-08T10:00:00',
  timeZone: 'Europe/Berlin',
}

const opened = (limits = {}, store: QueriedStore = memoryStore()) => {
  const calendar = createCalendar({ store, limits })
  const create = (uid: string, recurrence: readonly string[], rest: Partial<CreateEvent> = {}) =>
    calendar.execute({
      ...{ type: 'CreateEvent', tenantId, actor: 'ann', uid, title: uid, timeSlot: first },
      ...{ recurrence, participants: [{ userId: 'bob' }], ...rest },
    })()
  return { store, calendar, create }
}

/** How often the engine is asked for occurrences of any series of Bob's, by walks in either direction. */
const countedCalls = async (store: QueriedStore) => {
  const { position } = await succeed(store.head(tenantId))
  const asked = { ...viewer, position, listing: 'Active', window: closeWindow(everything) } as const
  const rows: readonly SeriesRow[] = await succeed(store.series(asked))
  const spies = rows.flatMap(({ event }) => {
    const { source } = openSeries(event)
    return [vi.spyOn(source, 'forward'), vi.spyOn(source, 'backward')]
  })
  return () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
}

describe('500 endless series', () => {
  const RULES = ['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY']

  const filled = async () => {
    // The store in memory works out where each series ends whenever it is asked; this one keeps it.
    const world = opened({}, openSqliteStore({ file: ':memory:' }))
    for (let index = 0; index < 500; index += 1) {
      const made = await world.create(`s${index}`, [`RRULE:${RULES[index % 4]}`])
      expect(made._tag).toBe('Right')
    }
    return world
  }

  const decline = { type: 'AnswerEvent', tenantId, actor: 'bob', status: 'Declined' } as const

  test('asked for declined ones without an end, the list ends, and asks the engine nothing', async () => {
    const { calendar, store } = await filled()
    for (const [uid, recurrenceId] of [
      ['s0', '20270401T070000Z'],
      ['s4', '20280310T080000Z'],
      ['s400', '20270310T080000Z'],
    ] as const) {
      await calendar.promises.execute({ ...decline, uid, recurrenceId })
    }
    const calls = await countedCalls(store)
    const filter = { answers: ['Declined'] } as const
    const page = await calendar.promises.list({ viewer, filter, limit: 50 })
    expect(page.items.map(({ uid, recurrenceId }) => [uid, recurrenceId])).toEqual([
      ['s400', '2027-03-10T09:00:00'],
      ['s0', '2027-04-01T09:00:00'],
      ['s4', '2028-03-10T09:00:00'],
    ])
    expect(page.next).toBeNull()
    const descending = { ...filter, direction: 'Descending' } as const
    const back = await calendar.promises.list({ viewer, filter: descending, limit: 50 })
    expect(back.items).toEqual(page.items.toReversed())
    expect(calls()).toBe(0)
  }, 30_000)

  test('with some of them declined wholly, a page asks for its rows and for one of each', async () => {
    const { calendar, store } = await filled()
    for (const uid of ['s1', 's5', 's9']) await calendar.promises.execute({ ...decline, uid })
    const calls = await countedCalls(store)
    const filter = { answers: ['Declined'] } as const
    const page = await calendar.promises.list({ viewer, filter, limit: 50 })
    expect(page.items).toHaveLength(50)
    expect(page.next).not.toBeNull()
    expect(new Set(page.items.map(({ uid }) => uid))).toEqual(new Set(['s1', 's5', 's9']))
    expect(calls()).toBeLessThanOrEqual(3 + 50)
    const all = await calendar.promises.list({ viewer, limit: 50 })
    expect(all.items).toHaveLength(50)
    expect(calls()).toBeLessThanOrEqual(3 + 50 + 500 + 50)
  }, 30_000)
})

const timed = async <A>(run: () => Promise<A>): Promise<readonly [A, number]> => {
  const from = performance.now()
  const answer = await run()
  return [answer, performance.now() - from]
}

/** The shortest of several: what the work costs, and not what else the machine does. */
const shortest = async (run: () => Promise<unknown>): Promise<number> => {
  const all: number[] = []
  for (let turn = 0; turn < 15; turn += 1) all.push((await timed(run))[1])
  return Math.min(...all)
}

const pageMs = ({ calendar }: ReturnType<typeof opened>, from?: string): Promise<number> => {
  const window =
    from === undefined ? everything : { startFrom: { at: Date.parse(from), closed: true } }
  return shortest(() => calendar.promises.list({ viewer, filter: { window }, limit: 50 }))
}

describe('a hostile series', () => {
  const never = [
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'RRULE:FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;COUNT=1000000000',
  ]
  const excluded = Array.from({ length: 10_000 }, (_, day) =>
    new Date(Date.UTC(2027, 2, 9 + 2 * day)).toISOString().slice(0, 10).replaceAll('-', ''),
  )
  const exdates = `EXDATE;TZID=Europe/Berlin:${excluded.map((day) => `${day}T090000`).join(',')}`

  test.each([
    ...never.map((line) => [line, [line]] as const),
    ['SECONDLY', ['RRULE:FREQ=SECONDLY']],
    ['SECONDLY, a billion times', ['RRULE:FREQ=SECONDLY;COUNT=1000000000']],
    ['MINUTELY without an end', ['RRULE:FREQ=MINUTELY']],
    ['10,000 EXDATEs', ['RRULE:FREQ=DAILY', exdates]],
  ] as const)('%s is refused with a reason within 100 ms', async (_, recurrence) => {
    const { create } = opened()
    await create('warm', ['RRULE:FREQ=DAILY'])
    const [made, ms] = await timed(() => create('hostile', recurrence))
    expect(made).toMatchObject({
      left: { type: 'Rejected', rejection: { type: 'InvalidRecurrence' } },
    })
    expect(ms).toBeLessThan(100)
  })

  test.each([
    ['a COUNT of a billion', ['RRULE:FREQ=DAILY;COUNT=1000000000'], {}],
    [
      'a gap of the clock each year',
      ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
      {
        timeSlot: {
          start: '2027-03-28T02:30:00',
          end: '2027-03-28T03:30:00',
          timeZone: 'Europe/Berlin',
        },
      },
    ],
    ['10,000 EXDATEs, where so many are allowed', ['RRULE:FREQ=DAILY', exdates], {}],
  ] as const)('%s: a page costs what an ordinary one costs', async (_, recurrence, rest) => {
    const limits = { recurrenceLength: 1_000_000 }
    const hostile = opened(limits)
    const plain = opened(limits)
    const [made, ms] = await timed(() => hostile.create('s', recurrence, rest))
    await plain.create('s', ['RRULE:FREQ=DAILY'])
    expect(made._tag, JSON.stringify(made)).toBe('Right')
    expect(ms).toBeLessThan(1000)
    for (const from of [undefined, '2060-01-01T00:00:00Z'] as const) {
      expect(await pageMs(hostile, from)).toBeLessThan(3 * (await pageMs(plain, from)) + 1)
    }
  })

  test('1,000 changed occurrences, and no more: a page costs at most three times as much', async () => {
    const world = opened()
    const plain = opened()
    for (const each of [world, plain]) await each.create('s', ['RRULE:FREQ=DAILY'])
    const change = (day: number) => {
      const date = new Date(Date.UTC(2027, 2, 8 + day)).toISOString().slice(0, 10)
      const recurrenceId = `${date.replaceAll('-', '')}T${isSummer(date) ? '07' : '08'}0000Z`
      const timeSlot = { start: `${date}T11:00:00`, end: `${date}T11:30:00` }
      return world.calendar.execute({
        ...{ type: 'PatchOccurrence', tenantId, actor: 'ann', uid: 's', recurrenceId },
        changes: day % 2 === 0 ? { timeSlot } : { title: `day ${day}` },
      })()
    }
    for (let day = 0; day < 1000; day += 1) {
      const changed = await change(day)
      expect(changed._tag, `${day} ${JSON.stringify(changed)}`).toBe('Right')
    }
    expect(await change(1000)).toMatchObject({
      left: { type: 'Rejected', rejection: { type: 'TooManyOverrides' } },
    })
    for (const from of [undefined, '2028-03-01T00:00:00Z', '2060-01-01T00:00:00Z'] as const) {
      expect(await pageMs(world, from)).toBeLessThan(3 * (await pageMs(plain, from)))
    }
  }, 60_000)
})

const summers = ['2027-03-28/2027-10-31', '2028-03-26/2028-10-29', '2029-03-25/2029-10-28']
const isSummer = (date: string): boolean =>
  summers.some((each) => {
    const [from = '', to = ''] = each.split('/')
    return date >= from && date < to
  })
