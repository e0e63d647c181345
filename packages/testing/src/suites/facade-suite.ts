import type { Askable, FacadeCapability, OpenListing } from '../laws/index.js'
import { listingLaws } from '../laws/index.js'
import type { SuiteOptions } from './declare.js'
import { declareRules } from './declare.js'

/** What `facadeSuite` is given. */
export interface FacadeSuiteOptions extends SuiteOptions<OpenListing, FacadeCapability> {
  /** Which windows the facade can be asked for: any, the one that it makes of two bounds, or none. Default any. */
  readonly window?: Askable['window']
  /**
   * `Any`: it can be asked for public events of others too; `Visible`: it always gives them. Default `Participant`: only
   * what the viewer takes part in.
   */
  readonly audience?: Askable['audience']
}

/**
 * Certifies a facade that lists: given as a function from a viewer and a query to rows and pages.
 *
 * `make` opens an empty store and the facade above it. What the facade cannot be asked, by its manifest, is asked
 * for in no rule.
 */
export const facadeSuite = ({
  window = 'Any',
  audience = 'Participant',
  ...options
}: FacadeSuiteOptions): void =>
  declareRules(listingLaws({ supports: options.supports, window, audience }), options)
