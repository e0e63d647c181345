import type * as fc from 'fast-check'

/** Something a subject must do, under a number that never changes its meaning. */
export interface Rule<S, C extends string = never> {
  /** A number, and what the subject does: `STORE-003 has a log without gaps`. */
  readonly title: string
  /** Makes the property that a subject must have: `fc.assert(law(subject))`. */
  readonly law: (subject: S) => fc.IRawProperty<unknown>
  /** What a subject must be able to do before it can be asked. Left out: nothing. */
  readonly needs?: C
  /** How often it is tried at most, where the usual number is too many. */
  readonly runs?: number
}

/**
 * A law as an entry of a list, for those who run all of them.
 *
 * Each of `faults` spoils a subject so that the law rejects it, which shows that the law can tell.
 */
export interface Law<S, C extends string = never> extends Rule<S, C> {
  readonly faults: Readonly<Record<string, (subject: S) => S>>
  /** Why the law stands, when every bug that it catches is caught by another one too. */
  readonly stands?: string
}
