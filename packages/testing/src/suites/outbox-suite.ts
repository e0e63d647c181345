import type { OpenStore } from '../laws/index.js'
import { outboxLaws } from '../laws/index.js'
import type { SuiteOptions } from './declare.js'
import { declareRules } from './declare.js'

/** Certifies what runners ask of a store: its outbox and its checkpoints. There is nothing that it could skip. */
export const outboxSuite = (options: Omit<SuiteOptions<OpenStore, never>, 'supports'>): void =>
  declareRules(outboxLaws, { ...options, supports: {} })
