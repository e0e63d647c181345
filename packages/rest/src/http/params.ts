import { isWellFormed } from '@kalends/core'
import * as E from 'fp-ts/lib/Either.js'
import type { FieldError } from '../problem/problem.js'
import type { Codec, Schema } from '../wire/index.js'
import type { RawQuery } from './raw-query.js'

/** A parameter: how the values sent for it are read, and what documents say of it. */
export interface Param<A> {
  readonly schema: Schema
  readonly required: 'Required' | 'Optional'
  readonly description: string
  readonly decode: (values: readonly string[]) => E.Either<string, A>
}

/** Parameters by name. */
export type Params = Readonly<Record<string, Param<unknown>>>

/** What parameters decode to. */
export type ParamValues<P extends Params> = {
  readonly [K in keyof P]: P[K] extends Param<infer A> ? A : never
}

/** A parameter that may be left out and is sent once. */
export const optional = <A>(
  codec: Codec<A, unknown>,
  description: string,
): Param<A | undefined> => ({
  schema: codec.schema,
  required: 'Optional',
  description,
  decode: (values) => (values.length === 0 ? E.right(undefined) : once(codec, values)),
})

/** A parameter that must be sent, once. */
export const required = <A>(codec: Codec<A, unknown>, description: string): Param<A> => ({
  schema: codec.schema,
  required: 'Required',
  description,
  decode: (values) => (values.length === 0 ? E.left('is required') : once(codec, values)),
})

/** A parameter that may be sent any number of times. */
export const repeated = <A>(
  codec: Codec<A, unknown>,
  description: string,
): Param<readonly A[] | undefined> => ({
  schema: { type: 'array', items: codec.schema },
  required: 'Optional',
  description,
  decode: (values) => {
    if (values.length === 0) return E.right(undefined)
    const results = values.map((value) => single(codec, value))
    const wrong = results.find(E.isLeft)
    return wrong ?? E.right(results.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
  },
})

/** A parameter that must be sent, any number of times, with at most `max` distinct values. */
export const someOf = <A>(
  codec: Codec<A, unknown>,
  max: number,
  description: string,
): Param<readonly A[]> => {
  const { schema, decode } = repeated(codec, description)
  return {
    schema: { ...schema, minItems: 1 },
    required: 'Required',
    description: `${description} At most ${max} distinct ones.`,
    decode: (values) => {
      const all = decode([...new Set(values)])
      if (E.isLeft(all)) return all
      if (all.right === undefined) return E.left('is required')
      return all.right.length > max ? E.left(`must have at most ${max} values`) : E.right(all.right)
    },
  }
}

const once = <A>(codec: Codec<A, unknown>, values: readonly string[]): E.Either<string, A> => {
  const [value] = values
  return values.length === 1 ? single(codec, value) : E.left('must be given once')
}

const single = <A>(codec: Codec<A, unknown>, value: unknown): E.Either<string, A> => {
  const result = codec.decode(value)
  return E.isRight(result) ? result : E.left(result.left[0]?.message ?? 'is not valid')
}

/** Decodes every parameter, telling of all that are wrong. What is not among `params` is ignored. */
export const decodeParams = <P extends Params>(
  params: P,
  raw: RawQuery,
): E.Either<readonly FieldError[], ParamValues<P>> => {
  const errors: FieldError[] = []
  const values: [string, unknown][] = []
  for (const [name, param] of Object.entries(params)) {
    const result = decodeRaw(param, raw.get(name) ?? [])
    if (E.isRight(result)) values.push([name, result.right])
    else errors.push({ pointer: `/${name}`, detail: result.left })
  }
  return errors.length > 0 ? E.left(errors) : E.right(Object.fromEntries(values) as ParamValues<P>)
}

const decodeRaw = (
  param: Param<unknown>,
  values: readonly (string | null)[],
): E.Either<string, unknown> => {
  const texts = values.filter((value) => value !== null)
  if (texts.length < values.length) return E.left('must be percent-encoded UTF-8')
  if (!texts.every(isWellFormed)) return E.left('must not contain U+0000')
  return param.decode(texts)
}
