import type { CompiledRule } from './compiled-rule.js'

/**
 * What recurrence sets are put together from: local seconds, walked in either direction in chunks.
 *
 * A walk that finds fewer than `found.seconds.length` has reached the end of its range, or used up its
 * budget. It writes from the beginning of `found`.
 */
export type LocalSource = Pick<CompiledRule, 'forward' | 'backward'>

/** The way a source is walked. */
export type Direction = keyof LocalSource
