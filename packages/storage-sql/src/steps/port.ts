import type { EventQueries, EventStore, StoreFailure } from '@kalends/core'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Steps } from '../sql/steps.js'
import { botsAt, dueBots, scheduledBots } from './bots.js'
import { countSingles } from './count-singles.js'
import { event } from './event.js'
import { events } from './events.js'
import { foldStream } from './fold-stream.js'
import { head } from './head.js'
import type { KnownSeries } from './known-series.js'
import type { Memory } from './memory.js'
import { positionAt } from './position-at.js'
import { readLog, readStream, tenants } from './read-log.js'
import { series } from './series.js'
import { singleKeys } from './single-keys.js'
import { singles } from './singles.js'
import { tenantSeries } from './tenant-series.js'
import { tenantSingles } from './tenant-singles.js'

/** Runs steps that only read. */
export type Read = <F, A>(steps: () => Steps<F, A>) => TE.TaskEither<F | StoreFailure, A>

/** The reading part of the ports, on whatever runs steps. */
export const reads = (
  read: Read,
  memory: Memory,
  known: KnownSeries,
): Omit<EventStore, 'append' | 'onAppended'> & Omit<EventQueries, 'prune'> => ({
  load: (tenantId, aggregate, streamId) =>
    read(function* () {
      const { stream } = yield* foldStream(memory, { tenantId, aggregate, streamId })
      return { state: stream.state, version: stream.version }
    }),
  readLog: (page) => read(() => readLog(page)),
  readStream: (page) => read(() => readStream(page)),
  tenants: read(tenants),
  head: (tenantId) => read(() => head(tenantId)),
  positionAt: (tenantId, at) => read(() => positionAt(tenantId, at)),
  singles: (query) => read(() => singles(query)),
  singleKeys: (query) => read(() => singleKeys(query)),
  countSingles: (range) => read(() => countSingles(range)),
  series: (query) => read(() => series(known, query)),
  tenantSingles: (query) => read(() => tenantSingles(query)),
  tenantSeries: (query) => read(() => tenantSeries(known, query)),
  event: (query) => read(() => event(query)),
  events: (query) => read(() => events(query)),
  botsAt: (query) => read(() => botsAt(query)),
  scheduledBots: (query) => read(() => scheduledBots(query)),
  dueBots: (query) => read(() => dueBots(query)),
})
