/** Draws that are the same for the same seed. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** A whole number from 0, `bound` not included. */
  readonly below: (bound: number) => number
  /** One of `all`, which must not be empty. */
  readonly pick: <T>(all: readonly [T, ...T[]]) => T
  /** One of `all`, or undefined when it is empty. */
  readonly oneOf: <T>(all: readonly T[]) => T | undefined
  /** Whether something of this probability happens. */
  readonly chance: (probability: number) => boolean
}

/** The generator mulberry32, which is enough to choose by. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    const once = Math.imul(state ^ (state >>> 15), state | 1)
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return {
    next,
    below,
    pick: ([first, ...rest]) => rest[below(rest.length + 1) - 1] ?? first,
    oneOf: (all) => all[below(all.length)],
    chance: (probability) => next() < probability,
  }
}
