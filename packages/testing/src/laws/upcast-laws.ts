import * as E from 'fp-ts/lib/Either.js'
import type { Law } from './law.js'
import type { StoredLog } from './upcast.js'
import * as laws from './upcast.js'

/** Cannot read any more what was stored first. UPCAST-001 must reject it. */
export const forgetsTheFirstShape = <H>(log: StoredLog<H>): StoredLog<H> => {
  const first = JSON.stringify(log.golden[0]?.events[0])
  return {
    ...log,
    read: (each) => (JSON.stringify(each) === first ? E.left('forgotten') : log.read(each)),
  }
}

/** Leaves the last domain event of a stream out. UPCAST-002 must reject it. */
export const foldsAllButTheLast = <H>(log: StoredLog<H>): StoredLog<H> => ({
  ...log,
  fold: (happened) => log.fold(happened.slice(0, -1)),
})

/** Writes down something else. UPCAST-003 must reject it. */
export const losesWhatItWritesAnew = <H>(log: StoredLog<H>): StoredLog<H> => {
  const last = log.golden.at(-1)?.events.at(-1)
  return { ...log, write: (happened) => last ?? log.write(happened) }
}

/** Takes every later schema for the last one that it knows. UPCAST-004 must reject it. */
export const readsTheFuture = <H>(log: StoredLog<H>): StoredLog<H> => {
  const versions = log.golden.flatMap(({ events }) =>
    events.map(({ schemaVersion }) => schemaVersion),
  )
  const latest = Math.max(...versions)
  return {
    ...log,
    read: (each) => log.read({ ...each, schemaVersion: Math.min(each.schemaVersion, latest) }),
  }
}

/** Every law of reading what earlier releases have stored. */
export const upcastLaws = <H>(): readonly Law<StoredLog<H>>[] => [
  {
    title: 'UPCAST-001 reads every shape that was ever stored',
    law: laws.everyShapeIsRead,
    runs: 1,
    faults: { forgetsTheFirstShape },
    stands: 'UPCAST-003 reads them too; this one says which it cannot',
  },
  {
    title: 'UPCAST-002 folds old streams to what they folded to',
    law: laws.oldStreamsFoldAsTheyDid,
    runs: 1,
    faults: { foldsAllButTheLast },
  },
  {
    title: 'UPCAST-003 keeps a stream that is written anew',
    law: laws.writingAnewChangesNothing,
    faults: { losesWhatItWritesAnew },
  },
  {
    title: 'UPCAST-004 refuses what a later release has written',
    law: laws.theFutureIsRefused,
    runs: 1,
    faults: { readsTheFuture },
  },
]
