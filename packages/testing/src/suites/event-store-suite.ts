import type { EventStore } from '@kalends/core'
import type { OpenStore, StoreCapability } from '../laws/index.js'
import { eventStoreLaws, manifestIsTrue } from '../laws/index.js'
import type { SuiteOptions } from './declare.js'
import { declareRules } from './declare.js'

/**
 * Certifies an event store: declares one test for each of its rules, `STORE-003: has a log without gaps`.
 *
 * `make` opens an empty store. Asks for nothing but `EventStore`; what facades and runners read has suites of
 * its own.
 */
export const eventStoreSuite = (
  options: SuiteOptions<OpenStore<EventStore>, StoreCapability>,
): void => {
  options.test('STORE-000: can do what its manifest says, and no more', () =>
    manifestIsTrue(options.make, options.supports),
  )
  declareRules(eventStoreLaws, options)
}
