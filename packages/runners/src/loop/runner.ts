/** Something that works in the background of a service until it is stopped. */
export interface Runner {
  /** Finishes what is in flight, leaves the rest, and resolves when nothing runs any more. */
  readonly stop: () => Promise<void>
  /** Looks for work at once, also when the last try failed. For clocks that do not run by themselves. */
  readonly wake: () => void
  /**
   * Resolves when everything that was due is done. What waits for a later try does not count, nor what
   * another process has in hand; never while the store fails. Resolves also when the runner stops.
   */
  readonly idle: () => Promise<void>
}
