import type { OpenStore, QueriedStore } from '../laws/index.js'
import { eventQueriesLaws } from '../laws/index.js'
import type { SuiteOptions } from './declare.js'
import { declareRules } from './declare.js'

/** What `eventQueriesSuite` is given. There is nothing that it could skip. */
export interface EventQueriesSuiteOptions extends Omit<
  SuiteOptions<OpenStore<QueriedStore>, never>,
  'supports'
> {
  /** Opens a store that is known to be right: `memoryStore` of @kalends/storage-memory. */
  readonly reference: OpenStore<QueriedStore>
}

/** Certifies what facades read of a store: as the reference answers after random histories, as of any position. */
export const eventQueriesSuite = ({ reference, ...options }: EventQueriesSuiteOptions): void =>
  declareRules(eventQueriesLaws(reference), { ...options, supports: {} })
