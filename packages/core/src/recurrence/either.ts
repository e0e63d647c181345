import type { Left, Right } from 'fp-ts/lib/Either.js'

/** What was asked for, as fp-ts has it, without loading fp-ts. */
export const right = <A>(value: A): Right<A> => ({ _tag: 'Right', right: value })

/** Why it was refused, as fp-ts has it, without loading fp-ts. */
export const left = <E>(refusal: E): Left<E> => ({ _tag: 'Left', left: refusal })
