import type * as fc from 'fast-check'

/**
 * A law as an entry of a list, for those who run all of them.
 *
 * `law` makes the property that a subject must have: `fc.assert(law(subject))`. Each of `faults` spoils a
 * subject so that the law rejects it, which shows that the law can tell.
 */
export interface Law<S> {
  /** A number, and what the subject does: `STORE-003 has a log without gaps`. */
  readonly title: string
  readonly law: (subject: S) => fc.IRawProperty<unknown>
  readonly faults: Readonly<Record<string, (subject: S) => S>>
}
