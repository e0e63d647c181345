import type { Problem } from './problem.js'

/** How many code points `text` may have, and whether it may be empty. */
export interface TextBounds {
  readonly atMost: number
  readonly empty: 'Allowed' | 'Refused'
}

/**
 * What is wrong with a text: lone surrogates or U+0000 (which stores change silently), or its length.
 */
export const textProblems = (
  path: readonly string[],
  text: string,
  bounds: TextBounds,
): readonly Problem[] => {
  if (!isWellFormed(text)) return [{ path, reason: 'IllFormedText' }]
  if (text.length === 0 && bounds.empty === 'Refused') return [{ path, reason: 'Empty' }]
  if (longerThan(text, bounds.atMost)) return [{ path, reason: 'TooLong', limit: bounds.atMost }]
  return []
}

/** Whether every character is a code point other than U+0000. */
export const isWellFormed = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Whether `text` has more than `limit` code points; looks no further than it must. */
export const longerThan = (text: string, limit: number): boolean => {
  if (text.length <= limit) return false
  if (text.length > 2 * limit) return true
  let count = 0
  for (const _codePoint of text) {
    count += 1
    if (count > limit) return true
  }
  return false
}

/** Whether every string in a JSON value, keys included, is well formed. Bounded by its size, not its depth. */
export const isWellFormedJson = (value: unknown): boolean => {
  const rest: unknown[] = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    if (typeof next === 'string' && !isWellFormed(next)) return false
    if (typeof next !== 'object' || next === null) continue
    for (const [key, member] of Object.entries(next)) rest.push(key, member)
  }
  return true
}
