import {
  decide,
  DomainEventCodec,
  evolve,
  explicit,
  initialState,
  splitOff,
  StateCodec,
  zoneOf,
} from '@kalends/core'
import { closeWindow, holds } from '@kalends/core'
import { expect, test } from 'vitest'
import type { InWindow, Law, OpenStore } from '../src/index.js'
import {
  deciderLaws,
  eventQueriesLaws,
  eventStoreLaws,
  listingLaws,
  notifierLaws,
  outboxLaws,
  recurrenceLaws,
  redactionLaws,
  seriesDecidingLaws,
  seriesLaws,
  windowLaws,
  withoutProperties,
  zoneLaws,
} from '../src/index.js'
import { matrixOf, numberOf } from './matrix/cells.js'
import { versatileMemory } from './matrix/subjects.js'
import { documentOf, onlyBy } from './matrix/table.js'
import { coreEngine } from './recurrence-engine.js'
import { coreReader } from './series-subject.js'
import { sinkInMemory } from './sinks.js'
import { listingOver, memory } from './stores.js'

const storeLaws: readonly Law<OpenStore, string>[] = [
  ...eventStoreLaws.filter(({ needs }) => needs !== 'storm'),
  ...eventQueriesLaws(memory),
  ...outboxLaws,
]

const inWindow: InWindow = (window) => {
  const closed = closeWindow(window)
  return (start, end) => holds(closed, start, end)
}

const decider = {
  initialState,
  decide: decide(explicit),
  evolve,
  domainEvent: DomainEventCodec,
  state: StateCodec,
}

const listing = listingOver(memory)

const matrices = [
  await matrixOf({ name: 'Stores', laws: storeLaws, subject: versatileMemory, runs: 20 }),
  await matrixOf({ name: 'Listings', laws: listingLaws(), subject: listing, runs: 40 }),
  await matrixOf({ name: 'Notifiers', laws: notifierLaws, subject: sinkInMemory, runs: 20 }),
  await matrixOf({ name: 'Deciders', laws: deciderLaws, subject: decider, runs: 60 }),
  await matrixOf({
    name: 'Recurrence engines',
    laws: recurrenceLaws,
    subject: coreEngine,
    runs: 60,
  }),
  await matrixOf({ name: 'Readers of series', laws: seriesLaws, subject: coreReader, runs: 120 }),
  await matrixOf({
    name: 'Deciders of series',
    laws: seriesDecidingLaws,
    subject: { ...decider, splitOff },
    runs: 60,
  }),
  await matrixOf({ name: 'Time zones', laws: zoneLaws, subject: zoneOf, runs: 1000 }),
  await matrixOf({ name: 'Windows', laws: windowLaws, subject: inWindow, runs: 200 }),
  await matrixOf({
    name: 'Redactions',
    laws: redactionLaws,
    subject: withoutProperties(['name', 'email']),
    runs: 100,
  }),
]

test('every bug is caught, at least by the law that ships it', () => {
  const missed = matrices.flatMap(({ caught }) =>
    caught.filter(({ law, by }) => !by.has(law)).map(({ bug, law }) => `${bug} by ${law}`),
  )
  expect(missed).toEqual([])
  expect(matrices.flatMap(({ caught }) => caught).length).toBeGreaterThan(70)
})

test('every law catches a bug that no other law does, or says why it stands', () => {
  const idle = matrices.flatMap(({ laws, caught }) =>
    laws
      .filter(
        ({ title, stands }) => stands === null && onlyBy(numberOf(title), caught).length === 0,
      )
      .map(({ title }) => title),
  )
  expect(idle).toEqual([])
})

test('no law stands for a reason that it does not need', () => {
  const needless = matrices.flatMap(({ laws, caught }) =>
    laws
      .filter(({ title, stands }) => stands !== null && onlyBy(numberOf(title), caught).length > 0)
      .map(({ title }) => title),
  )
  expect(needless).toEqual([])
})

test('docs/detection-matrix.md is what `pnpm matrix` writes', async () => {
  await expect(documentOf(matrices)).toMatchFileSnapshot('../../../docs/detection-matrix.md')
})
