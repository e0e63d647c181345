import type { NotifierCapability, OpenNotifier } from '../laws/index.js'
import { notifierLaws } from '../laws/index.js'
import type { SuiteOptions } from './declare.js'
import { declareRules } from './declare.js'

/** Certifies a notifier: `make` opens one above an empty sink that can be looked into. */
export const notifierSuite = (options: SuiteOptions<OpenNotifier, NotifierCapability>): void =>
  declareRules(notifierLaws, options)
