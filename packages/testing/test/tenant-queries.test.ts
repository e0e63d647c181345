import type {
  Clock,
  EventQueries,
  EventStore,
  TenantKey,
  TenantOrder,
  TenantSinglesQuery,
} from '@kalends/core'
import { closeWindow, containedIn, createCalendar, everything, MIN_INSTANT } from '@kalends/core'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'

const T0 = Date.UTC(2027, 2, 8, 9)
const HOUR = 3_600_000
const stamp = (hours: number) => new Date(T0 + hours * HOUR).toISOString()

const step = fc.record({
  uid: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  what: fc.constantFrom('Create', 'Move', 'Cancel', 'Answer', 'Repeat'),
  start: fc.nat(5),
  length: fc.nat(2),
  waitMs: fc.nat(1),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const ORDERS: readonly TenantOrder[] = ['CreatedAt', 'UpdatedAt', 'StartTime', 'EndTime']

type Result = Awaited<ReturnType<ReturnType<EventQueries['tenantSingles']>>>

const asked = fc.record({
  order: fc.constantFrom(...ORDERS),
  direction: fc.constantFrom('Ascending' as const, 'Descending' as const),
  limit: fc.integer({ min: 1, max: 4 }),
  uid: fc.option(fc.constantFrom('a', 'b'), { freq: 5 }),
  calendarId: fc.option(fc.constantFrom('primary-ann', 'primary-bob'), { freq: 3 }),
  from: fc.option(fc.nat(6), { freq: 2 }),
  updatedFrom: fc.option(fc.nat(8), { freq: 3 }),
  updatedAfter: fc.option(fc.nat(12), { freq: 3 }),
  back: fc.nat(4),
})

interface Ticking extends Clock {
  readonly advance: (ms: number) => void
}

const ticking = (): Ticking => {
  let now = T0
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}

/** The same history in a store, by commands. */
const happened = async (
  store: EventStore & EventQueries,
  clock: Ticking,
  steps: readonly Step[],
) => {
  const calendar = createCalendar({ store, clock })
  for (const { uid, what, start, length, waitMs } of steps) {
    clock.advance(waitMs)
    const actor = uid < 'd' ? 'ann' : 'bob'
    const command = { tenantId: 'acme', actor, uid }
    const timeSlot = { start: stamp(start), end: stamp(start + length) }
    const recurrence = ['RRULE:FREQ=DAILY;COUNT=3']
    const patch = (changes: object) => ({ ...command, type: 'PatchEvent' as const, changes })
    const run = {
      Create: { ...command, type: 'CreateEvent' as const, title: uid, timeSlot },
      Move: patch({ timeSlot }),
      Cancel: { ...command, type: 'CancelEvent' as const },
      Answer: { ...command, type: 'AnswerEvent' as const, status: 'Tentative' as const },
      Repeat: patch({ recurrence }),
    }[what]
    await calendar.execute(run)()
  }
}

test('a store lists a tenant as the reference does, as of any position', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), asked, async (steps, ask) => {
      const clocks = [ticking(), ticking()] as const
      const reference = memoryStore({ clock: clocks[0] })
      const sqlite = openSqliteStore({ file: ':memory:', clock: clocks[1] })
      onTestFinished(() => sqlite.close())
      await happened(reference, clocks[0], steps)
      await happened(sqlite, clocks[1], steps)
      const head = await reference.head('acme')()
      const position = Math.max(0, (head._tag === 'Right' ? head.right.position : 0) - ask.back)
      const window =
        ask.from === null
          ? everything
          : containedIn(T0 + ask.from * HOUR, T0 + (ask.from + 3) * HOUR)
      const filter = {
        ...{ uid: ask.uid, calendarId: ask.calendarId, window: closeWindow(window) },
        updatedAfter: ask.updatedAfter ?? 0,
      }
      const query: TenantSinglesQuery = {
        ...{ tenantId: 'acme', position, filter, after: null },
        ...{ order: ask.order, direction: ask.direction, limit: ask.limit },
        updatedFrom: ask.updatedFrom === null ? MIN_INSTANT : T0 + ask.updatedFrom,
      }
      for (let after: TenantSinglesQuery['after'] = null; ;) {
        const expected: Result = await reference.tenantSingles({ ...query, after })()
        expect(await sqlite.tenantSingles({ ...query, after })()).toEqual(expected)
        const last: TenantKey | undefined =
          expected._tag === 'Right' ? expected.right.at(-1) : undefined
        if (last === undefined) break
        const values: readonly number[] = [last.createdAt, last.updatedAt, last.start, last.end]
        after = { value: values[ORDERS.indexOf(ask.order)] ?? 0, uid: last.uid }
      }
      const [expected, found] = await Promise.all([
        reference.tenantSeries({ tenantId: 'acme', position, filter })(),
        sqlite.tenantSeries({ tenantId: 'acme', position, filter })(),
      ])
      const keys = (result: typeof expected) =>
        result._tag === 'Left'
          ? result
          : result.right.map(({ key }) => key).sort((a, b) => (a.uid < b.uid ? -1 : 1))
      expect(keys(found)).toEqual(keys(expected))
      expect(await sqlite.verify()).toMatchObject({ right: [] })
    }),
    { numRuns: 60 },
  )
}, 60_000)
