import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { AnyCodec, Codec } from './codec.js'
import { codec, errorAt } from './codec.js'
import { isRecord } from './is-record.js'

type Fields = Readonly<Record<string, AnyCodec>>

/** What such an object decodes to. */
export type Decoded<R extends Fields, O extends Fields> = {
  readonly [K in keyof R]: t.TypeOf<R[K]>
} & { readonly [K in keyof O]?: t.TypeOf<O[K]> }

/** What such an object looks like on the wire. */
export type Encoded<R extends Fields, O extends Fields> = {
  readonly [K in keyof R]: t.OutputOf<R[K]>
} & { readonly [K in keyof O]?: t.OutputOf<O[K]> }

/**
 * An object with these members and no others.
 *
 * Tells of everything that is wrong at once, members that are not known included; those inherited
 * from a prototype don't count.
 */
export const closed = <R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Codec<Decoded<R, O>, Encoded<R, O>> => {
  const fields = new Map(Object.entries({ ...required, ...optional }))
  return codec<Decoded<R, O>, Encoded<R, O>>({
    name: 'Object',
    schema: {
      type: 'object',
      required: Object.keys(required),
      properties: Object.fromEntries([...fields].map(([key, { schema }]) => [key, schema])),
      additionalProperties: false,
    },
    validate: (u, context) => {
      if (!isRecord(u)) return t.failure(u, context, 'must be an object')
      const decoded: [string, unknown][] = []
      const errors: t.ValidationError[] = []
      for (const [key, value] of Object.entries(u)) {
        const field = fields.get(key)
        if (field === undefined) {
          errors.push(errorAt(context, u, { path: [key], detail: 'is not a known member' }))
          continue
        }
        const result = field.validate(value, t.appendContext(context, key, field, value))
        if (E.isRight(result)) decoded.push([key, result.right])
        else errors.push(...result.left)
      }
      for (const key of Object.keys(required)) {
        if (!Object.hasOwn(u, key)) {
          errors.push(errorAt(context, u, { path: [key], detail: 'is required' }))
        }
      }
      return errors.length > 0 ? t.failures(errors) : t.success(asDecoded<R, O>(decoded))
    },
    encode: (value) => asEncoded<R, O>(fields, value),
  })
}

const asDecoded = <R extends Fields, O extends Fields>(
  members: readonly (readonly [string, unknown])[],
): Decoded<R, O> => Object.fromEntries(members) as Decoded<R, O>

const asEncoded = <R extends Fields, O extends Fields>(
  fields: ReadonlyMap<string, AnyCodec>,
  value: object,
): Encoded<R, O> =>
  Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, fields.get(key)?.encode(member)]),
  ) as Encoded<R, O>
