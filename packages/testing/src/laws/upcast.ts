import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { once } from './once.js'

/** A domain event as it lies in a log. */
export interface StoredEvent {
  readonly schemaVersion: number
  readonly stored: unknown
}

/** A stream as it was once stored, and what its state was then, as it would be written now. */
export interface GoldenStream {
  readonly events: readonly StoredEvent[]
  readonly folded: unknown
}

/** How a log that earlier releases wrote is read by this one: what is under law here. */
export interface StoredLog<H> {
  /** Together they have every shape that was ever stored. */
  readonly golden: readonly GoldenStream[]
  readonly read: (stored: StoredEvent) => E.Either<unknown, H>
  /** In the shape of today. */
  readonly write: (happened: H) => StoredEvent
  /** To a state, as it would be written down. */
  readonly fold: (happened: readonly H[]) => unknown
}

const taken = <A>(read: E.Either<unknown, A>, stored: unknown): A => {
  assert.ok(E.isRight(read), `not readable any more: ${JSON.stringify(stored)}`)
  return read.right
}

/** UPCAST-001: every shape that was ever stored is read. */
export const everyShapeIsRead = <H>({ golden, read }: StoredLog<H>) =>
  once(() => {
    assert.ok(golden.length > 0, 'nothing was ever stored')
    for (const { events } of golden) for (const each of events) taken(read(each), each)
    return Promise.resolve()
  })

/** UPCAST-002: an old stream folds to what it folded to when it was written. */
export const oldStreamsFoldAsTheyDid = <H>({ golden, read, fold }: StoredLog<H>) =>
  once(() => {
    for (const { events, folded } of golden) {
      const happened = events.flatMap((each) => {
        const one = read(each)
        return E.isRight(one) ? [one.right] : []
      })
      assert.deepEqual(fold(happened), folded)
    }
    return Promise.resolve()
  })

/** UPCAST-003: an old stream of which any part was written anew, in the shape of today, is the same stream. */
export const writingAnewChangesNothing = <H>({ golden, read, write, fold }: StoredLog<H>) =>
  fc.property(fc.nat(), fc.nat(), (which, at) => {
    const { events } = golden[which % Math.max(1, golden.length)] ?? assert.fail('no stream')
    const cut = at % (events.length + 1)
    const happened = events.map((each) => taken(read(each), each))
    const anew = happened.slice(0, cut).map((each) => taken(read(write(each)), each))
    assert.deepEqual(anew, happened.slice(0, cut))
    assert.deepEqual(fold([...anew, ...happened.slice(cut)]), fold(happened))
  })

/** UPCAST-004: what a later release has written is refused, not guessed at. */
export const theFutureIsRefused = <H>({ golden, read, write }: StoredLog<H>) =>
  once(() => {
    for (const each of golden.flatMap(({ events }) => events)) {
      const happened = read(each)
      if (E.isLeft(happened)) continue
      const today = write(happened.right)
      const later = { ...today, schemaVersion: today.schemaVersion + 1 }
      assert.ok(E.isLeft(read(later)), `read as if it were known: ${JSON.stringify(later)}`)
    }
    return Promise.resolve()
  })
