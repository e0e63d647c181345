import * as fc from 'fast-check'

/** Records as JSON makes them: without this option some have no prototype, which `deepEqual` sees. */
export const record = <T>(fields: {
  readonly [K in keyof T]: fc.Arbitrary<T[K]>
}): fc.Arbitrary<T> => fc.record<T>(fields, { noNullPrototype: true })
