import type { Rejection, State } from '@kalends/core'
import { evolve, initialState } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Step } from '../arbitraries/index.js'
import { decideStep } from '../laws/index.js'

/** An entry of the model's log: what tells it from the others. */
export interface ModelEntry {
  readonly position: number
  readonly streamId: string
  readonly version: number
  readonly eventId: string
  readonly commandId: string
}

/** The contract of a store, written down with plain maps. */
export interface StoreModel {
  /** What an append must come to: the entries that its command wrote, now or when it first ran. */
  readonly append: (step: Step, index: number) => E.Either<Rejection, readonly ModelEntry[]>
  readonly log: readonly ModelEntry[]
  readonly stateOf: (uid: string) => State
  readonly versionOf: (uid: string) => number
  readonly advance: (consumer: string, position: number) => void
  readonly position: (consumer: string) => number
}

/** A store to which nothing has happened. */
export const newStoreModel = (): StoreModel => {
  const log: ModelEntry[] = []
  const states = new Map<string, State>()
  const runs = new Map<string, readonly ModelEntry[]>()
  const positions = new Map<string, number>()
  const stateOf = (uid: string) => states.get(uid) ?? initialState
  const versionOf = (uid: string) => log.filter(({ streamId }) => streamId === uid).length
  const position = (consumer: string) => positions.get(consumer) ?? 0
  return {
    log,
    stateOf,
    versionOf,
    position,
    advance: (consumer, to) => void positions.set(consumer, Math.max(to, position(consumer))),
    append: (step, index) => {
      const { uid, command } = step
      const earlier = runs.get(command.commandId)
      if (earlier !== undefined) return E.right(earlier)
      const decided = decideStep(step, stateOf(uid), index)
      if (E.isLeft(decided)) return decided
      const [after, version] = [log.length, versionOf(uid)]
      const entries = decided.right.map(({ eventId }, nth) => ({
        position: after + nth + 1,
        streamId: uid,
        version: version + nth + 1,
        eventId,
        commandId: command.commandId,
      }))
      log.push(...entries)
      runs.set(command.commandId, entries)
      states.set(uid, decided.right.map(({ happened }) => happened).reduce(evolve, stateOf(uid)))
      return E.right(entries)
    },
  }
}
