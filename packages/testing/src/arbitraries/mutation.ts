import type { JsonValue } from './json-value.js'

/** Where a value is within JSON: the names and indices that lead to it. */
export type JsonPath = readonly (string | number)[]

/** Every place within a value, itself first. */
export const placesIn = (value: unknown, path: JsonPath = []): readonly JsonPath[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((each: unknown, index) => [index, each] as const)
    : Object.entries(value)
  return [path, ...members.flatMap(([name, each]) => placesIn(each, [...path, name]))]
}

/** The value at a place. */
export const valueAt = (value: unknown, path: JsonPath): unknown => {
  const [name, ...rest] = path
  return name === undefined
    ? value
    : valueAt(Object.entries(value ?? {}).find(isAt(name))?.[1], rest)
}

const isAt =
  (name: string | number) =>
  ([each]: readonly [string, unknown]): boolean =>
    each === String(name)

/** The value with another one at a place; undefined leaves it out. */
export const withValueAt = (value: unknown, path: JsonPath, other: unknown): unknown => {
  const [name, ...rest] = path
  if (name === undefined) return other
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => {
      if (index !== name) return [each]
      const changed = withValueAt(each, rest, other)
      return changed === undefined ? [] : [changed]
    })
  }
  const members = Object.entries(value ?? {}).map(([each, member]): readonly [string, unknown] => [
    each,
    each === name ? withValueAt(member, rest, other) : member,
  ])
  return Object.fromEntries(members.filter(([, member]) => member !== undefined))
}

/** A value of another type of JSON, in place of the given one. */
export const otherTypeOf = (value: unknown): JsonValue => {
  if (typeof value === 'string') return 7
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'true' : 0
  if (Array.isArray(value)) return {}
  return value === null ? [[]] : []
}
