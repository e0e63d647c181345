import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  Append,
  DomainEvent,
  EventTime,
  ExpectedVersion,
  NewEvent,
  ParticipationStatus,
  RecurrenceId,
  SeriesQuery,
  SinglesQuery,
  State,
  StreamDecision,
} from '@kalends/core'
import { closeWindow, everything, randomIds, recurrenceIdOf, SECOND_MS, UTC } from '@kalends/core'
import type { SqliteStore, SqliteStoreOptions } from '@kalends/storage-sql/sqlite'
import { openSqliteStore } from '@kalends/storage-sql/sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { onTestFinished } from 'vitest'

/** A folder that goes with the test. */
export const temporaryFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-sqlite-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'calendar.db')
}

/** A store on a file that goes with the test. */
export const storeOn = (file: string, options: SqliteStoreOptions = {}): SqliteStore => {
  const store = openSqliteStore({ file, ...options })
  onTestFinished(() => store.close())
  return store
}

export const aStore = (options?: SqliteStoreOptions): SqliteStore =>
  storeOn(temporaryFile(), options)

export const right = async <F, A>(task: TE.TaskEither<F, A>): Promise<A> => {
  const result = await task()
  if (E.isRight(result)) return result.right
  throw new Error(`failed: ${JSON.stringify(result.left)}`)
}

export const left = async <F, A>(task: TE.TaskEither<F, A>): Promise<F> => {
  const result = await task()
  if (E.isLeft(result)) return result.left
  throw new Error(`did not fail: ${JSON.stringify(result.right)}`)
}

export const ANY: ExpectedVersion = { type: 'Any' }
export const NONE: ExpectedVersion = { type: 'None' }
export const EXISTS: ExpectedVersion = { type: 'Exists' }

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const T0 = Date.UTC(2027, 2, 8, 9)

export const timed = (start: number, end = start + HOUR): EventTime => ({
  type: 'Timed',
  start,
  end,
  timeZone: UTC,
})

export interface Creation {
  readonly time?: EventTime
  readonly guests?: readonly string[]
  readonly title?: string
  readonly organizer?: string
  readonly content?: string
}

export const created = (uid: string, creation: Creation = {}): DomainEvent => ({
  type: 'Created',
  at: T0,
  uid,
  calendarId: 'primary-ann',
  organizer: creation.organizer ?? 'ann',
  title: creation.title ?? `about ${uid}`,
  status: 'Confirmed',
  time: creation.time ?? timed(T0),
  location: null,
  body: creation.content === undefined ? null : { format: 'Plain', content: creation.content },
  attachments: [],
  showParticipantList: true,
  visibility: 'Participants',
  participants: creation.guests ?? ['bob', 'cyd'],
})

const change = (state: State) => ({
  at: T0,
  revision: state.type === 'Absent' ? 1 : state.event.revision + 1,
  silent: false,
})

export const retitled =
  (title: string) =>
  (state: State): DomainEvent => ({ type: 'Retitled', ...change(state), title })

export const moved =
  (time: EventTime) =>
  (state: State): DomainEvent => ({ type: 'Rescheduled', ...change(state), time, sequence: 1 })

export const cancelled = (state: State): DomainEvent => ({
  type: 'Cancelled',
  ...change(state),
  sequence: 1,
})

export const uninvited =
  (...participants: readonly string[]) =>
  (state: State): DomainEvent => ({ type: 'ParticipantsUninvited', ...change(state), participants })

export const invited =
  (...participants: readonly string[]) =>
  (state: State): DomainEvent => ({ type: 'ParticipantsInvited', ...change(state), participants })

export const answered =
  (userId: string, status: ParticipationStatus, comment: string | null = null) =>
  (state: State): DomainEvent => ({
    type: 'Answered',
    at: T0,
    userId,
    status,
    comment,
    revision: state.type === 'Absent' ? 1 : state.event.revision,
    sequence: 0,
  })

const silently = (state: State) => ({ ...change(state), silent: true })

export const recurring =
  (...recurrence: readonly string[]) =>
  (state: State): DomainEvent => ({
    type: 'RecurrenceChanged',
    ...silently(state),
    recurrence,
    sequence: 1,
  })

export const notRecurring = (state: State): DomainEvent => ({
  type: 'RecurrenceChanged',
  ...silently(state),
  recurrence: null,
  sequence: 1,
})

/** The occurrence of a series in UTC that would start at `start`. */
export const idOf = (start: number): RecurrenceId => recurrenceIdOf(start / SECOND_MS)

export const occurrenceMoved =
  (id: RecurrenceId, time: EventTime) =>
  (state: State): DomainEvent => ({
    type: 'OccurrenceMoved',
    ...silently(state),
    recurrenceId: id,
    time,
    sequence: 2,
  })

export const occurrenceRetitled =
  (id: RecurrenceId, title: string) =>
  (state: State): DomainEvent => ({
    type: 'OccurrenceRetitled',
    ...silently(state),
    recurrenceId: id,
    title,
  })

export const occurrenceAnswered =
  (userId: string, id: RecurrenceId, status: ParticipationStatus) =>
  (state: State): DomainEvent => ({
    type: 'OccurrenceAnswered',
    at: T0,
    userId,
    recurrenceId: id,
    status,
    comment: null,
    revision: state.type === 'Absent' ? 1 : state.event.revision,
    sequence: 0,
  })

export type Happening = DomainEvent | ((state: State) => DomainEvent)

const newEvent = (happened: DomainEvent, eventId = randomIds.uuid()): NewEvent<'event'> => ({
  eventId,
  happened,
})

export const on = (
  streamId: string,
  expected: ExpectedVersion,
  ...happenings: readonly Happening[]
): StreamDecision<string, 'event'> => ({
  aggregate: 'event',
  streamId,
  expected,
  decide: (state) =>
    E.right(happenings.map((each) => newEvent(typeof each === 'function' ? each(state) : each))),
})

export const appending = (
  streams: Append<string>['streams'],
  other: Partial<Append<string>> = {},
): Append<string> => ({
  tenantId: 'acme',
  commandId: randomIds.uuid(),
  fingerprint: null,
  actor: { type: 'User', userId: 'ann' },
  causationId: null,
  correlationId: null,
  ...other,
  streams,
})

export const create = (
  store: Pick<SqliteStore, 'append'>,
  uid: string,
  creation: Creation & Partial<Pick<Append<string>, 'tenantId'>> = {},
) =>
  right(
    store.append(
      appending([on(uid, NONE, created(uid, creation))], {
        tenantId: creation.tenantId ?? 'acme',
      }),
    ),
  )

export const happen = (
  store: Pick<SqliteStore, 'append'>,
  uid: string,
  ...happenings: readonly Happening[]
) => right(store.append(appending([on(uid, EXISTS, ...happenings)])))

export const listing = (query: Partial<SinglesQuery> = {}): SinglesQuery => ({
  tenantId: 'acme',
  userId: 'ann',
  position: Number.MAX_SAFE_INTEGER - 1,
  time: 'Timed',
  listing: 'Active',
  answers: null,
  window: closeWindow(everything),
  from: null,
  direction: 'Ascending',
  limit: 100,
  ...query,
})

export const listed = async (
  store: Pick<SqliteStore, 'singles'>,
  query: Partial<SinglesQuery> = {},
) => (await right(store.singles(listing(query)))).map(({ uid }) => uid)

export const createSeries = (
  store: Pick<SqliteStore, 'append'>,
  uid: string,
  { lines = ['RRULE:FREQ=DAILY'], ...creation }: Creation & { readonly lines?: readonly string[] },
) => right(store.append(appending([on(uid, NONE, created(uid, creation), recurring(...lines))])))

export const seriesQuery = (query: Partial<SeriesQuery> = {}): SeriesQuery => ({
  tenantId: 'acme',
  userId: 'ann',
  position: Number.MAX_SAFE_INTEGER - 1,
  listing: 'Active',
  window: closeWindow(everything),
  ...query,
})

export const alive = async (
  store: Pick<SqliteStore, 'series'>,
  query: Partial<SeriesQuery> = {},
): Promise<readonly string[]> =>
  (await right(store.series(seriesQuery(query)))).map(({ uid }) => uid).sort()
