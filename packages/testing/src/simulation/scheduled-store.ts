import type { AggregateName, Append, AppendFailure, Appended, StoreFailure } from '@kalends/core'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Store } from '../laws/index.js'
import type { Caller } from './call.js'
import { scheduledCall } from './call.js'

/** A store of which every call waits for its turn and may go wrong. */
export const scheduledStore = (caller: Caller, store: Store): Store => {
  const call = <F, A>(name: string, task: TaskEither<F | StoreFailure, A>) =>
    scheduledCall<F | StoreFailure, A>(caller, { name, task, failure: storeFailure })
  return {
    append: <R>(append: Append<R>): TaskEither<AppendFailure<R>, Appended> =>
      call<AppendFailure<R>, Appended>(`append ${append.commandId}`, store.append(append)),
    load: <K extends AggregateName>(tenantId: string, aggregate: K, streamId: string) =>
      call(`load ${streamId}`, store.load(tenantId, aggregate, streamId)),
    readLog: (page) => call(`readLog ${page.after}`, store.readLog(page)),
    readStream: (page) => call(`readStream ${page.streamId}`, store.readStream(page)),
    tenants: call('tenants', store.tenants),
    onAppended: store.onAppended,
    head: (tenantId) => call('head', store.head(tenantId)),
    positionAt: (tenantId, at) => call('positionAt', store.positionAt(tenantId, at)),
    singles: (query) => call('singles', store.singles(query)),
    singleKeys: (query) => call('singleKeys', store.singleKeys(query)),
    countSingles: (range) => call('countSingles', store.countSingles(range)),
    series: (query) => call('series', store.series(query)),
    tenantSingles: (query) => call('tenantSingles', store.tenantSingles(query)),
    tenantSeries: (query) => call('tenantSeries', store.tenantSeries(query)),
    event: (query) => call(`event ${query.uid}`, store.event(query)),
    events: (query) => call(`events ${query.uids.length}`, store.events(query)),
    botsAt: (query) => call('botsAt', store.botsAt(query)),
    scheduledBots: (query) => call('scheduledBots', store.scheduledBots(query)),
    dueBots: (query) => call('dueBots', store.dueBots(query)),
    prune: (tenantId, position) => call(`prune ${position}`, store.prune(tenantId, position)),
    claim: (request) => call('claim', store.claim(request)),
    settle: (message, token, outcome) =>
      call(`settle ${outcome.type} ${message.messageId}`, store.settle(message, token, outcome)),
    nextDue: call('nextDue', store.nextDue),
    nextDueTo: (audience) => call(`nextDueTo ${audience}`, store.nextDueTo(audience)),
    dead: (request) => call(`dead ${request.recipient}`, store.dead(request)),
    revive: (request) => call(`revive ${request.messageId}`, store.revive(request)),
    position: (consumer, tenantId) => call('position', store.position(consumer, tenantId)),
    advance: (consumer, tenantId, position) =>
      call(`advance ${position}`, store.advance(consumer, tenantId, position)),
  }
}

const storeFailure = (reason: string): StoreFailure => ({ type: 'StoreFailure', reason })
