import type { Library, Results } from './library.js'

/** How a peer's answer compares with ours, both in the peer's own clock. */
export type Agreement =
  | { readonly type: 'Equal' }
  | { readonly type: 'Differs'; readonly where: string }
  | { readonly type: 'Throws'; readonly message: string }

/** Asks a peer once, before it is timed, and compares with what we answer to the same. */
export const agreementOf = (
  library: Library,
  ask: () => Results,
  expected: readonly number[],
): Agreement => {
  try {
    return compared(library.msOf(ask()), expected)
  } catch (error) {
    return { type: 'Throws', message: error instanceof Error ? error.message : String(error) }
  }
}

const compared = (got: readonly number[], expected: readonly number[]): Agreement => {
  const length = Math.max(got.length, expected.length)
  for (let index = 0; index < length; index += 1) {
    if (got[index] !== expected[index]) {
      return {
        type: 'Differs',
        where: `number ${index + 1} is ${spelt(got[index])}, ours ${spelt(expected[index])}`,
      }
    }
  }
  return { type: 'Equal' }
}

const spelt = (ms: number | undefined): string =>
  ms === undefined || Number.isNaN(ms) ? 'missing' : new Date(ms).toISOString()
