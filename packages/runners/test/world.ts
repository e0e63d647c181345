import type { Body, CalendarService, Clock, OutboxMessage, TenantId } from '@kalends/core'
import { createCalendar } from '@kalends/core'
import type { MemoryStore } from '@kalends/storage-memory'
import { memoryStore } from '@kalends/storage-memory'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'

const NOON = Date.UTC(2027, 2, 8, 12)

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  readonly advance: (ms: number) => void
}

const manualClock = (start = NOON): ManualClock => {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}

export interface World {
  readonly clock: ManualClock
  readonly store: MemoryStore
  readonly calendar: CalendarService
}

/** A clock that goes by itself. */
export const runningClock: ManualClock = { now: () => Date.now(), advance: constVoid }

/** The stores that runners are tested with. */
export const stores: readonly (readonly [string, (clock: Clock) => MemoryStore])[] = [
  ['memory', (clock) => memoryStore({ clock })],
  ['SQLite', (clock) => openSqliteStore({ file: ':memory:', clock })],
]

export const worldOf =
  (storeAt: (clock: Clock) => MemoryStore) =>
  (clock = manualClock()): World => {
    const store = storeAt(clock)
    return { clock, store, calendar: createCalendar({ store, clock }) }
  }

/** Ann creates an event with guests and, perhaps, a body. */
export const create = (
  { calendar }: Pick<World, 'calendar'>,
  uid: string,
  { guests = [], body = null, tenantId = 'demo' }: Creation = {},
) =>
  calendar.promises.execute({
    type: 'CreateEvent',
    tenantId,
    actor: 'ann',
    uid,
    title: uid,
    timeSlot: { start: '2027-03-09T09:00:00Z', end: '2027-03-09T10:00:00Z' },
    participants: guests.map((userId) => ({ userId })),
    body,
  })

interface Creation {
  readonly guests?: readonly string[]
  readonly body?: Body | null
  readonly tenantId?: TenantId
}

export const right = async <A>(task: TE.TaskEither<unknown, A>): Promise<A> => {
  const result = await task()
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

/** Who was told about what, sorted. */
export const told = (messages: readonly OutboxMessage[]): readonly string[] =>
  messages.map(({ kind, recipient, uid }) => `${kind} ${uid} ${recipient}`).toSorted()
