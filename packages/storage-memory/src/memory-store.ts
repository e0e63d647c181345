import type {
  AggregateName,
  Append,
  AppendFailure,
  Appended,
  Checkpoints,
  Clock,
  EventQueries,
  EventStore,
  Outbox,
  StoreFailure,
  Stream,
  StreamOf,
  TenantId,
} from '@kalends/core'
import { systemClock } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { outcomeOf } from './append.js'
import { memoryBots } from './bots.js'
import { memoryCheckpoints } from './checkpoints.js'
import { memoryOutbox } from './outbox.js'
import { eventsAt, logPage, positionAt, series, singles, streamPage } from './queries.js'
import { tenantSeries, tenantSingles } from './tenant-queries.js'
import { singleKeys, singlesInRange } from './single-keys.js'
import type { Tenant } from './tenant.js'
import { newTenant, record, streamOf } from './tenant.js'

/** All that a calendar asks of a store. */
export type MemoryStore = EventStore & EventQueries & Outbox & Checkpoints

/** Where the store's stamps come from: the machine's clock when left out. */
export interface MemoryStoreOptions {
  readonly clock?: Clock
}

/**
 * A store in memory: the reference that other adapters are compared with, and enough for tests.
 *
 * Keeps the log and answers everything by folding and scanning it, so a query costs as much as the tenant is
 * large. Appends are atomic because they run in one turn of the event loop. Forgets all with the process.
 */
export const memoryStore = ({ clock = systemClock }: MemoryStoreOptions = {}): MemoryStore => {
  const tenants = new Map<TenantId, Tenant>()
  const listeners = new Set<(tenantId: TenantId, position: number) => void>()
  const { put, ...outbox } = memoryOutbox()
  const tenantOf = (id: TenantId) => tenants.get(id) ?? newTenant()

  const append = <R>(asked: Append<R>): E.Either<AppendFailure<R>, Appended> => {
    const { tenantId, commandId, fingerprint } = asked
    const tenant = tenantOf(tenantId)
    const outcome = outcomeOf(tenant, asked, clock.now())
    if (E.isLeft(outcome)) return outcome
    if (outcome.right.type === 'Replayed') return E.right(outcome.right.appended)
    const { events, messages } = outcome.right.commit
    const recorded = record(tenant, events)
    const position = recorded.log.length
    if (fingerprint !== null) {
      recorded.runs.set(commandId, { fingerprint, before: tenant.log.length, after: position })
    }
    tenants.set(tenantId, recorded)
    put(messages)
    if (events.length > 0) for (const listener of listeners) listener(tenantId, position)
    return E.right({ events, position, replayed: false })
  }

  const load = <K extends AggregateName>(tenantId: TenantId, aggregate: K, streamId: string) => {
    const stream = streamOf(tenantOf(tenantId), aggregate, streamId)
    return isOf(stream, aggregate)
      ? E.right({ state: stream.state, version: stream.version })
      : failed('a stream under the key of another')
  }

  const readAsOf = <A>({ tenantId, position }: AsOf, read: (tenant: Tenant) => A) =>
    TE.fromIOEither(() => {
      const tenant = tenantOf(tenantId)
      return position < tenant.readableFrom
        ? failed(`${tenantId} is pruned up to ${tenant.readableFrom}, read as of ${position}`)
        : E.right(read(tenant))
    })

  return {
    append: (asked) => TE.fromIOEither(() => append(asked)),
    load: (...stream) => TE.fromIOEither(() => load(...stream)),
    readLog: (page) => TE.fromIO(() => logPage(tenantOf(page.tenantId), page)),
    readStream: (page) => TE.fromIO(() => streamPage(tenantOf(page.tenantId), page)),
    tenants: TE.fromIO(() =>
      [...tenants].flatMap(([id, { log }]) => (log.length > 0 ? [id] : [])).sort(),
    ),
    onAppended: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    head: (id) =>
      TE.fromIO(() => {
        const { log, readableFrom } = tenantOf(id)
        return { position: log.length, readableFrom }
      }),
    positionAt: (id, at) => TE.fromIO(() => positionAt(tenantOf(id), at)),
    singles: (query) => readAsOf(query, (tenant) => singles(tenant, query)),
    singleKeys: (query) => readAsOf(query, (tenant) => singleKeys(tenant, query)),
    countSingles: (range) => readAsOf(range, (tenant) => singlesInRange(tenant, range).length),
    series: (query) => readAsOf(query, (tenant) => series(tenant, query)),
    tenantSingles: (query) => readAsOf(query, (tenant) => tenantSingles(tenant, query)),
    tenantSeries: (query) => readAsOf(query, (tenant) => tenantSeries(tenant, query)),
    event: (query) =>
      readAsOf(
        query,
        (tenant) => eventsAt(tenant, query.position).find(({ uid }) => uid === query.uid) ?? null,
      ),
    events: (query) =>
      readAsOf(query, (tenant) => {
        const asked = new Set(query.uids)
        const found = eventsAt(tenant, query.position).filter(({ uid }) => asked.has(uid))
        return new Map(found.map((event) => [event.uid, event]))
      }),
    prune: (id, position) =>
      TE.fromIO(() => {
        const tenant = tenantOf(id)
        const readableFrom = Math.min(Math.max(position, tenant.readableFrom), tenant.log.length)
        tenants.set(id, { ...tenant, readableFrom })
      }),
    ...outbox,
    ...memoryBots(tenants),
    ...memoryCheckpoints(),
  }
}

interface AsOf {
  readonly tenantId: TenantId
  readonly position: number
}

const failed = (reason: string): E.Either<StoreFailure, never> =>
  E.left({ type: 'StoreFailure', reason })

const isOf = <K extends AggregateName>(
  stream: Stream,
  aggregate: K,
): stream is Stream & StreamOf<K> => stream.aggregate === aggregate
