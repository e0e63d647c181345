import type { ClosedWindow, Instant } from '../time/index.js'

/**
 * Bounds on the bounds of a series: one with an occurrence in `window` starts at or before `startTo` and ends at or
 * after `endFrom`. Coarse: so may one without.
 */
export const aliveIn = (
  window: ClosedWindow,
): { readonly startTo: Instant; readonly endFrom: Instant } => ({
  startTo: Math.min(window.startTo, window.endTo),
  // An occurrence of no length need not reach `endFrom`.
  endFrom: Math.max(window.startFrom, Math.min(window.endFrom, window.points)),
})
