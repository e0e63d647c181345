import * as E from 'fp-ts/lib/Either.js'
import { isWellFormed, longerThan } from '@kalends/core'
import * as t from 'io-ts'
import type { AnyCodec, Codec } from './codec.js'
import { codec } from './codec.js'

/** How many code points a text may have, both included; without `max` any number. */
export interface Length {
  readonly min: number
  readonly max?: number
}

/** A text of well-formed Unicode without U+0000. */
export const text = ({ min, max = Number.MAX_SAFE_INTEGER }: Length): Codec<string> =>
  codec({
    name: 'Text',
    schema: {
      type: 'string',
      ...(min === 0 ? {} : { minLength: min }),
      ...(max === Number.MAX_SAFE_INTEGER ? {} : { maxLength: max }),
    },
    validate: (u, context) => {
      if (typeof u !== 'string') return t.failure(u, context, 'must be a string')
      if (!isWellFormed(u)) {
        return t.failure(u, context, 'must be well-formed Unicode without U+0000')
      }
      if (u.length === 0 && min > 0) return t.failure(u, context, 'must not be empty')
      if (longerThan(u, max)) return t.failure(u, context, `must have at most ${max} characters`)
      return t.success(u)
    },
    encode: t.identity,
  })

/** True or false. */
export const flag: Codec<boolean> = codec({
  name: 'Flag',
  schema: { type: 'boolean' },
  validate: (u, context) =>
    typeof u === 'boolean' ? t.success(u) : t.failure(u, context, 'must be true or false'),
  encode: t.identity,
})

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number = Number.MAX_SAFE_INTEGER): Codec<number> =>
  codec({
    name: 'Whole',
    schema: {
      type: 'integer',
      minimum: min,
      ...(max === Number.MAX_SAFE_INTEGER ? {} : { maximum: max }),
    },
    validate: (u, context) =>
      typeof u === 'number' && Number.isSafeInteger(u) && u >= min && u <= max
        ? t.success(u)
        : t.failure(u, context, `must be a whole number from ${min} to ${max}`),
    encode: t.identity,
  })

type Pair<O, A> = readonly [O, A]

/** One of these texts, each standing for a value of its own: pairs of the text and the value. */
export const oneOf = <const O extends string, const A extends string>(
  ...pairs: readonly [Pair<O, A>, ...(readonly Pair<O, A>[])]
): Codec<A, O> => {
  const decoded = new Map<string, A>(pairs)
  return codec<A, O>({
    name: 'OneOf',
    schema: { type: 'string', enum: [...decoded.keys()] },
    validate: (u, context) => {
      const value = typeof u === 'string' ? decoded.get(u) : undefined
      return value === undefined
        ? t.failure(u, context, `must be one of ${[...decoded.keys()].join(', ')}`)
        : t.success(value)
    },
    encode: (value) => (pairs.find(([, each]) => each === value) ?? pairs[0])[0],
  })
}

/** Null, or what `inner` takes. */
export const nullable = <A, O>(inner: Codec<A, O>): Codec<A | null, O | null> =>
  codec({
    name: `Nullable${inner.name}`,
    schema: { anyOf: [inner.schema, { type: 'null' }] },
    validate: (u, context) => (u === null ? t.success(null) : inner.validate(u, context)),
    encode: (value) => (value === null ? null : inner.encode(value)),
  })

/** A list of at most `max` items. Tells of all that is wrong in all of them. */
export const listOf = <A, O>(
  item: Codec<A, O>,
  max: number = Number.MAX_SAFE_INTEGER,
): Codec<readonly A[], readonly O[]> =>
  codec<readonly A[], readonly O[]>({
    name: 'List',
    schema: {
      type: 'array',
      items: item.schema,
      ...(max === Number.MAX_SAFE_INTEGER ? {} : { maxItems: max }),
    },
    validate: (u, context) => {
      if (!Array.isArray(u)) return t.failure(u, context, 'must be a list')
      if (u.length > max) return t.failure(u, context, `must have at most ${max} items`)
      const given: readonly unknown[] = u
      const results = given.map((each, index) =>
        item.validate(each, t.appendContext(context, String(index), item, each)),
      )
      const errors = results.flatMap((each) => (E.isLeft(each) ? each.left : []))
      if (errors.length > 0) return t.failures(errors)
      return t.success(results.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
    },
    encode: (items) => items.map(item.encode),
  })

/** Nothing but null: what is not there yet. */
export const nothing = (detail: string): Codec<null> =>
  codec({
    name: 'Nothing',
    schema: { type: 'null' },
    validate: (u, context) => (u === null ? t.success(null) : t.failure(u, context, detail)),
    encode: t.identity,
  })

/** Any JSON value. */
export const anything: Codec<unknown> = codec<unknown, unknown>({
  name: 'Anything',
  schema: {},
  validate: (u) => t.success(u),
  encode: t.identity,
})

/** An object of which nothing more is said. */
export const anyObject: Codec<Readonly<Record<string, unknown>>> = codec({
  name: 'AnyObject',
  schema: { type: 'object' },
  validate: (u, context) =>
    t.UnknownRecord.is(u) ? t.success(u) : t.failure(u, context, 'must be an object'),
  encode: t.identity,
})

/** What the first that takes it takes; `detail` says what none took. */
export const anyOf = (choices: readonly AnyCodec[], detail: string): Codec<unknown> =>
  codec<unknown, unknown>({
    name: 'AnyOf',
    schema: { anyOf: choices.map(({ schema }) => schema) },
    validate: (u, context) =>
      choices.some((choice) => choice.is(u)) ? t.success(u) : t.failure(u, context, detail),
    encode: t.identity,
  })
