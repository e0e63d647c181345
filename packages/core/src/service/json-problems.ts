import type { Problem } from '../event/index.js'
import { isWellFormed } from '../event/index.js'

/**
 * What is wrong with values that are to be JSON: anything that JSON would not give back as it is, or more than `atMost` values
 * and characters together, or more than 64 levels.
 */
export const jsonProblems = (
  path: readonly string[],
  values: readonly unknown[],
  atMost: number,
): readonly Problem[] => {
  let size = 0
  let level: readonly unknown[] = values
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return [{ path, reason: 'TooLong', limit: atMost }]
    const below: unknown[] = []
    for (const value of level) {
      const met = look(value)
      if (met === null) return [{ path, reason: 'NotJson' }]
      size += met.size
      if (size > atMost) return [{ path, reason: 'TooLong', limit: atMost }]
      for (const member of met.members) below.push(member)
    }
    level = below
  }
  return []
}

const MAX_DEPTH = 64

interface Met {
  readonly size: number
  readonly members: readonly unknown[]
}

/** Null for what is not JSON. Every member counts one, so a list may not be much longer than what is allowed. */
const look = (value: unknown): Met | null => {
  switch (typeof value) {
    case 'string':
      return isWellFormed(value) ? { size: 1 + value.length, members: [] } : null
    case 'number':
      return Number.isFinite(value) ? ONE : null
    case 'boolean':
      return ONE
    case 'object':
      return value === null ? ONE : membersOf(value)
    case 'bigint':
    case 'symbol':
    case 'undefined':
    case 'function':
      return null
  }
}

const ONE: Met = { size: 1, members: [] }

const membersOf = (value: object): Met | null => {
  // Holes come out as undefined.
  if (Array.isArray(value)) return { size: 1 + value.length, members: Array.from(value) }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return null
  const entries = Object.entries(value)
  if (!entries.every(([key]) => isWellFormed(key))) return null
  return {
    size: entries.reduce((sum, [key]) => sum + key.length, 1),
    members: entries.map(([, member]: readonly [string, unknown]) => member),
  }
}
