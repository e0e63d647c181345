import type { Command } from '@kalends/core'
import { closeWindow, decide, everything, evolve, explicit, initialState } from '@kalends/core'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import {
  appendAll,
  crowdedTime,
  domainEvents,
  history,
  historyAndQueries,
  interval,
  listings,
  nights,
  perform,
  rowsExpected,
  seriesHistoryAndQueries,
  succeed,
  windowAmong,
} from '../src/index.js'
import { memoryStore } from '@kalends/storage-memory'

const SAMPLES = 200

/** Fewer where each is given to a store. */
const FEW = 80

const sample = <A>(arbitrary: fc.Arbitrary<A>, numRuns = SAMPLES): readonly A[] =>
  fc.sample(arbitrary, { numRuns, seed: 5545 })

const share = <A>(samples: readonly A[], is: (each: A) => boolean): number =>
  samples.filter(is).length / samples.length

const decisionsOf = (steps: readonly { uid: string; command: Command }[]) => {
  const states = new Map<string, typeof initialState>()
  return steps.map(({ uid, command }) => {
    const before = states.get(uid) ?? initialState
    const decision = decide(explicit)(command, before)
    if (E.isRight(decision)) states.set(uid, decision.right.reduce(evolve, before))
    return decision
  })
}

test('history: most are long, most commands are accepted and most of them do something', () => {
  const histories = sample(history())
  const decisions = histories.flatMap(({ steps }) => decisionsOf(steps))
  expect(share(histories, ({ steps }) => steps.length >= 10)).toBeGreaterThan(0.6)
  expect(share(decisions, E.isRight)).toBeGreaterThan(0.75)
  expect(share(decisions, E.isRight)).toBeLessThan(0.97)
  expect(share(decisions, (each) => E.isRight(each) && each.right.length > 0)).toBeGreaterThan(0.6)
  const rejections = new Set(decisions.flatMap((each) => (E.isLeft(each) ? [each.left.type] : [])))
  expect(rejections).toEqual(
    new Set(['NotFound', 'NotOrganizer', 'EventCancelled', 'InvalidFields', 'InvalidTimeRange']),
  )
})

test('history: several actors answer', () => {
  const several = share(sample(history()), ({ steps }) => {
    return new Set(steps.map(({ command }) => command.actor)).size > 1
  })
  expect(several).toBeGreaterThan(0.7)
})

test('domainEvents: every type happens', () => {
  const types = sample(domainEvents()).flatMap((happened) => happened.map(({ type }) => type))
  expect(new Set(types).size).toBe(21)
})

test('crowdedTime: most begin together with others', () => {
  const starts = sample(crowdedTime(nights[0] ?? fail())).map(({ start }) => start)
  expect(new Set(starts).size).toBeLessThan(15)
})

test('windowAmong: half of the windows have a bound on an edge', () => {
  const samples = sample(
    interval().chain((each) => fc.tuple(fc.constant(each), windowAmong([each.start, each.end]))),
  )
  const onEdge = share(samples, ([{ start, end }, { startFrom, startTo, endFrom, endTo }]) =>
    [startFrom, startTo, endFrom, endTo].some((bound) => bound?.at === start || bound?.at === end),
  )
  expect(onEdge).toBeGreaterThan(0.5)
})

const fail = (): never => {
  throw new Error('no nights')
}

test('listings: most hold several rows, and many rows begin together', () => {
  const wholes = sample(listings()).map(({ steps, request }) => rowsExpected(steps, request))
  expect(share(wholes, (rows) => rows.length >= 2)).toBeGreaterThan(0.5)
  expect(share(wholes, (rows) => rows.length >= 6)).toBeGreaterThan(0.18)
  const several = wholes.filter((rows) => rows.length >= 6)
  const tied = share(several, (rows) => new Set(rows.map(({ start }) => start)).size < rows.length)
  expect(tied).toBeGreaterThan(0.8)
})

test('historyAndQueries: many queries find rows', async () => {
  const filled: boolean[] = []
  for (const { steps, queries } of sample(historyAndQueries(), FEW)) {
    const store = memoryStore()
    await perform(store, 'demo', steps)
    const { position } = await succeed(store.head('demo'))
    for (const { positionsAgo, ...query } of queries) {
      const asked = { ...query, tenantId: 'demo', position: Math.max(0, position - positionsAgo) }
      filled.push((await succeed(store.singles(asked))).length > 0)
    }
  }
  expect(share(filled, (each) => each)).toBeGreaterThan(0.25)
})

test('seriesHistoryAndQueries: most have series with exceptions, many queries find some and not all', async () => {
  const shares: number[] = []
  const histories = sample(seriesHistoryAndQueries(), FEW)
  const excepted = histories.filter(({ steps }) =>
    steps.some(({ happened }) => happened.some(({ type }) => type === 'OccurrenceMoved')),
  )
  expect(excepted.length / histories.length).toBeGreaterThan(0.6)
  for (const { steps, queries } of histories) {
    const store = memoryStore()
    await appendAll(store, steps)
    const { position: last } = await succeed(store.head('demo'))
    for (const { positionsAgo, timeZone: _, ...query } of queries) {
      const asked = { ...query, tenantId: 'demo', position: Math.max(0, last - positionsAgo) }
      const all = await succeed(store.series({ ...asked, window: closeWindow(everything) }))
      const found = await succeed(store.series(asked))
      if (all.length > 0) shares.push(found.length / all.length)
    }
  }
  expect(share(shares, (each) => each > 0)).toBeGreaterThan(0.5)
  expect(share(shares, (each) => each < 1)).toBeGreaterThan(0.2)
})
