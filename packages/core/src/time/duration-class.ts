import { HOUR_MS } from './units.js'

/** The class of the longest event possible, from MIN_INSTANT to MAX_INSTANT. */
export const MAX_DURATION_CLASS = 27

/**
 * The power-of-two class of a duration: 0 up to one hour, `c` above 2^(c-1) and up to 2^c hours.
 *
 * Events of one class that meet a window start at most `longestOfClass` before it, so an index on
 * (class, start) finds the long ones without scanning all earlier ones. Never above
 * `MAX_DURATION_CLASS`; never falls while the duration grows.
 */
export const durationClass = (durationMs: number): number => {
  let c = 0
  let longestMs = HOUR_MS
  // Doubling is exact in floating point, a logarithm is not.
  while (durationMs > longestMs && c < MAX_DURATION_CLASS) {
    longestMs *= 2
    c += 1
  }
  return c
}

/** The longest duration of class `c`, in milliseconds, included. */
export const longestOfClass = (c: number): number => HOUR_MS * 2 ** c

/** The shortest duration of class `c`, in milliseconds, included. */
export const shortestOfClass = (c: number): number => (c === 0 ? 0 : longestOfClass(c - 1) + 1)
