/** How long to wait after failures. */
export interface Backoff {
  /** The bound after the first failure; it doubles with each further one. */
  readonly baseMs: number
  /** No wait is longer. */
  readonly maxMs: number
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/**
 * How long to wait after the `failures`th failure in a row, counted from 1: exponential, with full
 * jitter, so that many that failed together do not come back together.
 *
 * A whole number of milliseconds from 1 to `maxMs`.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const backoffMs = ({ baseMs, maxMs, random }: Backoff, failures: number): number =>
  Math.max(1, Math.floor(random() * Math.min(maxMs, baseMs * 2 ** (failures - 1))))
