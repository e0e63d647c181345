import { isDeepStrictEqual } from 'node:util'
import { InvariantBroken } from './invariant-broken.js'

/** Whether a promise holds. */
export interface Finding {
  readonly holds: boolean
  readonly detail: () => string
}

/** Throws `InvariantBroken` unless it holds. */
export const expectThat = (invariant: string, { holds, detail }: Finding): void => {
  if (!holds) throw new InvariantBroken(invariant, detail())
}

/** Throws `InvariantBroken` unless both are the same, member by member. */
export const expectSame = (invariant: string, found: unknown, expected: unknown): void =>
  expectThat(invariant, {
    holds: isDeepStrictEqual(found, expected),
    detail: () => `found ${shown(found)}, expected ${shown(expected)}`,
  })

const shown = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each] : each)).slice(
    0,
    3000,
  )
