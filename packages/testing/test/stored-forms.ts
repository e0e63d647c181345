import type { DomainEvent } from '@kalends/core'
import { aggregates, openToken, sealToken } from '@kalends/core'
import * as fc from 'fast-check'
import type { Sealing } from '../src/index.js'
import { domainEvents, drawnSeries, reachedState, seriesHistory, storedForm } from '../src/index.js'

const { event } = aggregates

/** Members of an event that hold what a provider or an editor has put there. */
const FREE = ['ops', 'raw', 'extendedProperties'] as const

const happened: fc.Arbitrary<DomainEvent> = fc
  .oneof(
    domainEvents(),
    seriesHistory().map(({ steps }) => steps.flatMap((step) => step.happened)),
  )
  .filter(({ length }) => length > 0)
  .chain((all) => fc.constantFrom(...all))

/** Domain events of calendar events, as the log has them. */
export const storedEvents = storedForm(event.domainEvent, happened, FREE)

/** States of calendar events, as snapshots have them. */
export const storedStates = storedForm(
  event.state,
  fc.oneof(
    reachedState(),
    drawnSeries().map((drawn) => ({ type: 'Scheduled', event: drawn.event }) as const),
  ),
  FREE,
)

/** Core's own sealed texts: cursors, and tokens of changes. */
export const coreSealing: Sealing = {
  seal: (viewer, value) => sealToken({ secret: 'secret', viewer }, value),
  open: (viewer, text) => openToken({ secret: 'secret', viewer }, text),
}
