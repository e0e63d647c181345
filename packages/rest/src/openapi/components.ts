import type { Schema } from '../wire/index.js'
import { isRecord } from '../wire/index.js'

/** Schemas with a title, by it. */
export type Components = Map<string, Schema>

/**
 * The schema with every titled one inside it, and itself when titled, replaced by a reference; those are
 * put into `components`, which so holds each once.
 */
export const referring = (schema: Schema, components: Components): Schema => {
  const { title } = schema
  if (typeof title !== 'string') return inner(schema, components)
  if (!components.has(title)) {
    components.set(title, schema) // so that one that holds itself ends
    components.set(title, inner(schema, components))
  }
  return { $ref: `#/components/schemas/${title}` }
}

const inner = (schema: Schema, components: Components): Schema =>
  Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' ? eachOf(value, components) : within(value, components),
    ]),
  )

const eachOf = (value: unknown, components: Components): unknown =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, schema]) => [name, within(schema, components)]),
      )
    : value

const within = (value: unknown, components: Components): unknown => {
  if (Array.isArray(value)) return value.map((each: unknown) => within(each, components))
  return isRecord(value) ? referring(value, components) : value
}
