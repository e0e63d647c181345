import type { DomainEvent } from '@kalends/core'
import {
  closeWindow,
  decide,
  DomainEventCodec,
  evolve,
  explicit,
  holds,
  initialState,
  rfc6638,
  splitOff,
  StateCodec,
  zoneOf,
} from '@kalends/core'
import type { InWindow, Law, OpenStore } from '../../src/index.js'
import {
  byDefinition,
  codecLaws,
  deciderLaws,
  eventQueriesLaws,
  eventStoreLaws,
  listingLaws,
  mergePatchLaws,
  notifierLaws,
  outboxLaws,
  policyLaws,
  recurrenceLaws,
  redactionLaws,
  seriesDecidingLaws,
  seriesLaws,
  tokenLaws,
  upcastLaws,
  windowLaws,
  withoutProperties,
  zoneLaws,
} from '../../src/index.js'
import { coreEngine } from '../recurrence-engine.js'
import { coreReader } from '../series-subject.js'
import { sinkInMemory } from '../sinks.js'
import { eventLog } from '../golden-logs.js'
import { coreSealing, storedEvents } from '../stored-forms.js'
import { listingOver, memory } from '../stores.js'
import { type Cells, cellsOf } from './cells.js'
import { versatileMemory } from './subjects.js'

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

/** Every kind of subject that laws are about, with one that is right. */
export const kinds: readonly Cells[] = [
  cellsOf({ name: 'Stores', laws: storeLaws, subject: versatileMemory, runs: 20 }),
  cellsOf({ name: 'Listings', laws: listingLaws(), subject: listingOver(memory), runs: 40 }),
  cellsOf({ name: 'Notifiers', laws: notifierLaws, subject: sinkInMemory, runs: 20 }),
  cellsOf({ name: 'Deciders', laws: deciderLaws, subject: decider, runs: 60 }),
  cellsOf({ name: 'Recurrence engines', laws: recurrenceLaws, subject: coreEngine, runs: 60 }),
  cellsOf({ name: 'Readers of series', laws: seriesLaws, subject: coreReader, runs: 120 }),
  cellsOf({
    name: 'Deciders of series',
    laws: seriesDecidingLaws,
    subject: { ...decider, splitOff },
    runs: 60,
  }),
  cellsOf({ name: 'Time zones', laws: zoneLaws, subject: zoneOf, runs: 1000 }),
  cellsOf({ name: 'Windows', laws: windowLaws, subject: inWindow, runs: 200 }),
  cellsOf({
    name: 'Redactions',
    laws: redactionLaws,
    subject: withoutProperties(['name', 'email']),
    runs: 100,
  }),
  cellsOf({ name: 'Stored forms', laws: codecLaws, subject: storedEvents, runs: 60 }),
  cellsOf({ name: 'Stored logs', laws: upcastLaws<DomainEvent>(), subject: eventLog(), runs: 30 }),
  cellsOf({ name: 'Sealed texts', laws: tokenLaws, subject: coreSealing, runs: 100 }),
  cellsOf({ name: 'Reset policies', laws: policyLaws, subject: rfc6638, runs: 60 }),
  cellsOf({ name: 'Merge patches', laws: mergePatchLaws, subject: byDefinition, runs: 100 }),
]
