import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Schema } from './schema.js'

/** A codec that carries the schema of its wire form, so that documents are made from what decodes. */
export type Codec<A, O = A> = t.Type<A, O> & { readonly schema: Schema }

/** A codec of any type. */
export type AnyCodec = t.Mixed & { readonly schema: Schema }

/** What is wrong inside a value, and where. */
export interface Flaw {
  readonly path: readonly string[]
  readonly detail: string
}

/** What a codec is made of. */
export interface CodecParts<A, O> {
  readonly name: string
  readonly schema: Schema
  readonly validate: t.Validate<unknown, A>
  readonly encode: (a: A) => O
}

/** Makes a codec. */
export const codec = <A, O>(parts: CodecParts<A, O>): Codec<A, O> => {
  const type: t.Type<A, O> = new t.Type<A, O, unknown>(
    parts.name,
    (u): u is A => E.isRight(type.decode(u)),
    parts.validate,
    parts.encode,
  )
  return Object.assign(type, { schema: parts.schema })
}

/** The same codec under a name of its own in documents. */
export const named = <A, O>(title: string, { schema, ...type }: Codec<A, O>): Codec<A, O> =>
  codec({
    name: title,
    schema: { title, ...schema },
    validate: type.validate,
    encode: type.encode,
  })

/** The same codec with more said about it in documents. */
export const described = <A, O>(type: Codec<A, O>, keywords: Schema): Codec<A, O> =>
  codec({
    name: type.name,
    schema: { ...type.schema, ...keywords },
    validate: type.validate,
    encode: type.encode,
  })

/** Refuses the values in which `faults` finds something wrong. */
export const refined = <A, O>(
  type: Codec<A, O>,
  faults: (value: A) => readonly Flaw[],
): Codec<A, O> =>
  mapped(
    type,
    (value) => {
      const found = faults(value)
      return found.length === 0 ? E.right(value) : E.left(found)
    },
    type.encode,
  )

/** Decodes further what `type` has decoded. */
export const mapped = <A, O, B>(
  type: Codec<A, O>,
  decode: (value: A) => E.Either<readonly Flaw[], B>,
  encode: (value: B) => O,
): Codec<B, O> =>
  codec({
    name: type.name,
    schema: type.schema,
    validate: (u, context) => {
      const first = type.validate(u, context)
      if (E.isLeft(first)) return first
      const second = decode(first.right)
      if (E.isRight(second)) return t.success(second.right)
      return t.failures(second.left.map((fault) => errorAt(context, u, fault)))
    },
    encode,
  })

/** Decodes further what `type` has decoded, for what is only ever read: its other direction changes nothing. */
export const readAs = <A, B>(
  type: Codec<A, unknown>,
  decode: (value: A) => E.Either<readonly Flaw[], B>,
): Codec<B, unknown> => mapped<A, unknown, B>(type, decode, (value) => value)

/** An error of io-ts's inside the value that `context` leads to. */
export const errorAt = (
  context: t.Context,
  value: unknown,
  { path, detail }: Flaw,
): t.ValidationError => ({
  value,
  context: path.reduce<t.Context>((outer, key) => t.appendContext(outer, key, t.unknown), context),
  message: detail,
})
